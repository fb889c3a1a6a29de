using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Checks;

/// <summary>Fields that only make sense together, or not together.</summary>
internal static class FieldChecks
{
    private const long LargestExact = 9_007_199_254_740_991;

    public static IEnumerable<RequestFinding> Check(RequestDraft draft)
    {
        if (draft.Has("max_tokens") && draft.Has("max_completion_tokens"))
        {
            yield return new(FindingLevel.Error, "max_tokens", "max_tokens and max_completion_tokens are both set; many gateways refuse that.",
                Fix: new RequestFix("Remove max_tokens", d => d.Without("max_tokens")));
        }

        if (draft.Has("stream_options") && !draft.Stream)
        {
            yield return new(FindingLevel.Error, "stream_options", "stream_options is only taken together with stream.",
                Fix: new RequestFix("Remove stream_options", d => d.Without("stream_options")));
        }

        if (draft.Has("top_logprobs") && draft.Field("logprobs")?.GetValueKind() != JsonValueKind.True)
        {
            yield return new(FindingLevel.Error, "top_logprobs", "top_logprobs needs logprobs to be true.",
                Fix: new RequestFix("Set logprobs to true", d => d.With("logprobs", JsonValue.Create(true))));
        }

        bool tools = draft.Field("tools") is JsonArray { Count: > 0 };
        foreach (string name in new[] { "tool_choice", "parallel_tool_calls" })
        {
            if (draft.Has(name) && !tools)
            {
                yield return new(FindingLevel.Error, name, $"{name} is only taken together with tools.", Fix: new RequestFix($"Remove {name}", d => d.Without(name)));
            }
        }

        if (draft.Has("include_reasoning") && draft.Has("reasoning_format"))
        {
            yield return new(FindingLevel.Error, "reasoning_format", "reasoning_format and include_reasoning exclude each other.",
                "groq-python 1.6.0", new DateOnly(2026, 8, 18), new RequestFix("Remove include_reasoning", d => d.Without("include_reasoning")));
        }

        if (draft.Has("temperature") && draft.Has("top_p"))
        {
            yield return new(FindingLevel.Info, "top_p", "Both temperature and top_p are set; change one of them, not both.");
        }

        if (draft.Field("seed") is JsonValue seed && seed.GetValueKind() == JsonValueKind.Number && seed.TryGetValue(out long number) && Math.Abs((decimal)number) > LargestExact)
        {
            yield return new(FindingLevel.Info, "seed", "JavaScript rounds whole numbers beyond 9007199254740991, and so may a gateway.");
        }

        if (draft.Has("logit_bias"))
        {
            yield return new(FindingLevel.Info, "logit_bias", "Token ids belong to one tokenizer: on another model they name other tokens.");
        }

        foreach (string name in draft.Headers.Where(header => header.Variable is null && KeyLike.Is(header.Name, header.Text)).Select(header => header.Name))
        {
            yield return new(FindingLevel.Error, "headers", $"The header {name} looks like a key. It belongs in an environment variable.");
        }
    }
}
