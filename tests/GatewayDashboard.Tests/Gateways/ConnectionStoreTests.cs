using System.Net;
using System.Text;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Secrets;
using GatewayDashboard.Credentials;
using GatewayDashboard.Data;
using GatewayDashboard.Data.Settings;
using GatewayDashboard.Data.Storage;
using GatewayDashboard.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayDashboard.Tests.Gateways;

public sealed class ConnectionStoreTests : IAsyncLifetime
{
    private const string Key = "gsk_canary0123456789abcd";
    private readonly string _folder = Directory.CreateTempSubdirectory("connections").FullName;
    private readonly EgressPolicy _egress = new();
    private readonly MasterKey _master = MasterKey.Create();
    private ServiceProvider _services = null!;
    private ConnectionDirectory _directory = null!;
    private ConnectionStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddGatewayDashboardData(new DatabaseOptions { DataDirectory = _folder });
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<DatabaseMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
        (_directory, _store) = Open(_master);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Save_AKey_TurnsTheGatewayLiveAtOnce()
    {
        Assert.Empty(await SaveAsync(new() { Id = "groq", Key = Key }));

        var groq = _directory.Find("groq")!;
        Assert.Equal(("Ready", KeySource.Stored, Key), (groq.Word, groq.KeySource, groq.Live!.Key!.Reveal()));
    }

    [Fact]
    public async Task Save_AKey_LeavesNoTraceOfItInAnyFile()
    {
        await SaveAsync(new() { Id = "groq", Key = Key });
        await SaveAsync(new() { Id = "portkey-oss", BaseUrl = "http://127.0.0.1:8787/v1", AllowAddress = true, Key = Key, HeaderName = "x-portkey-config", HeaderValue = Key });

        // The lock file is empty and held by the program alone.
        foreach (var file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != ".lock"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Key[4..16])) < 0, file);
        }
    }

    [Fact]
    public async Task Load_AddressChangedInTheDatabase_AsksForTheKeyAgain()
    {
        await SaveAsync(new() { Id = "groq", Key = Key });
        await using (var db = await ContextAsync())
        {
            await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(row => row.BaseUrl, "https://evil.example/v1"), TestContext.Current.CancellationToken);
            await db.Credentials.ExecuteUpdateAsync(set => set.SetProperty(row => row.Origin, "https://evil.example"), TestContext.Current.CancellationToken);
        }

        await _store.LoadAsync(TestContext.Current.CancellationToken);

        Assert.Null(_directory.Find("groq")!.Live);
        Assert.Contains("enter the key again", _directory.Find("groq")!.Problem);
    }

    [Fact]
    public async Task Load_MasterKeyLost_AsksForEveryKeyAgainAndKeepsTheRest()
    {
        await SaveAsync(new() { Id = "groq", Key = Key });
        var (directory, store) = Open(MasterKey.Create());

        await store.LoadAsync(TestContext.Current.CancellationToken);

        Assert.Contains("master key has changed", directory.Find("groq")!.Problem);
        await using var db = await ContextAsync();
        Assert.Equal(1, await db.Credentials.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Save_AddressChangedWithoutTheKey_SaysSoBesideTheKey()
    {
        await SaveAsync(new() { Id = "groq", Key = Key });

        var problems = await SaveAsync(new() { Id = "groq", BaseUrl = "https://elsewhere.example/v1" });

        Assert.Contains("enter the key again", problems["Key"]);
        Assert.Equal("https://api.groq.com", _directory.Find("groq")!.Live!.Origin);
    }

    [Fact]
    public async Task Save_AddressChangedAndKeyRemoved_ForgetsTheKey()
    {
        await SaveAsync(new() { Id = "groq", Key = Key });

        Assert.Empty(await SaveAsync(new() { Id = "groq", BaseUrl = "https://elsewhere.example/v1", RemoveKey = true }));

        Assert.Null(_directory.Find("groq")!.Live!.Key);
    }

    [Fact]
    public async Task Save_NoKeyGiven_KeepsTheStoredOne()
    {
        await SaveAsync(new() { Id = "groq", Key = Key });
        await SaveAsync(new() { Id = "groq", InFrontOf = "" });

        Assert.Equal(Key, _directory.Find("groq")!.Live!.Key!.Reveal());
    }

    [Fact]
    public async Task Save_BadInputInOneField_StoresNothingOfTheOthers()
    {
        Assert.NotEmpty(await SaveAsync(new() { Id = "groq", BaseUrl = "https://elsewhere.example/v1", Key = "abc" }));

        await using var db = await ContextAsync();
        Assert.Equal(0, await db.Connections.CountAsync(TestContext.Current.CancellationToken) + await db.Credentials.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Save_AllowedAddress_MayBeCalledUntilItIsTakenBack()
    {
        await SaveAsync(new() { Id = "ollama", BaseUrl = "http://127.0.0.1:11434/v1", AllowAddress = true });
        Assert.Null(_egress.Refusal("127.0.0.1", 11434, [IPAddress.Loopback]));

        await SaveAsync(new() { Id = "ollama", BaseUrl = "https://ollama.example/v1" });

        Assert.Equal("https://ollama.example", _directory.Find("ollama")!.Live!.Origin);
        Assert.NotNull(_egress.Refusal("127.0.0.1", 11434, [IPAddress.Loopback]));
    }

    [Fact]
    public async Task Save_OwnGatewayInFrontOfAnother_IsPairedWithIt()
    {
        Assert.Empty(await SaveAsync(new() { Id = "groq", Key = Key }));
        Assert.Empty(await SaveAsync(new() { Name = "My proxy", BaseUrl = "https://proxy.example/v1", InFrontOf = "groq" }));

        Assert.Equal("groq", _directory.Find("my-proxy")!.Live!.InFrontOf);
        Assert.Contains("in front of each other", (await SaveAsync(new() { Id = "groq", InFrontOf = "my-proxy" }))["InFrontOf"]);
    }

    [Fact]
    public async Task SetEnabled_Off_IsNotCalledAnyMore()
    {
        await SaveAsync(new() { Id = "groq", Key = Key });
        await _store.SetEnabledAsync("groq", false, "local", TestContext.Current.CancellationToken);

        Assert.Equal(("Disabled", null), (_directory.Find("groq")!.Word, _directory.Find("groq")!.Live));
    }

    [Fact]
    public async Task Remove_AStoredGateway_TakesItsKeyWithIt()
    {
        await SaveAsync(new() { Id = "groq", Key = Key });
        await _store.RemoveAsync("groq", "local", TestContext.Current.CancellationToken);

        await using var db = await ContextAsync();
        Assert.Equal(0, await db.Credentials.CountAsync(TestContext.Current.CancellationToken));
        Assert.Null(_directory.Find("groq")!.Live);
    }

    [Fact]
    public async Task Rekey_AnotherMasterKey_OpensEveryKeyThere()
    {
        await SaveAsync(new() { Id = "groq", Key = Key });
        var next = MasterKey.Create();

        Assert.Equal((1, 0), await _store.RekeyAsync(next, "local", TestContext.Current.CancellationToken));

        var (directory, store) = Open(next);
        await store.LoadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Key, directory.Find("groq")!.Live!.Key!.Reveal());
    }

    [Fact]
    public async Task Save_AnyChange_StandsInTheAuditLogWithoutTheKey()
    {
        await SaveAsync(new() { Id = "groq", Key = Key });

        var entry = Assert.Single(await _services.GetRequiredService<AuditLog>().ListAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(("key.set", "groq", "https://api.groq.com"), (entry.Action, entry.Subject, entry.Detail));
    }

    private (ConnectionDirectory, ConnectionStore) Open(MasterKey master)
    {
        var vault = new SecretVault(master);
        var directory = new ConnectionDirectory(new ConfigurationBuilder().Build(), _ => null, _egress, new ChangeSignal(), vault);
        return (directory, new ConnectionStore(_services.GetRequiredService<IDbContextFactory<DashboardDbContext>>(), directory, vault, TimeProvider.System));
    }

    private Task<IReadOnlyDictionary<string, string>> SaveAsync(ConnectionDraft draft) => _store.SaveAsync(draft, "local", TestContext.Current.CancellationToken);

    private Task<DashboardDbContext> ContextAsync() => _services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
}
