using System.Diagnostics;
using GatewayDashboard.Simulator.Answers;
using GatewayDashboard.Simulator.Journals;
using GatewayDashboard.Simulator.Models;

namespace GatewayDashboard.Simulator.Serving;

/// <summary>Gathers one request's journal entry while it is answered.</summary>
/// <param name="journal">Where it goes in the end; null for requests that are not journaled.</param>
/// <param name="begun">What is known before the first byte goes out.</param>
/// <param name="model">Whose price makes the bill, or null.</param>
internal sealed class ExchangeLog(Journal? journal, JournalEntry begun, SimulatedModel? model)
{
    private readonly List<TokenSend> _tokenSends = [];
    private SendStamp? _firstByte;
    private SendStamp? _firstToken;
    private SendStamp? _firstContent;
    private SendStamp? _done;
    private SendStamp? _last;
    private long _bytes;
    private int _tokens;
    private int _wide;
    private int _blocked;

    public void Sent(in WireStep step, SendStamp stamp)
    {
        _bytes += step.Bytes.Length;
        _last = stamp;
        _firstByte ??= stamp;
        if (step.Kind is PartKind.Content or PartKind.Reasoning)
        {
            _tokenSends.Add(new TokenSend(stamp, step.Tokens, step.Kind == PartKind.Reasoning));
            _tokens += step.Tokens;
            _wide += stamp.IsWide ? 1 : 0;
            _firstToken ??= stamp;
            if (step.Kind == PartKind.Content)
            {
                _firstContent ??= stamp;
            }
        }
        else if (step.Kind == PartKind.Done)
        {
            _done = stamp;
        }
    }

    public void Blocked() => _blocked++;

    public void End(JournalOutcome outcome) => journal?.Add(begun with
    {
        Outcome = outcome,
        FirstByteOut = _firstByte,
        FirstTokenOut = _firstToken,
        FirstContentOut = _firstContent,
        DoneOut = _done,
        LastByteOut = _last,
        DoneTicks = Stopwatch.GetTimestamp(),
        BytesOut = _bytes,
        CompletionTokens = _tokens,
        BillMicroUsd = _tokens == 0 ? 0 : model?.BillMicroUsd(begun.PromptTokens ?? 0, _tokens),
        TokenSends = _tokenSends,
        WideBrackets = _wide,
        BlockedSends = _blocked,
    });
}
