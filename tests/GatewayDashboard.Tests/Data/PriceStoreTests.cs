using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Data.Pricing;
using GatewayDashboard.Data.Storage;

namespace GatewayDashboard.Tests.Data;

public sealed class PriceStoreTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Both;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Price_Unchanged_IsConfirmedWithoutARow(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var prices = database.Get<PriceStore>();
        Assert.Equal(1, await prices.RecordAsync([Price], Cancel));
        database.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, await prices.RecordAsync([Price with { RetrievedOn = new(2026, 11, 25) }], Cancel));

        Assert.Single(await prices.HistoryAsync("groq", "llama-3.1-8b-instant", Cancel));
        Assert.Equal(new(2026, 11, 25), Assert.Single(await prices.CurrentAsync(Cancel)).RetrievedOn);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Price_Changed_StandsBesideTheOldOne(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var prices = database.Get<PriceStore>();
        await prices.RecordAsync([Price], Cancel);
        database.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await prices.RecordAsync([Price with { Output = 0.09m, CachedInput = null }], Cancel));

        Assert.Equal([0.08m, 0.09m], (await prices.HistoryAsync("groq", "llama-3.1-8b-instant", Cancel)).Select(row => row.Price.Output));
        var now = Assert.Single(await prices.CurrentAsync(Cancel));
        Assert.Equal((0.09m, (decimal?)null), (now.Output, now.CachedInput));
    }

    private static readonly ModelPrice Price = new()
    {
        GatewayId = "groq",
        ModelId = "llama-3.1-8b-instant",
        Input = 0.05m,
        Output = 0.08m,
        CachedInput = 0.025m,
        Source = "https://groq.com/pricing",
        RetrievedOn = new(2026, 11, 24),
    };
}
