using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Credentials;
using GatewayDashboard.Data.Pricing;
using GatewayDashboard.Data.Settings;
using GatewayDashboard.Data.Storage;
using GatewayDashboard.Live;
using GatewayDashboard.Simulator;
using GatewayDashboard.Tests.Data;
using Microsoft.Extensions.Configuration;

namespace GatewayDashboard.Tests.Pricing;

public sealed class PriceRefresherTests(PostgresServer server)
{
    private const string Together = "meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_ModelsListOverHttp_PutsItsPricesInForceWithSourceAndDay()
    {
        await using var desk = await Desk.OpenAsync(server);

        PriceReading reading = await desk.ReadAsync("together");

        ModelPrice price = desk.Prices.Value.Find("together", Together)!;
        Assert.Null(reading.Failure);
        // Not on the list of the snapshot any more, on this one it is: a list that names it makes it buyable again.
        Assert.Equal((0.18m, PriceOrigin.ModelsList, OfferState.Listed, new DateOnly(2026, 11, 24)), (price.Input, price.Origin, price.State, price.RetrievedOn));
        Assert.EndsWith("/models", price.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_OfferMissingFromTheList_IsNoLongerListedWithItsLastPrice()
    {
        await using var desk = await Desk.OpenAsync(server);
        const string Gone = "vendor/ended-yesterday";
        await desk.Book.TakeAsync([PriceCatalogue.Bundled.Find("together", Together)! with { ModelId = Gone, State = OfferState.Listed, Input = 0.5m }], Token);
        desk.Pass(TimeSpan.FromHours(1));

        PriceReading reading = await desk.ReadAsync("together");

        Assert.Contains(Gone, reading.Gone);
        Assert.Equal((OfferState.NotListed, 0.5m), (desk.Prices.Value.Find("together", Gone)!.State, desk.Prices.Value.Find("together", Gone)!.Input));
    }

    [Fact]
    public async Task Read_PriceTenTimesTheKnownOne_WaitsUntilItIsAccepted()
    {
        await using var desk = await Desk.OpenAsync(server);
        ModelPrice known = PriceCatalogue.Bundled.Find("together", Together)! with { Input = 0.018m, RetrievedOn = new(2026, 11, 23), Origin = PriceOrigin.ModelsList };
        await desk.Book.TakeAsync([known], Token);

        await desk.ReadAsync("together");

        PriceChange waiting = desk.Intake.Waiting.Single(change => change.After.ModelId == Together);
        Assert.Equal((0.018m, 9m), (desk.Prices.Value.Find("together", Together)!.Input, waiting.Relative));
        desk.Pass(TimeSpan.FromHours(1));
        await desk.Intake.AcceptAsync(waiting, Token);
        Assert.Equal(0.18m, desk.Prices.Value.Find("together", Together)!.Input);
        Assert.DoesNotContain(waiting, desk.Intake.Waiting);
    }

    [Fact]
    public async Task Read_GatewayThatDoesNotAnswer_KeepsTheOldPricesAndSaysSo()
    {
        await using var desk = await Desk.OpenAsync(server);
        string before = desk.Prices.Value.SnapshotId;

        // Port 9 discards; nobody listens there.
        PriceReading reading = await desk.ReadAsync("together", new Uri("http://127.0.0.1:9/v1"));

        Assert.NotNull(reading.Failure);
        Assert.Equal(before, desk.Prices.Value.SnapshotId);
    }

    [Fact]
    public async Task Refresh_GatewayWithoutAKey_NamesTheKeyToSet()
    {
        await using var desk = await Desk.OpenAsync(server);
        var told = new List<PriceReading>();

        // Cancelled from the start, so that the gateways with public lists are not asked by a test.
        await desk.Refresher.RefreshAsync(reading => { lock (told) { told.Add(reading); } }, new CancellationToken(canceled: true));

        Assert.Contains("set GROQ_API_KEY", told.Single(reading => reading.Gateway == "Groq").Failure, StringComparison.Ordinal);
    }

    private sealed class Desk : IAsyncDisposable
    {
        private readonly TestDatabase _database;
        private readonly SimulatedGateways _gateways;
        private readonly EgressPolicy _egress = new();

        private Desk(TestDatabase database, SimulatedGateways gateways)
        {
            (_database, _gateways) = (database, gateways);
            Prices = new CurrentPrices(new ChangeSignal());
            Book = new PriceBook(Prices, database.Get<PriceStore>(), new OwnPrices(database.Get<SettingsStore>()));
            var connections = new ConnectionDirectory(new ConfigurationBuilder().Build(), _ => null, _egress, new ChangeSignal());
            Intake = new PriceIntake(Book, Prices, database.Time);
            Refresher = new PriceRefresher(new ModelListClient(_egress), connections, Intake);
        }

        public CurrentPrices Prices { get; }

        public PriceBook Book { get; }

        public PriceIntake Intake { get; }

        public PriceRefresher Refresher { get; }

        public static async Task<Desk> OpenAsync(PostgresServer server) => new(
            await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server),
            await SimulatedGateways.StartAsync(new SimulatorOptions { Port = 0 }, Token));

        public void Pass(TimeSpan time) => _database.Time.Advance(time);

        public Task<PriceReading> ReadAsync(string gatewayId, Uri? address = null)
        {
            address ??= _gateways.BaseUrl(gatewayId);
            _egress.Allow(address);
            return Refresher.ReadAsync(new Connection { Gateway = GatewayCatalogue.Find(gatewayId)!, BaseUrl = address, Provenance = Provenance.Measured }, Token);
        }

        public async ValueTask DisposeAsync()
        {
            await _gateways.DisposeAsync();
            await _database.DisposeAsync();
        }
    }
}
