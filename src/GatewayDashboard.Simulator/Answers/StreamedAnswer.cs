using GatewayDashboard.Simulator.Dialects;

namespace GatewayDashboard.Simulator.Answers;

/// <summary>An answer as a stream of events, each with the time at which it leaves.</summary>
internal static class StreamedAnswer
{
    private const double CommentEveryMs = 150;

    public static Reply Write(Answer answer) => new()
    {
        Headers = [new("Content-Type", "text/event-stream; charset=utf-8"), new("Cache-Control", "no-cache"), .. answer.Headers],
        Parts = answer.Plan.Buffered ? HoldBack(Events(answer), answer.Pace.Ticks(answer.Plan.TotalMs)) : Events(answer),
    };

    private static IEnumerable<BodyPart> Events(Answer answer)
    {
        var (plan, pace, chunks, dialect) = (answer.Plan, answer.Pace, answer.Chunks, answer.Dialect);
        if (dialect.KeepAliveComment is { } comment)
        {
            for (var ms = 0.0; ms < (plan.RoleMs ?? plan.FirstTokenMs); ms += CommentEveryMs)
            {
                yield return BodyPart.Of(PartKind.Comment, pace.Ticks(ms), comment + "\n\n");
            }
        }

        if (plan.RoleMs is { } role)
        {
            var extra = dialect.Usage == UsageDelivery.GroqAndOnRequest ? $",\"x_groq\":{{\"id\":{ChunkWriter.Quote("req_" + answer.Id)}}}" : "";
            yield return BodyPart.Of(PartKind.Role, pace.Ticks(role), chunks.Role(extra));
        }

        foreach (var part in Tokens(answer))
        {
            yield return part;
        }

        var end = pace.Ticks(plan.TotalMs);
        foreach (var part in Closing(answer, end))
        {
            yield return part;
        }
    }

    private static IEnumerable<BodyPart> Tokens(Answer answer)
    {
        var plan = answer.Plan;
        using var answerText = Prose.Tokens(plan.TextSeed).GetEnumerator();
        using var reasoningText = Prose.Tokens(plan.TextSeed + 1).GetEnumerator();
        for (var done = 0; done < plan.CompletionTokens;)
        {
            var reasoning = done < plan.ReasoningTokens;
            var count = Math.Min(plan.TokensPerChunk, (reasoning ? plan.ReasoningTokens : plan.CompletionTokens) - done);
            var text = reasoning ? reasoningText : answerText;
            var piece = "";
            for (var token = 0; token < count; token++)
            {
                text.MoveNext();
                piece += text.Current;
            }

            // A chunk of several tokens leaves when its last token is there, except the first: that is when the answer begins.
            var last = done == 0 ? 0 : done + count - 1;
            yield return BodyPart.Of(
                reasoning ? PartKind.Reasoning : PartKind.Content,
                answer.Pace.Ticks(plan.FirstTokenMs + (plan.GapMs * last)),
                reasoning ? answer.Chunks.Reasoning(piece) : answer.Chunks.Content(piece),
                count);
            done += count;
        }
    }

    private static IEnumerable<BodyPart> Closing(Answer answer, long end)
    {
        var usage = answer.Usage;
        var beside = answer.Dialect.Usage switch
        {
            UsageDelivery.WithFinish => $",\"usage\":{usage.Json}",
            UsageDelivery.GroqAndOnRequest => $",\"x_groq\":{{\"id\":{ChunkWriter.Quote("req_" + answer.Id)},\"usage\":{usage.Json}}}",
            _ => "",
        };
        var separate = answer.Dialect.Usage == UsageDelivery.Always || (answer.Request.IncludeUsage && answer.Dialect.Usage != UsageDelivery.WithFinish);

        // What the gateway says beside usage comes with the very last chunk, with or without a usage chunk.
        yield return BodyPart.Of(PartKind.Finish, end, answer.Chunks.Finish(answer.FinishReason, beside + (separate ? "" : usage.Beside)));
        if (separate)
        {
            yield return BodyPart.Of(PartKind.Usage, end, answer.Chunks.Usage(usage.Json, usage.Beside));
        }

        yield return BodyPart.Of(PartKind.Done, end, "data: [DONE]\n\n");
    }

    /// <summary>A proxy that buffers: nothing but headers until the end, then everything in few large sends.</summary>
    private static IEnumerable<BodyPart> HoldBack(IEnumerable<BodyPart> parts, long end)
    {
        var all = parts.ToList();
        foreach (var batch in all.Where(part => part.Kind != PartKind.Done).Chunk(40))
        {
            var kind = Array.Exists(batch, part => part.Kind == PartKind.Content) ? PartKind.Content : batch[^1].Kind;
            yield return BodyPart.Of(kind, end, string.Concat(batch.Select(part => part.Text)), batch.Sum(part => part.Tokens));
        }

        foreach (var done in all.Where(part => part.Kind == PartKind.Done))
        {
            yield return done;
        }
    }
}
