using System.Text;
using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Measurement;

/// <summary>Folds the events of one call into its measurement.</summary>
internal sealed class CallMeter
{
    private readonly StringBuilder _answer = new();
    private readonly StringBuilder _reasoning = new();
    private readonly List<TokenEvent> _tokens = [];
    private readonly List<string> _notes = [];
    private long? _headers, _firstComment, _firstEvent, _firstReasoning, _firstAnswer;

    /// <summary>Whether the answer came whole: its text then says nothing about first-token latency.</summary>
    public bool Whole { get; set; }

    public int? Status { get; private set; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private set; } = [];

    public string? FinishReason { get; private set; }

    public TokenUsage? Usage { get; private set; }

    /// <summary>Text so far in UTF-8 bytes, all channels.</summary>
    public long TextBytes { get; private set; }

    public bool SawToken => _tokens.Count > 0;

    public bool SawRefusal { get; private set; }

    public bool SawTool { get; private set; }

    public bool SawReasoning => _reasoning.Length > 0;

    /// <summary>The last token, or null before the first.</summary>
    public long? LastToken => _tokens.Count > 0 ? _tokens[^1].Ticks : null;

    public int Reads { get; set; }

    public int CoalescedReads { get; set; }

    /// <summary>Whether an answer was given that is more than white space, or a tool was called.</summary>
    public bool HasAnswer
    {
        get
        {
            foreach (var chunk in _answer.GetChunks())
            {
                if (!chunk.Span.IsWhiteSpace())
                {
                    return true;
                }
            }

            return SawTool;
        }
    }

    public void Note(string note)
    {
        if (!_notes.Contains(note))
        {
            _notes.Add(note);
        }
    }

    /// <summary>Whether something was noted that makes the call incomparable.</summary>
    public bool Suspect { get; private set; }

    public void NoteSuspicion(string note)
    {
        Note(note);
        Suspect = true;
    }

    public void SawComment(long ticks) => _firstComment ??= ticks;

    public void SawData(long ticks) => _firstEvent ??= ticks;

    public void Add(CompletionEvent happening)
    {
        switch (happening)
        {
            case TextDelta text:
                AddText(text);
                break;
            case ToolCallDelta tool:
                SawTool = true;
                AddToken(tool.Ticks, TokenChannel.ToolCall, Encoding.UTF8.GetByteCount(tool.Name ?? "") + Encoding.UTF8.GetByteCount(tool.Arguments), tool.Coalesced);
                break;
            case UsageReported usage:
                Usage = UsagePaths.Merge(Usage, usage.Usage);
                break;
            case Finished finished:
                FinishReason = finished.Reason;
                break;
            case HeadersReceived headers:
                (_headers, Status, Headers) = (headers.Ticks, headers.Status, headers.Headers);
                break;
        }
    }

    public CallMeasurement Measure(string requestId, CallEnding ending) => new()
    {
        RequestId = requestId,
        Outcome = ending.Outcome,
        Fault = ending.Fault,
        Clock = ending.Clock,
        Usage = Usage,
        Answer = JsonText.Mend(_answer.ToString()),
        Reasoning = JsonText.Mend(_reasoning.ToString()),
        FinishReason = FinishReason,
        Status = Status,
        ServedModel = ending.Model,
        ServedProvider = ending.Provider,
        SystemFingerprint = ending.Fingerprint,
        Reads = Reads,
        CoalescedReads = CoalescedReads,
        Notes = _notes,
        Headers = Headers,
        Timeline = new CallTimeline
        {
            Call = ending.Call,
            Start = ending.Start,
            Headers = _headers,
            FirstComment = _firstComment,
            FirstEvent = _firstEvent,
            FirstToken = _tokens.Count > 0 ? _tokens[0].Ticks : null,
            FirstReasoning = _firstReasoning,
            FirstAnswer = _firstAnswer,
            LastToken = LastToken,
            Done = ending.Done,
            Tokens = _tokens,
            Connection = ending.Connection,
        },
    };

    private void AddText(TextDelta text)
    {
        SawRefusal |= text.Channel == TokenChannel.Refusal;
        (text.Channel == TokenChannel.Reasoning ? _reasoning : _answer).Append(text.Text);
        AddToken(text.Ticks, text.Channel, Encoding.UTF8.GetByteCount(text.Text), text.Coalesced);
    }

    private void AddToken(long ticks, TokenChannel channel, int size, bool coalesced)
    {
        TextBytes += size;
        if (Whole)
        {
            return;
        }

        _tokens.Add(new TokenEvent(ticks, channel, size, coalesced));
        if (channel == TokenChannel.Reasoning)
        {
            _firstReasoning ??= ticks;
        }
        else
        {
            _firstAnswer ??= ticks;
        }
    }
}
