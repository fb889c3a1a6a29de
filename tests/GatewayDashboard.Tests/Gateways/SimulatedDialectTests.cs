using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Secrets;
using GatewayDashboard.Core.Spending;
using GatewayDashboard.Simulator;

namespace GatewayDashboard.Tests.Gateways;

/// <summary>Each gateway's dialect against a simulated gateway that speaks it from data of its own.</summary>
public sealed class SimulatedDialectTests(SimulatedDialectTests.Room room) : IClassFixture<SimulatedDialectTests.Room>
{
    private const string Key = "sk-canary-0123456789abcdef";
    private int _calls;

    [Theory]
    [InlineData("openrouter", "usage")]
    [InlineData("aimlapi", "usage")]
    [InlineData("together", "usage")]
    [InlineData("groq", "x_groq.usage")]
    [InlineData("sambanova", "usage")]
    [InlineData("baseten", "usage")]
    [InlineData("portkey", "usage")]
    [InlineData("kong", "usage")]
    [InlineData("litellm", "usage")]
    [InlineData("vllm", "usage")]
    [InlineData("ollama", "usage")]
    [InlineData("llamacpp", "usage")]
    public async Task Stream_WithItsQuirks_EndsWellAndFindsUsageWhereItStands(string gateway, string foundAt)
    {
        var measurement = await AskAsync(gateway, Model(gateway));

        Assert.True(measurement.Succeeded, $"{measurement.Outcome} {measurement.Fault}");
        Assert.NotEmpty(measurement.Answer);
        Assert.Equal(foundAt, measurement.Usage!.FoundAt);
        Assert.True(measurement.Usage.Input > 0 && measurement.Usage.Output > 0);
    }

    [Theory]
    [InlineData("openrouter")]
    [InlineData("aimlapi")]
    public async Task Stream_GatewayThatReportsItsCost_IsRead(string gateway) =>
        Assert.True((await AskAsync(gateway, Model(gateway))).Usage!.CostUsd > 0);

    [Theory]
    [InlineData("groq", "day", 14400)]
    [InlineData("sambanova", "minute", 60)]
    [InlineData("together", null, 100)]
    public async Task Stream_RateLimitHeaders_AreRead(string gateway, string? window, long limit)
    {
        var measurement = await AskAsync(gateway, Model(gateway));

        var requests = RateLimitReader.Read(GatewayCatalogue.Find(gateway)!.Dialect, measurement.Headers, TimeProvider.System.GetUtcNow())[0];
        Assert.Equal((RateLimitCount.Requests, window, limit), (requests.Counts, requests.Window, requests.Limit));
        Assert.NotNull(requests.ResetsIn);
    }

    [Theory]
    [InlineData("openrouter", "fault/C3", Outcome.Account)]
    [InlineData("aimlapi", "fault/C8?status=403", Outcome.Account)]
    [InlineData("together", "fault/C8?status=403", Outcome.Request)]
    [InlineData("groq", "fault/C6", Outcome.Model)]
    [InlineData("sambanova", "fault/C8?status=410", Outcome.Model)]
    [InlineData("baseten", "fault/C3", Outcome.Account)]
    [InlineData("portkey", "fault/C8?status=412", Outcome.Account)]
    [InlineData("kong", "fault/C12", Outcome.RateLimited)]
    [InlineData("litellm", "fault/C12", Outcome.RateLimited)]
    [InlineData("vllm", "fault/C6", Outcome.Model)]
    [InlineData("ollama", "fault/C6", Outcome.Model)]
    [InlineData("llamacpp", "fault/C19", Outcome.Overloaded)]
    public async Task Refusal_InItsOwnShape_MeansWhatItMeansThere(string gateway, string fault, Outcome outcome)
    {
        var measurement = await AskAsync(gateway, fault);

        Assert.Equal(outcome, measurement.Outcome);
        Assert.NotEmpty(measurement.Fault!.Message);
    }

    [Fact]
    public async Task Refusal_ThatEchoesTheKey_IsKeptWithoutIt()
    {
        var measurement = await AskAsync("groq", "fault/C2");

        Assert.Equal(Outcome.Auth, measurement.Outcome);
        Assert.DoesNotContain(Key, measurement.ToString());
        Assert.DoesNotContain(Key, measurement.Fault!.Message);
    }

    [Theory]
    [InlineData("openrouter", 0.03, 0.17)]
    [InlineData("aimlapi", 0.48139, 1.30663)]
    [InlineData("together", 0.15, 0.6)]
    [InlineData("groq", 0.15, 0.6)]
    [InlineData("baseten", 0.1, 0.5)]
    public async Task ModelsList_InItsOwnShape_GivesUsdPerMillion(string gateway, double input, double output)
    {
        var list = await room.Lists.ReadAsync(room.Connection(gateway, Key), TestContext.Current.CancellationToken);

        var model = Assert.Single(list.Models, model => model.Id == "openai/gpt-oss-120b");
        Assert.Equal(((decimal?)input, (decimal?)output), (model.Input, model.Output));
    }

    [Fact]
    public async Task ModelsList_NumbersPerToken_GiveUsdPerMillion()
    {
        var list = await room.Lists.ReadAsync(room.Connection("sambanova", Key), TestContext.Current.CancellationToken);

        Assert.Equal(0.22m, Assert.Single(list.Models, model => model.Id == "gpt-oss-120b").Input);
    }

    [Theory]
    [InlineData("vllm")]
    [InlineData("ollama")]
    [InlineData("llamacpp")]
    public async Task ModelsList_OfALocalServer_IsReadWithoutPrices(string gateway)
    {
        var list = await room.Lists.ReadAsync(room.Connection(gateway, null), TestContext.Current.CancellationToken);

        Assert.Equal(Outcome.Ok, list.Outcome);
        Assert.All(list.Models, model => Assert.Null(model.Input));
    }

    [Fact]
    public async Task ModelsList_Kong_HasNoneAndSaysSo() =>
        Assert.Contains("no models list", (await room.Lists.ReadAsync(room.Connection("kong", Key), TestContext.Current.CancellationToken)).Fault!.Message);

    private static string Model(string gateway) => gateway switch
    {
        "sambanova" => "gpt-oss-120b",
        "openrouter" or "aimlapi" or "together" or "groq" or "baseten" => "openai/gpt-oss-120b",
        _ => "llama-3.1-8b-instruct",
    };

    private Task<CallMeasurement> AskAsync(string gateway, string model) => room.Client.SendAsync(
        room.Connection(gateway, Key),
        new CompletionRequest { Model = model, Messages = [ChatMessage.User("Say something about AI.")], MaxTokens = 40 },
        new CallPermit($"{gateway}-{model.GetHashCode(StringComparison.Ordinal):x}-{Interlocked.Increment(ref _calls)}", 0),
        new CallLimits(),
        TestContext.Current.CancellationToken);

    /// <summary>Simulated gateways two hundred times as fast as real, and a client that may call them.</summary>
    public sealed class Room : IAsyncLifetime
    {
        private readonly EgressPolicy _egress = new();
        private SimulatedGateways? _gateways;

        public Room()
        {
            Client = new GatewayClient(_egress);
            Lists = new ModelListClient(_egress);
        }

        public GatewayClient Client { get; }

        public ModelListClient Lists { get; }

        public async ValueTask InitializeAsync()
        {
            _gateways = await SimulatedGateways.StartAsync(new SimulatorOptions { TimeScale = 200 }, TestContext.Current.CancellationToken);
            _egress.Allow(_gateways.BaseUrl("groq"));
        }

        public Connection Connection(string gateway, string? key) => new()
        {
            Gateway = GatewayCatalogue.Find(gateway)!,
            BaseUrl = _gateways!.BaseUrl(gateway),
            Key = key is null ? null : new Secret(key),
            Provenance = Provenance.Simulated,
        };

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            if (_gateways is not null)
            {
                await _gateways.DisposeAsync();
            }
        }
    }
}
