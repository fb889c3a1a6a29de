using System.Net;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Secrets;
using GatewayDashboard.Credentials;
using GatewayDashboard.Live;
using Microsoft.Extensions.Configuration;

namespace GatewayDashboard.Tests.Gateways;

public sealed class ConnectionDirectoryTests : IDisposable
{
    private const string Key = "gsk_canary0123456789abcd";
    private readonly EgressPolicy _egress = new();
    private readonly ChangeSignal _changes = new();
    private readonly SecretVault _vault = new(MasterKey.Create());
    private readonly string _folder = Directory.CreateTempSubdirectory("directory").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Find_NoKey_IsSimulated()
    {
        var groq = Build().Find("groq")!;
        Assert.Equal(("Simulated", Provenance.Simulated, "http://127.0.0.1:9999/groq/v1"), (groq.Word, groq.Current!.Provenance, groq.Current.BaseUrl.AbsoluteUri));
        Assert.Null(groq.Live);
    }

    [Fact]
    public void Find_VendorVariable_IsLiveAtTheVendorsAddress()
    {
        var groq = Build(("GROQ_API_KEY", Key)).Find("groq")!;
        Assert.Equal((Provenance.Measured, KeySource.Environment, "abcd"), (groq.Live!.Provenance, groq.KeySource, groq.LastFour));
        Assert.Equal(Key, groq.Live.Key!.Reveal());
        Assert.NotNull(groq.Simulated);
    }

    [Fact]
    public void Find_VendorVariableAndAnotherAddress_KeepsTheKeyHome()
    {
        var groq = Build(("GROQ_API_KEY", Key), ("Gateways:groq:BaseUrl", "http://127.0.0.1:9000")).Find("groq")!;
        Assert.Equal(("Groq at 127.0.0.1:9000", Provenance.CustomAddress), (groq.Live!.DisplayName, groq.Live.Provenance));
        Assert.Null(groq.Live.Key);
    }

    [Fact]
    public void Find_ConfiguredKeyAndAddress_GoTogether()
    {
        var groq = Build(("Gateways:groq:ApiKey", Key), ("Gateways:groq:BaseUrl", "http://127.0.0.1:9000")).Find("groq")!;
        Assert.Equal((KeySource.Configuration, Key), (groq.KeySource, groq.Live!.Key!.Reveal()));
    }

    // The page moves the gateway elsewhere; the key of configuration was written for configuration's address.
    [Fact]
    public void Find_StoredAddressOverConfiguredKey_KeepsTheKeyHome()
    {
        var directory = Build(("Gateways:groq:ApiKey", Key));
        directory.Take([new StoredGateway { Id = "groq", BaseUrl = "https://elsewhere.example/v1" }], []);
        Assert.Null(directory.Find("groq")!.Live!.Key);
    }

    [Fact]
    public void Find_KeyInAFile_IsRead()
    {
        var path = Path.Combine(_folder, "groq");
        File.WriteAllText(path, Key + "\n");
        var groq = Build(("GROQ_API_KEY_FILE", path)).Find("groq")!;
        Assert.Equal((KeySource.File, Key), (groq.KeySource, groq.Live!.Key!.Reveal()));
    }

    [Fact]
    public void Find_KeyFileMissing_SaysSoAndIsNotLive()
    {
        var groq = Build(("GROQ_API_KEY_FILE", Path.Combine(_folder, "none"))).Find("groq")!;
        Assert.Contains("GROQ_API_KEY_FILE", groq.Problem);
        Assert.Null(groq.Live);
    }

    [Fact]
    public void Find_MalformedKey_NamesTheSettingAndNotTheKey()
    {
        var groq = Build(("GROQ_API_KEY", "abc\ndef0123456")).Find("groq")!;
        Assert.StartsWith("GROQ_API_KEY:", groq.Problem);
        Assert.DoesNotContain("def0123456", groq.Problem);
    }

    [Fact]
    public void Take_StoredKey_OpensForTheAddressItWasEnteredFor()
    {
        var directory = Build();
        directory.Take([Stored("https://api.groq.com", null)], []);
        Assert.Equal((KeySource.Stored, Key), (directory.Find("groq")!.KeySource, directory.Find("groq")!.Live!.Key!.Reveal()));
    }

    [Fact]
    public void Take_AddressChangedUnderAStoredKey_AsksForItAgain()
    {
        var directory = Build();
        directory.Take([Stored("https://api.groq.com", "https://evil.example/v1")], []);
        Assert.Null(directory.Find("groq")!.Live);
        Assert.Contains("enter the key again", directory.Find("groq")!.Problem);
    }

    [Fact]
    public void Take_AnotherMasterKey_AsksForTheKeyAgain()
    {
        var directory = new ConnectionDirectory(Configuration(), _ => null, _egress, _changes, new SecretVault(MasterKey.Create()));
        directory.Take([Stored("https://api.groq.com", null)], []);
        Assert.Contains("master key has changed", directory.Find("groq")!.Problem);
    }

    [Fact]
    public void Take_Disabled_IsNotCalled()
    {
        var directory = Build(("GROQ_API_KEY", Key));
        directory.Take([new StoredGateway { Id = "groq", Enabled = false }], []);
        Assert.Equal(("Disabled", null), (directory.Find("groq")!.Word, directory.Find("groq")!.Live));
    }

    [Fact]
    public void Take_AChange_RaisesTheSignal()
    {
        var directory = Build();
        var raised = 0;
        using var subscription = _changes.Subscribe(Subjects.Connections, () => raised++);
        directory.Take([], []);
        Assert.Equal(1, raised);
    }

    [Fact]
    public void Statuses_OwnGatewayInConfiguration_IsACustomOne()
    {
        var own = Build(("Gateways:lab:BaseUrl", "http://10.1.2.3:8000/v1"), ("Gateways:lab:Name", "Lab"), ("Gateways:lab:InFrontOf", "groq")).Find("lab")!;
        Assert.Equal(("Lab", "groq", GatewayKind.Custom), (own.Live!.Gateway.Name, own.Live.InFrontOf, own.Gateway.Kind));
    }

    [Fact]
    public void Statuses_SelfHostedWithoutAddress_IsNotSetUp() => Assert.Equal("Not set up", Build().Find("ollama")!.Word);

    [Fact]
    public void Statuses_Gantry_IsNotCallable() => Assert.Equal(("Not callable", null), (Build().Find("gantry")!.Word, Build().Find("gantry")!.Current));

    [Fact]
    public void Simulated_KeysSet_StillHasTheWholeSet() => Assert.Equal(
        ["openrouter", "aimlapi", "together", "groq", "sambanova", "baseten", "failing", "buffering", "reasoning"],
        Build(("GROQ_API_KEY", Key)).Simulated.Select(connection => connection.Gateway.Id));

    [Fact]
    public void Rebuild_AddressGone_TakesTheAllowanceBack()
    {
        var configuration = Configuration(("Gateways:ollama:BaseUrl", "http://127.0.0.1:11434/v1"));
        var directory = new ConnectionDirectory(configuration, _ => null, _egress, _changes, _vault);
        Assert.Null(_egress.Refusal("127.0.0.1", 11434, [IPAddress.Loopback]));
        configuration["Gateways:ollama:BaseUrl"] = "http://127.0.0.1:11435/v1";
        directory.Rebuild();
        Assert.NotNull(_egress.Refusal("127.0.0.1", 11434, [IPAddress.Loopback]));
        Assert.Null(_egress.Refusal("127.0.0.1", 11435, [IPAddress.Loopback]));
    }

    // What was typed on a page is not an allowance: the user gives that on its own.
    [Fact]
    public void Take_PrivateAddressWithoutAllowance_StaysRefused()
    {
        var directory = Build();
        directory.Take([new StoredGateway { Id = "vllm", BaseUrl = "http://192.168.1.7:8000/v1" }], []);
        Assert.NotNull(_egress.Refusal(directory.Find("vllm")!.Live!.BaseUrl));
        directory.Take([new StoredGateway { Id = "vllm", BaseUrl = "http://192.168.1.7:8000/v1" }], [new Uri("http://192.168.1.7:8000")]);
        Assert.Null(_egress.Refusal(directory.Find("vllm")!.Live!.BaseUrl));
    }

    [Fact]
    public void Statuses_Records_NeverShowAKey() =>
        Assert.DoesNotContain(Key, string.Join('\n', Build(("GROQ_API_KEY", Key)).Statuses.Select(status => status.ToString())));

    private StoredGateway Stored(string enteredFor, string? baseUrl) => new()
    {
        Id = "groq",
        BaseUrl = baseUrl,
        Secrets = new Dictionary<string, SealedSecret> { ["key"] = _vault.Seal(new Secret(Key), new SecretBinding("groq", "key", enteredFor)) },
    };

    private ConnectionDirectory Build(params (string Key, string Value)[] settings) => new(Configuration(settings), Simulated, _egress, _changes, _vault);

    private static Uri? Simulated(string id) => GatewayCatalogue.Hosted.Concat(GatewayCatalogue.Teaching).Any(gateway => gateway.Id == id)
        ? new Uri($"http://127.0.0.1:9999/{id}/v1")
        : null;

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        .Build();
}
