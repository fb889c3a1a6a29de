using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Secrets;
using GatewayDashboard.Core.Spending;

namespace GatewayDashboard.Core.Tests.Completions;

/// <summary>One call, as the tests make it.</summary>
internal static class Call
{
    public const string Key = "sk-canary-0123456789";

    public static readonly CompletionRequest Request = new() { Model = "m", Messages = [ChatMessage.User("Hello")] };

    public static Connection To(Uri address, GatewayDialect? dialect = null, string? key = Key) => new()
    {
        Gateway = new Gateway { Id = "test", Name = "Test", Kind = GatewayKind.Custom, Dialect = dialect ?? new GatewayDialect() },
        BaseUrl = address,
        Key = key is null ? null : new Secret(key),
        Provenance = Provenance.CustomAddress,
    };

    public static GatewayClient Client(Uri allowed, GatewayClientOptions? options = null) => new(new EgressPolicy(allowed), options);

    public static async Task<(CallMeasurement Measurement, List<CompletionEvent> Events)> SendAsync(
        GatewayClient client, Connection connection, CompletionRequest? request = null, CallLimits? limits = null, CancellationToken cancellationToken = default)
    {
        var events = new List<CompletionEvent>();
        await foreach (var happening in client.StreamAsync(connection, request ?? Request, new CallPermit(Guid.NewGuid().ToString("N"), 0), limits ?? new CallLimits(), cancellationToken))
        {
            events.Add(happening);
        }

        return (Assert.IsType<CallEnded>(events[^1]).Measurement, events);
    }

    /// <summary>One call to a server that gives one answer.</summary>
    public static async Task<CallMeasurement> OnceAsync(string response, CallLimits? limits = null, GatewayDialect? dialect = null)
    {
        await using var server = new ScriptedServer(response);
        return await OnceAsync(server, limits, dialect);
    }

    public static async Task<CallMeasurement> OnceAsync(ScriptedServer server, CallLimits? limits = null, GatewayDialect? dialect = null)
    {
        using var client = Client(server.Address, new GatewayClientOptions { AfterDone = TimeSpan.FromMilliseconds(150), AfterFinish = TimeSpan.FromMilliseconds(150) });
        var (measurement, events) = await SendAsync(client, To(server.Address, dialect), limits: limits);
        Assert.Single(events, e => e is CallEnded);
        return measurement;
    }
}
