using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

/// <summary>What a complete answer is worth.</summary>
internal static class AnswerRules
{
    private static readonly string[] KnownReasons = ["stop", "length", "max_tokens", "tool_calls", "function_call", "content_filter", "eos", "end_turn", "stop_sequence", "error"];
    private static readonly string[] CacheHeaders = ["x-cache", "x-cache-status", "cf-cache-status", "x-portkey-cache-status", "x-kong-cache-status"];

    /// <summary>The class of an answer with a finish signal, and why it is not simply good.</summary>
    public static (Outcome Outcome, string? Message) Judge(AnswerReader answer, CallMeter meter)
    {
        var reason = meter.FinishReason;
        if (reason is null)
        {
            meter.Note("no-finish");
        }
        else if (!KnownReasons.Contains(reason))
        {
            meter.Note("unknown-finish-reason");
        }

        if (meter.SawTool)
        {
            meter.Note("tool-calls");
        }

        return reason switch
        {
            _ when answer.Undecodable => (Outcome.Decode, "Part of the answer could not be decoded."),
            "error" => (Outcome.StreamError, "The gateway ended the answer with the reason “error”."),
            _ when reason == "content_filter" || meter.SawRefusal => (Outcome.Filtered, "The answer was filtered or refused."),
            _ when !meter.HasAnswer => WithoutText(answer, meter),
            "length" or "max_tokens" => (Outcome.OkLength, null),
            _ => (Outcome.Ok, null),
        };
    }

    /// <summary>Notes what makes a complete answer incomparable.</summary>
    public static void NoteSuspicions(AnswerReader answer, CallMeter meter, string asked)
    {
        if (answer.ModelChanged)
        {
            meter.NoteSuspicion("model-changed");
        }

        if (answer.Model is { } served && !ModelNames.Agree(asked, served))
        {
            meter.NoteSuspicion("other-model");
        }

        if (meter.Headers.Any(IsCacheHit))
        {
            meter.NoteSuspicion("cached");
        }
    }

    private static (Outcome Outcome, string? Message) WithoutText(AnswerReader answer, CallMeter meter)
    {
        if (answer.OtherChoice)
        {
            return (Outcome.Decode, "Text came only for a choice that was not asked for.");
        }

        if (meter.SawReasoning || meter.Usage?.Reasoning > 0)
        {
            meter.Note(meter.FinishReason == "length" ? "reasoning-exhausted-budget" : "reasoning-only");
        }

        return (Outcome.Empty, "The answer has no text.");
    }

    private static bool IsCacheHit(KeyValuePair<string, string> header) =>
        header.Key.Equals("x-litellm-cache-key", StringComparison.OrdinalIgnoreCase)
        || (CacheHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase) && header.Value.StartsWith("hit", StringComparison.OrdinalIgnoreCase));
}
