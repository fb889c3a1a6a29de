using GatewayDashboard.Data.Playground;
using GatewayDashboard.Data.Storage;
using GatewayDashboard.Tests.Data;

namespace GatewayDashboard.Tests.Requests;

public sealed class SavedRequestStoreTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Both;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Request_SavedTwiceUnderOneName_IsTheLaterOneUntilDeleted(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var store = database.Get<SavedRequestStore>();
        await store.SaveAsync("mine", "{\"a\":1}", Cancel);
        database.Time.Advance(TimeSpan.FromMinutes(1));

        await store.SaveAsync("mine", "{\"a\":2}", Cancel);

        var kept = Assert.Single(await store.ListAsync(Cancel));
        Assert.Equal(("{\"a\":2}", database.Time.GetUtcNow()), (kept.Draft, kept.UpdatedAt));
        await store.DeleteAsync("mine", Cancel);
        Assert.Null(await store.FindAsync("mine", Cancel));
    }
}
