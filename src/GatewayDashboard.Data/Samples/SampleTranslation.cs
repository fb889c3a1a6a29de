using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Data.Samples;

/// <summary>A sample as its rows and back, without loss of anything a figure rests on. Texts of answers are not kept.</summary>
internal static class SampleTranslation
{
    public static SampleRow ToRow(Sample sample, long runId, string variant)
    {
        var (call, measured) = (sample.Call, sample.Measurement);
        var (timeline, usage) = (measured.Timeline, measured.Usage);
        return new()
        {
            CallId = call.Id,
            RunId = runId,
            TargetKey = call.TargetKey,
            Prompt = call.Prompt,
            Block = call.Block,
            WarmUp = call.WarmUp,
            Variant = variant,
            Provenance = sample.Provenance,
            Vantage = sample.Vantage,
            Clock = measured.Clock,
            ScheduledAt = sample.StartedAt - System.Diagnostics.Stopwatch.GetElapsedTime(timeline.Scheduled, timeline.Call),
            StartedAt = sample.StartedAt,
            EndedAt = sample.EndedAt,
            Outcome = measured.Outcome,
            Status = measured.Status,
            StartNs = StopwatchTime.ToNanoseconds(timeline.Start),
            ScheduledNs = After(timeline.Scheduled),
            CallNs = After(timeline.Call),
            HeadersNs = Offset(timeline.Headers),
            FirstCommentNs = Offset(timeline.FirstComment),
            FirstEventNs = Offset(timeline.FirstEvent),
            FirstTokenNs = Offset(timeline.FirstToken),
            FirstReasoningNs = Offset(timeline.FirstReasoning),
            FirstAnswerNs = Offset(timeline.FirstAnswer),
            LastTokenNs = Offset(timeline.LastToken),
            DoneNs = After(timeline.Done),
            Reused = timeline.Connection.Reused,
            PoolWait = timeline.Connection.PoolWait,
            Dns = timeline.Connection.Dns,
            Tcp = timeline.Connection.Tcp,
            Tls = timeline.Connection.Tls,
            RemoteAddress = timeline.Connection.RemoteAddress,
            InputTokens = usage?.Input,
            OutputTokens = usage?.Output,
            ReasoningTokens = usage?.Reasoning,
            CachedInputTokens = usage?.CachedInput,
            UsageFoundAt = usage?.FoundAt,
            UsageReported = usage is not null,
            NormalisedOutput = measured.NormalisedOutput,
            CostUsd = sample.CostUsd,
            ReportedCostUsd = usage?.CostUsd,
            Reads = measured.Reads,
            CoalescedReads = measured.CoalescedReads,
            FinishReason = measured.FinishReason,
            ServedModel = measured.ServedModel,
            ServedProvider = measured.ServedProvider,
            SystemFingerprint = measured.SystemFingerprint,
            Notes = measured.Notes,
            Fault = measured.Fault is { } fault
                ? new() { CallId = call.Id, Message = fault.Message, Status = fault.Status, Code = fault.Code, Hint = fault.Hint, RetryAfter = fault.RetryAfter }
                : null,
            Events = timeline.Tokens.Count == 0 && measured.Headers.Count == 0
                ? null
                : new() { CallId = call.Id, Packed = TokenEventCodec.Pack(timeline.Tokens, timeline.Start), Headers = measured.Headers },
        };

        long After(long ticks) => StopwatchTime.ToNanoseconds(ticks - timeline.Start);
        long? Offset(long? ticks) => ticks is { } moment ? After(moment) : null;
    }

    public static Sample ToSample(SampleRow row)
    {
        var start = StopwatchTime.FromNanoseconds(row.StartNs);
        var measurement = new CallMeasurement
        {
            RequestId = row.CallId,
            Outcome = row.Outcome,
            Fault = row.Fault is { } fault ? new CallFault(fault.Message, fault.Status, fault.Code, fault.Hint, fault.RetryAfter) : null,
            Timeline = ToTimeline(row, start),
            Clock = row.Clock,
            Usage = row.UsageReported
                ? new()
                {
                    Input = row.InputTokens,
                    Output = row.OutputTokens,
                    Reasoning = row.ReasoningTokens,
                    CachedInput = row.CachedInputTokens,
                    CostUsd = row.ReportedCostUsd,
                    FoundAt = row.UsageFoundAt,
                }
                : null,
            NormalisedOutput = row.NormalisedOutput,
            FinishReason = row.FinishReason,
            Status = row.Status,
            ServedModel = row.ServedModel,
            ServedProvider = row.ServedProvider,
            SystemFingerprint = row.SystemFingerprint,
            Reads = row.Reads,
            CoalescedReads = row.CoalescedReads,
            Notes = row.Notes,
            Headers = row.Events?.Headers ?? [],
        };
        return new(row.Call!.ToPlannedCall(), measurement, row.StartedAt, row.EndedAt, row.Vantage, row.Provenance, row.CostUsd);
    }

    private static CallTimeline ToTimeline(SampleRow row, long start)
    {
        return new()
        {
            Scheduled = Moment(row.ScheduledNs),
            Call = Moment(row.CallNs),
            Start = start,
            Headers = Optional(row.HeadersNs),
            FirstComment = Optional(row.FirstCommentNs),
            FirstEvent = Optional(row.FirstEventNs),
            FirstToken = Optional(row.FirstTokenNs),
            FirstReasoning = Optional(row.FirstReasoningNs),
            FirstAnswer = Optional(row.FirstAnswerNs),
            LastToken = Optional(row.LastTokenNs),
            Done = Moment(row.DoneNs),
            Tokens = row.Events is { } events ? TokenEventCodec.Unpack(events.Packed, start) : [],
            Connection = new()
            {
                Reused = row.Reused,
                PoolWait = row.PoolWait,
                Dns = row.Dns,
                Tcp = row.Tcp,
                Tls = row.Tls,
                RemoteAddress = row.RemoteAddress,
            },
        };

        long Moment(long nanoseconds) => start + StopwatchTime.FromNanoseconds(nanoseconds);
        long? Optional(long? nanoseconds) => nanoseconds is { } offset ? Moment(offset) : null;
    }
}
