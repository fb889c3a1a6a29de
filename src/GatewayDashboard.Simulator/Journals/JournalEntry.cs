namespace GatewayDashboard.Simulator.Journals;

/// <summary>What the simulator knows about one request, by its own clock: <see cref="System.Diagnostics.Stopwatch"/> ticks, on Linux comparable between processes.</summary>
public sealed record JournalEntry
{
    /// <summary>Counts the requests of one simulator from 1, in order of arrival.</summary>
    public required long Sequence { get; init; }

    /// <summary>The client's <c>X-Client-Request-Id</c>, or null where it sent none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The gateway it was sent to; empty where the path named none.</summary>
    public required string GatewayId { get; init; }

    /// <summary>Method and path.</summary>
    public required string Request { get; init; }

    /// <summary>The model as asked for, or null where the request named none.</summary>
    public string? Model { get; init; }

    /// <summary>Whether the client asked for a stream.</summary>
    public bool Streamed { get; init; }

    /// <summary>Whether the request brought a key header. The key itself is never kept.</summary>
    public bool KeyPresent { get; init; }

    /// <summary>The HTTP status that was meant; 0 where a fault left no room for one.</summary>
    public int Status { get; init; }

    /// <summary>The fault played, by its catalogue id, or null.</summary>
    public string? Fault { get; init; }

    /// <summary>How it ended.</summary>
    public JournalOutcome Outcome { get; init; }

    /// <summary>The last byte of the request reached the machine (the kernel's stamp on Linux), or was read where the system gives no stamp.</summary>
    public long ArrivalTicks { get; init; }

    /// <summary>The send that began the response; null where nothing was sent.</summary>
    public SendStamp? FirstByteOut { get; init; }

    /// <summary>The first send with tokens, reasoning or answer; null where there was none.</summary>
    public SendStamp? FirstTokenOut { get; init; }

    /// <summary>The first send with answer tokens; null where there was none.</summary>
    public SendStamp? FirstContentOut { get; init; }

    /// <summary>The send that brought <c>[DONE]</c>, with it the end of the body; null where there was none.</summary>
    public SendStamp? DoneOut { get; init; }

    /// <summary>The last send; null where nothing was sent.</summary>
    public SendStamp? LastByteOut { get; init; }

    /// <summary>The simulator was finished with the request.</summary>
    public long DoneTicks { get; init; }

    /// <summary>Bytes of the request, head and body.</summary>
    public long BytesIn { get; init; }

    /// <summary>Bytes of the response, head, framing and body.</summary>
    public long BytesOut { get; init; }

    /// <summary>Prompt tokens by the simulator's own count; null where there was no prompt.</summary>
    public int? PromptTokens { get; init; }

    /// <summary>Tokens sent, reasoning and answer.</summary>
    public int CompletionTokens { get; init; }

    /// <summary>What the gateway would charge, in millionths of a USD; null where the model has no known price.</summary>
    public decimal? BillMicroUsd { get; init; }

    /// <summary>Every send that carried tokens.</summary>
    public IReadOnlyList<TokenSend> TokenSends { get; init; } = [];

    /// <summary>How many of the token sends had brackets wider than 0.05 ms.</summary>
    public int WideBrackets { get; init; }

    /// <summary>How often the client's full receive window made a send wait.</summary>
    public int BlockedSends { get; init; }
}

/// <summary>How a request ended at the simulator.</summary>
public enum JournalOutcome
{
    /// <summary>Everything that was meant to be sent was sent, faults included.</summary>
    Completed,

    /// <summary>The client closed the connection first.</summary>
    ClientLeft,

    /// <summary>The simulator stopped first.</summary>
    Stopped,
}
