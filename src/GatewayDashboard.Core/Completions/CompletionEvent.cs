using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

/// <summary>Something that happened to a call. Every event carries the arrival of the read that completed it, in Stopwatch ticks.</summary>
/// <param name="Ticks">Arrival, <see cref="System.Diagnostics.Stopwatch"/> ticks.</param>
public abstract record CompletionEvent(long Ticks);

/// <summary>Status and headers arrived. Not a latency metric: some gateways hold headers back until the first chunk.</summary>
/// <param name="Ticks">Arrival.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">Response headers, as evidence.</param>
public sealed record HeadersReceived(long Ticks, int Status, IReadOnlyList<KeyValuePair<string, string>> Headers) : CompletionEvent(Ticks);

/// <summary>A token-bearing event: a non-empty piece of text in one channel.</summary>
/// <param name="Ticks">Arrival.</param>
/// <param name="Channel">Answer, reasoning, refusal or tool call.</param>
/// <param name="Text">The piece; for tool calls the name or argument fragment.</param>
/// <param name="Coalesced">Whether one read brought several events, which then share the stamp.</param>
public sealed record TextDelta(long Ticks, TokenChannel Channel, string Text, bool Coalesced) : CompletionEvent(Ticks);

/// <summary>A piece of a tool call the model wants made; nothing is ever run.</summary>
/// <param name="Ticks">Arrival.</param>
/// <param name="Index">Which tool call of the answer.</param>
/// <param name="Name">The tool's name where this piece has it, else null.</param>
/// <param name="Arguments">The argument fragment, possibly empty.</param>
/// <param name="Coalesced">Whether one read brought several events.</param>
public sealed record ToolCallDelta(long Ticks, int Index, string? Name, string Arguments, bool Coalesced) : CompletionEvent(Ticks);

/// <summary>Usage arrived; the last one of a stream counts.</summary>
/// <param name="Ticks">Arrival.</param>
/// <param name="Usage">What the gateway reports.</param>
public sealed record UsageReported(long Ticks, TokenUsage Usage) : CompletionEvent(Ticks);

/// <summary>The gateway gave a finish reason.</summary>
/// <param name="Ticks">Arrival.</param>
/// <param name="Reason">Its own word.</param>
public sealed record Finished(long Ticks, string Reason) : CompletionEvent(Ticks);

/// <summary>Always the last event of a call, whatever happened: the whole measurement with its outcome.</summary>
/// <param name="Ticks">The end of the call.</param>
/// <param name="Measurement">Everything measured.</param>
public sealed record CallEnded(long Ticks, CallMeasurement Measurement) : CompletionEvent(Ticks);
