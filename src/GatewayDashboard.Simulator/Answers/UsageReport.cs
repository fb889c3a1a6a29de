using System.Globalization;
using GatewayDashboard.Simulator.Dialects;

namespace GatewayDashboard.Simulator.Answers;

/// <summary>An answer's usage in a gateway's words.</summary>
/// <param name="dialect">Whose words.</param>
/// <param name="promptTokens">Tokens of the prompt.</param>
/// <param name="plan">The answer.</param>
/// <param name="costUsd">What it costs, or null where no price is known.</param>
/// <param name="created">When it was made, Unix seconds.</param>
internal sealed class UsageReport(WireDialect dialect, int promptTokens, AnswerPlan plan, decimal? costUsd, long created)
{
    private readonly double _first = plan.FirstTokenMs / 1000;
    private readonly double _total = plan.TotalMs / 1000;

    /// <summary>The usage object.</summary>
    public string Json
    {
        get
        {
            var reasoning = plan.ReasoningTokens == 0 ? "" : $",\"completion_tokens_details\":{{\"reasoning_tokens\":{plan.ReasoningTokens}}}";
            return Invariant($"{{\"prompt_tokens\":{promptTokens},\"completion_tokens\":{plan.CompletionTokens},\"total_tokens\":{promptTokens + plan.CompletionTokens}{reasoning}{Times}}}");
        }
    }

    /// <summary>Members beside the usage object, each with its comma in front.</summary>
    public string Beside => dialect.Extras switch
    {
        UsageExtras.MetaUsage => Invariant($",\"meta\":{{\"usage\":{{\"credits_used\":{(costUsd is { } cost ? (cost * 2_000_000).ToString("0", CultureInfo.InvariantCulture) : "null")},\"usd_spent\":{Number(costUsd)}}}}}"),
        UsageExtras.LlamaTimings => Invariant($",\"timings\":{{\"cache_n\":0,\"prompt_n\":{promptTokens},\"prompt_ms\":{plan.FirstTokenMs:0.###},\"prompt_per_second\":{Rate(promptTokens, _first):0.##},\"predicted_n\":{plan.CompletionTokens},\"predicted_ms\":{plan.TotalMs - plan.FirstTokenMs:0.###},\"predicted_per_second\":{Rate(plan.CompletionTokens, _total - _first):0.##}}}"),
        _ => "",
    };

    private string Times => dialect.Extras switch
    {
        UsageExtras.Cost => Invariant($",\"cost\":{Number(costUsd)},\"is_byok\":false,\"prompt_tokens_details\":{{\"cached_tokens\":0}}"),
        UsageExtras.GroqTimes => Invariant($",\"queue_time\":0.001,\"prompt_time\":{_first:0.######},\"completion_time\":{_total - _first:0.######},\"total_time\":{_total:0.######}"),
        UsageExtras.SambaNovaTimes => Invariant($",\"time_to_first_token\":{_first:0.######},\"total_latency\":{_total:0.######},\"completion_tokens_per_sec\":{Rate(plan.CompletionTokens, _total):0.##},\"completion_tokens_after_first_per_sec\":{Rate(plan.CompletionTokens - 1, _total - _first):0.##},\"start_time\":{created},\"end_time\":{created + _total:0.###}"),
        _ => "",
    };

    private static double Rate(double count, double seconds) => seconds > 0 ? count / seconds : 0;

    private static string Number(decimal? value) => value is { } known ? known.ToString("0.############", CultureInfo.InvariantCulture) : "null";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
