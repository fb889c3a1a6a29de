using System.Diagnostics;
using System.Globalization;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Credentials;

/// <summary>How far a stage of a tested call came.</summary>
public enum StageState
{
    /// <summary>As it should be.</summary>
    Passed,

    /// <summary>Here it ended.</summary>
    Failed,

    /// <summary>Worked, with something to know.</summary>
    Note,

    /// <summary>Not reached.</summary>
    Open,
}

/// <summary>One stage of a tested call.</summary>
/// <param name="Name">The stage.</param>
/// <param name="State">How far it came.</param>
/// <param name="Detail">What was found, in words.</param>
/// <param name="Took">How long it took, or null where that does not apply.</param>
public sealed record ConnectionStage(string Name, StageState State, string Detail, TimeSpan? Took = null);

/// <summary>Reads a measured call as stages, so that what is wrong has a place and a remedy.</summary>
public static class ConnectionStages
{
    private static readonly string[] s_names = ["Policy", "DNS", "TCP", "TLS", "HTTP", "Stream", "First token", "Usage", "Cost", "Model served"];

    /// <summary>The stages in order: those before a failure passed, those after it were not reached.</summary>
    /// <param name="connection">What was called.</param>
    /// <param name="model">The model asked for.</param>
    /// <param name="call">The measured call.</param>
    /// <param name="cost">What it cost by the price list, USD, or null where no price is known.</param>
    public static IReadOnlyList<ConnectionStage> Of(Connection connection, string model, CallMeasurement call, decimal? cost)
    {
        var failedAt = call.Succeeded ? s_names.Length : FailedAt(call.Outcome, call.Timeline);
        return [.. s_names.Select((name, at) => at < failedAt
            ? Passed(name, connection, model, call, cost)
            : new ConnectionStage(name, at == failedAt ? StageState.Failed : StageState.Open, at == failedAt ? Words(call) : ""))];
    }

    private static int FailedAt(Outcome outcome, CallTimeline timeline) => outcome switch
    {
        Outcome.Blocked or Outcome.Budget => 0,
        Outcome.ConnectDns => 1,
        Outcome.ConnectTcp => 2,
        Outcome.ConnectTls => 3,
        _ when timeline.Headers is null => 4,
        Outcome.Auth or Outcome.Account or Outcome.Model or Outcome.Request or Outcome.RateLimited or Outcome.Overloaded or Outcome.Server or Outcome.Redirect => 4,
        _ when timeline.FirstEvent is null => 5,
        _ when timeline.FirstToken is null => 6,
        _ => 5,
    };

    private static ConnectionStage Passed(string name, Connection connection, string model, CallMeasurement call, decimal? cost)
    {
        var phases = call.Timeline.Connection;
        return name switch
        {
            "Policy" => new(name, StageState.Passed, $"{connection.BaseUrl.Authority} may be called"),
            "DNS" => new(name, StageState.Passed, phases.Reused ? "the connection was open already" : phases.Dns is null ? "the address is a number" : "resolved", phases.Dns),
            "TCP" => new(name, StageState.Passed, phases.RemoteAddress is { } remote ? $"connected to {remote}" : "connected", phases.Tcp),
            "TLS" => connection.BaseUrl.Scheme == Uri.UriSchemeHttps
                ? new(name, StageState.Passed, "certificate trusted", phases.Tls)
                : new(name, StageState.Note, "plain http: key and prompt travel unencrypted"),
            "HTTP" => new(name, StageState.Passed, $"status {call.Status}", Since(call, call.Timeline.Headers)),
            "Stream" => new(name, StageState.Passed, $"{call.Timeline.Tokens.Count} pieces with text", Since(call, call.Timeline.FirstEvent)),
            "First token" => new(name, StageState.Passed, call.Timeline.FirstReasoning is null ? "an answer" : "reasoning first", Since(call, call.Timeline.FirstToken)),
            "Usage" => call.Usage is { Output: { } output } usage
                ? new(name, StageState.Passed, $"{(usage.Input is { } input ? input.ToString(CultureInfo.InvariantCulture) : "?")} in, {output} out, found at {usage.FoundAt}")
                : new(name, StageState.Note, "none reported: tokens will be counted here and marked as estimated"),
            "Cost" => Cost(name, call, cost),
            _ => Served(name, model, call),
        };
    }

    private static ConnectionStage Cost(string name, CallMeasurement call, decimal? cost) => (call.Usage?.CostUsd, cost) switch
    {
        ({ } reported, _) => new(name, StageState.Passed, $"{Usd(reported)} reported by the gateway"),
        (_, { } listed) => new(name, StageState.Passed, $"{Usd(listed)} by the price list"),
        _ => new(name, StageState.Note, "no price is known for this model"),
    };

    private static ConnectionStage Served(string name, string model, CallMeasurement call) => call.ServedModel switch
    {
        null => new(name, StageState.Note, "the gateway does not say"),
        var served when served == model => new(name, StageState.Passed, $"{served}{(call.ServedProvider is { } provider ? $" by {provider}" : "")}"),
        var served => new(name, StageState.Note, $"{served}, though {model} was asked for"),
    };

    private static string Usd(decimal amount) => "$" + amount.ToString("0.00######", CultureInfo.InvariantCulture);

    private static TimeSpan? Since(CallMeasurement call, long? ticks) => ticks is { } at ? Stopwatch.GetElapsedTime(call.Timeline.Start, at) : null;

    private static string Words(CallMeasurement call) =>
        string.Join(' ', new[] { call.Fault?.Message ?? $"Ended as {call.Outcome}.", call.Fault?.Hint }.Where(part => !string.IsNullOrEmpty(part)));
}
