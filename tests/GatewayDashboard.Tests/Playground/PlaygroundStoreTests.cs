using GatewayDashboard.Data.Playground;
using GatewayDashboard.Data.Storage;
using GatewayDashboard.Playground;
using GatewayDashboard.Tests.Data;

namespace GatewayDashboard.Tests.Playground;

public sealed class PlaygroundStoreTests(PostgresServer server)
{
    public static readonly TheoryData<DatabaseProvider> Both = TestDatabase.Both;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task History_IsSearchedWithoutRegardToCaseAndEndsAtItsAge(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var store = database.Get<PlaygroundStore>();
        var now = database.Time.GetUtcNow();
        var kept = KeptSession.Of(Example.Session(Example.Answer("About planets"))).Write();
        await store.KeepAsync("old", kept, now.AddDays(-31), Stop);
        await store.KeepAsync(PlaygroundStore.FrozenPrefix + "old", kept, now.AddDays(-31), Stop);
        await store.KeepAsync("new", "{}", now, Stop);
        await store.KeepAsync("new", kept, now, Stop);

        Assert.Equal("new", (await store.ListAsync("HELLO planets", 10, Stop))[0].Id);
        Assert.Empty(await store.ListAsync("nowhere", 10, Stop));
        Assert.Equal(1, await store.DeleteBeforeAsync(now.AddDays(-30), Stop));
        Assert.Null(await store.FindAsync("old", Stop));
        await store.DeleteAsync("new", Stop);
        Assert.Equal([PlaygroundStore.FrozenPrefix + "old"], (await store.ListAsync("", 10, Stop)).Select(row => row.Id));
    }
}
