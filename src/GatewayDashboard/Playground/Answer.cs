using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Playground;

/// <summary>
/// One answer, from the moment its call is planned. The pump writes, pages read: taking an event is a short append under a lock and never waits
/// for a page, so drawing cannot delay reading. How much text there can be is bounded by the call's limits.
/// </summary>
/// <param name="target">Who is asked; null where that is not set up.</param>
/// <param name="request">What is sent.</param>
/// <param name="changed">Called after each change; must return at once.</param>
public sealed class Answer(Target? target, CompletionRequest request, Action changed)
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _newText = new();
    private readonly StringBuilder _newReasoning = new();
    private readonly List<ToolCall> _tools = [];
    private ImmutableList<string> _text = [];
    private ImmutableList<string> _reasoning = [];

    /// <summary>Who is asked; null where that is not set up.</summary>
    public Target? Target { get; } = target;

    /// <summary>What is sent.</summary>
    public CompletionRequest Request { get; } = request;

    /// <summary>Ends the call, or keeps it from being sent.</summary>
    public CancellationTokenSource Stopping { get; } = new();

    /// <summary>How far it is.</summary>
    public AnswerPhase Phase { get; private set; }

    /// <summary>Everything measured; null until the call has ended, and where nothing was sent.</summary>
    public CallMeasurement? Measurement { get; private set; }

    /// <summary>What kept it from being sent, or null.</summary>
    public string? NotSent { get; private set; }

    /// <summary>What it cost, USD; null while unknown.</summary>
    public decimal? CostUsd { get; private set; }

    /// <summary>When it was sent, Stopwatch ticks; null before.</summary>
    public long? SentAt { get; private set; }

    /// <summary>Arrival of the first reasoning token, or null.</summary>
    public long? FirstReasoning { get; private set; }

    /// <summary>Arrival of the first answer token, or null.</summary>
    public long? FirstAnswer { get; private set; }

    /// <summary>Whether it is over.</summary>
    public bool Ended => Phase == AnswerPhase.Ended;

    /// <summary>Whether it may stand in the conversation's history: complete, with words. Errors and cut answers never do.</summary>
    public bool CanBeHistory => Measurement is { Succeeded: true, Answer.Length: > 0 };

    /// <summary>Tool calls as assembled so far.</summary>
    public IReadOnlyList<ToolCall> Tools
    {
        get
        {
            lock (_gate)
            {
                return [.. _tools];
            }
        }
    }

    /// <summary>The answer in pieces; what has arrived since the last reading becomes one new piece.</summary>
    public ImmutableList<string> Text() => Seal(_newText, ref _text);

    /// <summary>The visible reasoning in pieces, likewise.</summary>
    public ImmutableList<string> Reasoning() => Seal(_newReasoning, ref _reasoning);

    /// <summary>An answer read back from where it was kept.</summary>
    public static Answer Kept(Target? target, CompletionRequest request, CallMeasurement? measurement, decimal? costUsd, string? notSent, IReadOnlyList<ToolCall> tools)
    {
        var answer = new Answer(target, request, static () => { }) { Phase = AnswerPhase.Ended, Measurement = measurement, CostUsd = costUsd, NotSent = notSent };
        answer._tools.AddRange(tools);
        if (measurement is not null)
        {
            answer._newText.Append(measurement.Answer);
            answer._newReasoning.Append(measurement.Reasoning);
        }

        return answer;
    }

    internal void Begin()
    {
        SentAt = Stopwatch.GetTimestamp();
        Phase = AnswerPhase.Waiting;
        changed();
    }

    internal void Take(CompletionEvent part)
    {
        lock (_gate)
        {
            switch (part)
            {
                case TextDelta { Channel: TokenChannel.Reasoning } delta:
                    FirstReasoning ??= delta.Ticks;
                    Phase = FirstAnswer is null ? AnswerPhase.Thinking : Phase;
                    _newReasoning.Append(delta.Text);
                    break;
                case TextDelta { Channel: TokenChannel.Answer or TokenChannel.Refusal } delta:
                    FirstAnswer ??= delta.Ticks;
                    Phase = AnswerPhase.Answering;
                    _newText.Append(delta.Text);
                    break;
                case ToolCallDelta delta:
                    FirstAnswer ??= delta.Ticks;
                    Phase = AnswerPhase.Answering;
                    Assemble(delta);
                    break;
                default:
                    return;
            }
        }

        changed();
    }

    internal void End(CallMeasurement measurement, decimal? costUsd)
    {
        Measurement = measurement;
        CostUsd = costUsd;
        Phase = AnswerPhase.Ended;
        changed();
    }

    internal void Skip(string reason)
    {
        NotSent = reason;
        Phase = AnswerPhase.Ended;
        changed();
    }

    private void Assemble(ToolCallDelta delta)
    {
        var at = _tools.FindIndex(tool => tool.Index == delta.Index);
        if (at < 0)
        {
            _tools.Add(new(delta.Index, delta.Name ?? "", delta.Arguments));
        }
        else
        {
            _tools[at] = _tools[at] with { Name = _tools[at].Name + delta.Name, Arguments = _tools[at].Arguments + delta.Arguments };
        }
    }

    private ImmutableList<string> Seal(StringBuilder arrived, ref ImmutableList<string> pieces)
    {
        lock (_gate)
        {
            if (arrived.Length > 0)
            {
                pieces = pieces.Add(arrived.ToString());
                arrived.Clear();
            }

            return pieces;
        }
    }
}

/// <summary>A tool call the model wants made; nothing is ever run.</summary>
/// <param name="Index">Which of the answer.</param>
/// <param name="Name">The tool.</param>
/// <param name="Arguments">Its arguments as they came, normally JSON.</param>
public sealed record ToolCall(int Index, string Name, string Arguments);
