using GatewayDashboard.Data.Settings;
using GatewayDashboard.Data.Storage;

namespace GatewayDashboard.Tests.Data;

public sealed class SettingsStoreTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Both;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Spending_NeverSet_IsOneDollarADay(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);

        Assert.Equal(new() { Stopped = false, DayCapUsd = 1m, TotalCapUsd = null }, await database.Get<SettingsStore>().SpendingAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Setting_ChangedTwice_LeavesEachChangeInTheAuditLog(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var settings = database.Get<SettingsStore>();
        await settings.SetSpendingAsync(new() { DayCapUsd = 2.5m, Stopped = true }, "ada", Cancel);

        await settings.SetSpendingAsync(new() { DayCapUsd = 2.5m }, "grace", Cancel);

        Assert.Equal(new() { DayCapUsd = 2.5m }, await settings.SpendingAsync(Cancel));
        var log = await database.Get<AuditLog>().ListAsync(cancellationToken: Cancel);
        Assert.Equal([("grace", "spending.stopped", "true → –"), ("ada", "spending.day-cap-usd", "– → 2.5"), ("ada", "spending.stopped", "– → true")],
            log.Select(entry => (entry.Actor, entry.Subject, entry.Detail)));
    }
}
