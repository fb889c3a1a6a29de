using System.Globalization;
using GatewayDashboard.Simulator.Dialects;

namespace GatewayDashboard.Simulator.Answers;

/// <summary>An answer to a request that did not ask for a stream: one JSON object when it is complete.</summary>
internal static class WholeAnswer
{
    public static Reply Write(Answer answer)
    {
        var reply = Reply.Json(200, Json(answer), answer.Pace.Ticks(answer.Plan.TotalMs), [.. answer.Headers]);
        if (answer.Dialect.Extras == UsageExtras.MetaUsage && answer.CostUsd is { } cost)
        {
            reply = reply
                .With("x-aimlapi-usd-spent", cost.ToString("0.############", CultureInfo.InvariantCulture))
                .With("x-aimlapi-credits-used", (cost * 2_000_000).ToString("0", CultureInfo.InvariantCulture));
        }

        var part = reply.Parts.Single() with { Kind = PartKind.Content, Tokens = answer.Plan.CompletionTokens };
        return reply with { Parts = [part] };
    }

    public static string Json(Answer answer)
    {
        var plan = answer.Plan;
        var reasoning = plan.ReasoningTokens == 0 ? "" : $",\"{answer.Dialect.ReasoningField}\":{ChunkWriter.Quote(string.Concat(Prose.Tokens(plan.TextSeed + 1).Take(plan.ReasoningTokens)))}";
        var content = ChunkWriter.Quote(string.Concat(Prose.Tokens(plan.TextSeed).Take(plan.Tokens)));
        var provider = answer.Dialect.Provider is { } name ? $",\"provider\":{ChunkWriter.Quote(name)}" : "";
        var beside = answer.Dialect.Usage == UsageDelivery.GroqAndOnRequest ? $",\"x_groq\":{{\"id\":{ChunkWriter.Quote("req_" + answer.Id)}}}" : answer.Usage.Beside;
        return $"{{\"id\":{ChunkWriter.Quote(answer.Id)},\"object\":\"chat.completion\",\"created\":{answer.Created.ToString(CultureInfo.InvariantCulture)},\"model\":{ChunkWriter.Quote(answer.Model)}{provider}," +
            $"\"choices\":[{{\"index\":0,\"message\":{{\"role\":\"assistant\",\"content\":{content}{reasoning}}},\"logprobs\":null,\"finish_reason\":{ChunkWriter.Quote(answer.FinishReason)}}}],\"usage\":{answer.Usage.Json}{beside}}}";
    }
}
