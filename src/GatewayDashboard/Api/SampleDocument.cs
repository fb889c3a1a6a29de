using System.Diagnostics;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Api;

/// <summary>One sample as exported. Times with <c>Us</c> are µs after t0, the first request byte; null means it did not happen or was not seen.</summary>
public sealed record SampleDocument
{
    /// <summary>The request id, as the gateway saw it in <c>X-Client-Request-Id</c>.</summary>
    public required string RequestId { get; init; }

    /// <summary>The target's key.</summary>
    public required string Target { get; init; }

    /// <summary>The prompt's name.</summary>
    public required string Prompt { get; init; }

    /// <summary>The block.</summary>
    public required int Block { get; init; }

    /// <summary>Place in the block's random order.</summary>
    public required int Position { get; init; }

    /// <summary>Kept apart as warm-up.</summary>
    public required bool WarmUp { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>What went wrong, or null.</summary>
    public CallFault? Fault { get; init; }

    /// <summary>HTTP status, or null.</summary>
    public int? Status { get; init; }

    /// <summary>The gateway's finish reason, or null.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Wall clock at the start, a label only.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Live, custom address or simulated.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Where it was measured from.</summary>
    public required string Vantage { get; init; }

    /// <summary>Who held the watch.</summary>
    public required ArrivalClock Clock { get; init; }

    /// <summary>First-token latency, ms.</summary>
    public double? FirstTokenMs { get; init; }

    /// <summary>First-answer latency, ms.</summary>
    public double? FirstAnswerMs { get; init; }

    /// <summary>Total latency, ms.</summary>
    public double? TotalMs { get; init; }

    /// <summary>How long a failed call took to fail, ms.</summary>
    public double? TimeToFailureMs { get; init; }

    /// <summary>Output speed, tokens per second.</summary>
    public double? OutputSpeed { get; init; }

    /// <summary>Tokens and cost as reported by the gateway, or null.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>Visible text by the common tokenizer.</summary>
    public int? NormalisedOutput { get; init; }

    /// <summary>What it cost, USD, or null where unknown.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>The model the gateway says it served.</summary>
    public string? ServedModel { get; init; }

    /// <summary>The upstream the gateway says it used.</summary>
    public string? ServedProvider { get; init; }

    /// <summary>The connection.</summary>
    public required PhasesDocument Phases { get; init; }

    /// <summary>Reads that brought body bytes.</summary>
    public required int Reads { get; init; }

    /// <summary>Reads that completed several events.</summary>
    public required int CoalescedReads { get; init; }

    /// <summary>Oddities, by name.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Every token-bearing event; empty once event times are past their 30 days.</summary>
    public required IReadOnlyList<EventDocument> Events { get; init; }

    /// <summary>The document of a sample.</summary>
    public static SampleDocument Of(Sample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var measurement = sample.Measurement;
        var line = measurement.Timeline;
        return new()
        {
            RequestId = sample.Call.Id,
            Target = sample.Call.TargetKey,
            Prompt = sample.Call.Prompt,
            Block = sample.Call.Block,
            Position = sample.Call.Position,
            WarmUp = sample.Call.WarmUp,
            Outcome = measurement.Outcome,
            Fault = measurement.Fault,
            Status = measurement.Status,
            FinishReason = measurement.FinishReason,
            StartedAt = sample.StartedAt,
            Provenance = sample.Provenance,
            Vantage = sample.Vantage,
            Clock = measurement.Clock,
            FirstTokenMs = measurement.FirstToken?.TotalMilliseconds,
            FirstAnswerMs = measurement.FirstAnswer?.TotalMilliseconds,
            TotalMs = measurement.Total?.TotalMilliseconds,
            TimeToFailureMs = measurement.TimeToFailure?.TotalMilliseconds,
            OutputSpeed = measurement.OutputSpeed,
            Usage = measurement.Usage,
            NormalisedOutput = measurement.NormalisedOutput,
            CostUsd = sample.CostUsd,
            ServedModel = measurement.ServedModel,
            ServedProvider = measurement.ServedProvider,
            Phases = PhasesDocument.Of(line),
            Reads = measurement.Reads,
            CoalescedReads = measurement.CoalescedReads,
            Notes = measurement.Notes,
            Events = [.. line.Tokens.Select(token => new EventDocument(Us(line, token.Ticks)!.Value, token.Channel, token.Size, token.Coalesced))],
        };
    }

    internal static long? Us(CallTimeline line, long? ticks) =>
        ticks is { } at ? (long)Math.Round((at - line.Start) * 1_000_000.0 / Stopwatch.Frequency) : null;
}

/// <summary>One token-bearing event.</summary>
/// <param name="Us">µs after t0.</param>
/// <param name="Channel">Answer, reasoning, refusal or tool call.</param>
/// <param name="Size">UTF-8 bytes of text.</param>
/// <param name="Coalesced">Whether it shares its stamp with others of the same read.</param>
public sealed record EventDocument(long Us, TokenChannel Channel, int Size, bool Coalesced);

/// <summary>The steps of a call.</summary>
public sealed record PhasesDocument
{
    /// <summary>Whether the connection was open before.</summary>
    public required bool Reused { get; init; }

    /// <summary>Waiting for a lane, ms.</summary>
    public double? PoolWaitMs { get; init; }

    /// <summary>Name resolution, ms.</summary>
    public double? DnsMs { get; init; }

    /// <summary>TCP handshake, ms.</summary>
    public double? TcpMs { get; init; }

    /// <summary>TLS handshake, ms.</summary>
    public double? TlsMs { get; init; }

    /// <summary>The address reached.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>From the last instruction before the send to t0, µs.</summary>
    public long SendUs { get; init; }

    /// <summary>Response headers.</summary>
    public long? HeadersUs { get; init; }

    /// <summary>First SSE comment.</summary>
    public long? FirstCommentUs { get; init; }

    /// <summary>First event of any kind.</summary>
    public long? FirstEventUs { get; init; }

    /// <summary>First token.</summary>
    public long? FirstTokenUs { get; init; }

    /// <summary>First reasoning token.</summary>
    public long? FirstReasoningUs { get; init; }

    /// <summary>First answer token.</summary>
    public long? FirstAnswerUs { get; init; }

    /// <summary>Last token.</summary>
    public long? LastTokenUs { get; init; }

    /// <summary>The end.</summary>
    public long DoneUs { get; init; }

    internal static PhasesDocument Of(CallTimeline line) => new()
    {
        Reused = line.Connection.Reused,
        PoolWaitMs = line.Connection.PoolWait?.TotalMilliseconds,
        DnsMs = line.Connection.Dns?.TotalMilliseconds,
        TcpMs = line.Connection.Tcp?.TotalMilliseconds,
        TlsMs = line.Connection.Tls?.TotalMilliseconds,
        RemoteAddress = line.Connection.RemoteAddress,
        SendUs = -SampleDocument.Us(line, line.Call)!.Value,
        HeadersUs = SampleDocument.Us(line, line.Headers),
        FirstCommentUs = SampleDocument.Us(line, line.FirstComment),
        FirstEventUs = SampleDocument.Us(line, line.FirstEvent),
        FirstTokenUs = SampleDocument.Us(line, line.FirstToken),
        FirstReasoningUs = SampleDocument.Us(line, line.FirstReasoning),
        FirstAnswerUs = SampleDocument.Us(line, line.FirstAnswer),
        LastTokenUs = SampleDocument.Us(line, line.LastToken),
        DoneUs = SampleDocument.Us(line, line.Done)!.Value,
    };
}
