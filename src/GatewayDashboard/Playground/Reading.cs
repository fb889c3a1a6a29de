using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Playground;

/// <summary>One figure of one call, read from its measurement and nowhere else.</summary>
internal readonly record struct Reading(double? Value, Provenance Provenance, string? Reason)
{
    public static Reading Of(PaneMetric metric, Answer answer)
    {
        var call = answer.Measurement!;
        var measured = answer.Target?.Connection.Provenance ?? Provenance.Measured;
        return metric switch
        {
            PaneMetric.FirstToken => new(call.FirstToken?.TotalMilliseconds, measured, NoToken(call, answer)),
            PaneMetric.FirstAnswer => new(call.FirstAnswer?.TotalMilliseconds, measured, call.FirstToken is null ? NoToken(call, answer) : "it ended before the answer began"),
            PaneMetric.Total => new(call.Total?.TotalMilliseconds, measured, "the call did not succeed"),
            PaneMetric.Speed => new(call.OutputSpeed, measured, NoSpeed(call)),
            PaneMetric.Input => Reported(call.Usage?.Input, call),
            PaneMetric.Output => call.Usage?.Output is { } output
                ? new(output, Provenance.Reported, null)
                : new(call.NormalisedOutput, Provenance.Estimated, "no text and no usage report"),
            PaneMetric.Reasoning => Reported(call.Usage?.Reasoning, call),
            PaneMetric.Cached => Reported(call.Usage?.CachedInput, call),
            _ => new((double?)answer.CostUsd, call.Usage?.CostUsd is null ? Provenance.Estimated : Provenance.Reported, call.Usage is null ? "no usage report" : "its price is not known here"),
        };
    }

    private static Reading Reported(int? tokens, CallMeasurement call) =>
        new(tokens, Provenance.Reported, call.Usage is null ? "the gateway sent no usage report" : "the usage report does not say");

    private static string NoToken(CallMeasurement call, Answer answer) =>
        !answer.Request.Stream || call.Outcome == Outcome.NotStream ? "the answer came whole, not as a stream" : "no token arrived";

    private static string NoSpeed(CallMeasurement call) => call switch
    {
        { Buffered: true } => "the answer was held back and then let go at once",
        { Timeline.Tokens.Count: < 2 } => "too few pieces arrived",
        _ => "too short to measure: at least 8 tokens over 20 ms are needed",
    };
}
