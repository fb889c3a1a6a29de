using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Credentials;
using GatewayDashboard.Data;
using GatewayDashboard.Data.Pricing;
using GatewayDashboard.Data.Settings;
using GatewayDashboard.Data.Storage;
using GatewayDashboard.Gateways;
using GatewayDashboard.Live;
using GatewayDashboard.Simulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayDashboard.Tests.Gateways;

public sealed class ModelRefreshTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("models").FullName;
    private readonly EgressPolicy _egress = new();
    private SimulatedGateways _gateways = null!;
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        _gateways = await SimulatedGateways.StartAsync(new SimulatorOptions { TimeScale = 200 }, TestContext.Current.CancellationToken);
        var services = new ServiceCollection().AddLogging();
        services.AddGatewayDashboardData(new DatabaseOptions { DataDirectory = _folder });
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<DatabaseMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _gateways.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Refresh_ALiveList_KeepsItsOffersUnderTheirModels()
    {
        var (refresh, book) = Open(("Gateways:groq:BaseUrl", _gateways.BaseUrl("groq").AbsoluteUri));

        Assert.Equal(Outcome.Ok, (await refresh.RefreshAsync("groq", TestContext.Current.CancellationToken))!.Outcome);

        var (rows, lists) = await book.ReadAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("live ", Assert.Single(rows, row => row is { GatewayId: "groq", ModelId: "openai/gpt-oss-120b" }).Read);
        Assert.True(Assert.Single(lists).Models > 3);
    }

    // The list before it, and the failure, both with their times.
    [Fact]
    public async Task Refresh_Failing_KeepsTheLastGoodListAndNotesWhy()
    {
        await Open(("Gateways:groq:BaseUrl", _gateways.BaseUrl("groq").AbsoluteUri)).Refresh.RefreshAsync("groq", TestContext.Current.CancellationToken);
        var (refresh, book) = Open(("Gateways:groq:BaseUrl", $"{_gateways.Address}nowhere/v1"));

        await refresh.RefreshAsync("groq", TestContext.Current.CancellationToken);

        var (rows, lists) = await book.ReadAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(Assert.Single(lists).Failure);
        Assert.NotNull(lists[0].FetchedAt);
        Assert.Equal(OfferState.Listed, Assert.Single(rows, row => row is { GatewayId: "groq", ModelId: "openai/gpt-oss-120b" }).State);
    }

    [Fact]
    public async Task Refresh_ASimulatedGateway_ReadsAndKeepsNothing()
    {
        var (refresh, book) = Open();

        Assert.Null(await refresh.RefreshAsync("groq", TestContext.Current.CancellationToken));
        Assert.Empty((await book.ReadAsync(TestContext.Current.CancellationToken)).Lists);
    }

    [Fact]
    public async Task Refresh_AnOwnAddress_KeepsNoPriceUnderTheVendorsName()
    {
        var (refresh, _) = Open(("Gateways:groq:BaseUrl", _gateways.BaseUrl("groq").AbsoluteUri));

        await refresh.RefreshAsync("groq", TestContext.Current.CancellationToken);

        Assert.Empty(await _services.GetRequiredService<PriceStore>().AllAsync(TestContext.Current.CancellationToken));
    }

    private (ModelRefresh Refresh, OfferBook Book) Open(params (string Key, string Value)[] settings)
    {
        var changes = new ChangeSignal();
        var prices = new CurrentPrices(changes);
        var offers = _services.GetRequiredService<OfferStore>();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        var book = new PriceBook(prices, _services.GetRequiredService<PriceStore>(), new OwnPrices(_services.GetRequiredService<SettingsStore>()));
        var directory = new ConnectionDirectory(configuration, id => SimulatedGateways.Gateways.Contains(id) ? _gateways.BaseUrl(id) : null, _egress, changes);
        return (new ModelRefresh(directory, new ModelListClient(_egress), offers, new PriceIntake(book, prices, TimeProvider.System), changes), new OfferBook(offers, prices));
    }
}
