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

        var kept = Assert.Single(await prices.AllAsync(Cancel));
        Assert.Equal((new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 25)), (kept.ValidFrom, kept.RetrievedOn));
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

        var kept = await prices.AllAsync(Cancel);
        Assert.Equal([(0.08m, 0.025m), (0.09m, null)], kept.Select(price => (price.Output!.Value, price.CachedInput)));
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
