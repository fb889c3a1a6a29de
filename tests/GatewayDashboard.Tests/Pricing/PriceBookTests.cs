using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Data.Pricing;
using GatewayDashboard.Data.Settings;
using GatewayDashboard.Data.Storage;
using GatewayDashboard.Live;
using GatewayDashboard.Tests.Data;

namespace GatewayDashboard.Tests.Pricing;

public sealed class PriceBookTests(PostgresServer server)
{
    private static readonly ModelPrice Listed = PriceCatalogue.Bundled.Find("groq", "openai/gpt-oss-120b")!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static (PriceBook Book, CurrentPrices Prices) Open(TestDatabase database)
    {
        var prices = new CurrentPrices(new ChangeSignal());
        return (new PriceBook(prices, database.Get<PriceStore>(), new OwnPrices(database.Get<SettingsStore>())), prices);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Override_AfterARestart_StillWinsAndKeepsItsNote(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        await Open(database).Book.OverrideAsync(Listed with { Input = 0.1m, Note = "contract", RetrievedOn = new(2026, 11, 24) }, "test", Token);

        var (book, prices) = Open(database);
        await book.ReloadAsync(Token);

        ModelPrice price = prices.Value.Find("groq", "openai/gpt-oss-120b")!;
        Assert.Equal((0.1m, "contract", PriceOrigin.Override, 0.6m), (price.Input, price.Note, price.Origin, price.Output));
    }

    [Fact]
    public async Task Restore_AfterAnOverride_TheListedPriceCountsAgain()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var (book, prices) = Open(database);
        await book.OverrideAsync(Listed with { Input = 0.1m }, "test", Token);

        await book.RestoreAsync(Listed.Key, "test", Token);

        Assert.Equal(0.15m, prices.Value.Find("groq", "openai/gpt-oss-120b")!.Input);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Take_PriceThatChangesTwice_IsHistoryWithValidFrom(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (book, prices) = Open(database);
        ModelPrice read = Listed with { Origin = PriceOrigin.ModelsList, ValidFrom = null };
        await book.TakeAsync([read with { Input = 0.2m, RetrievedOn = new(2026, 11, 20) }], Token);
        database.Time.Advance(TimeSpan.FromDays(1));
        await book.TakeAsync([read with { Input = 0.2m, RetrievedOn = new(2026, 11, 22) }], Token);
        database.Time.Advance(TimeSpan.FromDays(1));
        await book.TakeAsync([read with { Input = 0.3m, RetrievedOn = new(2026, 11, 24) }], Token);

        IReadOnlyList<ModelPrice> history = prices.Value.History("groq", "openai/gpt-oss-120b");

        Assert.Equal(
            [(0.15m, new DateOnly(2026, 8, 21)), (0.2m, new DateOnly(2026, 11, 22)), (0.3m, new DateOnly(2026, 11, 24))],
            history.Select(price => (price.Input!.Value, price.RetrievedOn)));
        Assert.Equal(new DateOnly(2026, 11, 20), history[1].ValidFrom);
        Assert.Equal(0.3m, prices.Value.Find("groq", "openai/gpt-oss-120b")!.Input);
    }
}
