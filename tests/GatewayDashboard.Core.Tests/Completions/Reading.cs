using System.Text;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Tests.Completions;

/// <summary>A stream given to the reader in known reads: the n-th read arrives at tick n.</summary>
internal sealed class Reading
{
    private readonly CallMeter _meter = new();
    private readonly AnswerReader _answer;
    private readonly List<CompletionEvent> _events = [];

    private Reading(IEnumerable<byte[]> reads)
    {
        _answer = new AnswerReader(new GatewayDialect(), new CallLimits(), _meter);
        var tick = 0;
        foreach (var read in reads)
        {
            read.CopyTo(_answer.Space());
            _answer.Advance(read.Length);
            BytesTaken += read.Length;
            _events.AddRange(_answer.Read(++tick));
            if (_answer.Over)
            {
                break;
            }
        }

        _events.AddRange(_answer.End(tick + 1));
        Outcome = AnswerRules.Judge(_answer, _meter).Outcome;
        Measurement = _meter.Measure("id", new CallEnding(Outcome, null) { Call = 0, Start = 0, Done = tick, Clock = ArrivalClock.User, Connection = new ConnectionPhases { Reused = true } });
    }

    /// <summary>What a complete stream is worth.</summary>
    public Outcome Outcome { get; }

    public CallMeasurement Measurement { get; }

    public ErrorBody? Error => _answer.Error;

    public string? Exceeded => _answer.Exceeded;

    public bool Done => _answer.Done;

    public long BytesTaken { get; private set; }

    /// <summary>The events as text, without when they came and with whom.</summary>
    public string WithoutStamps => string.Join('\n', _events.Select(e => e switch
    {
        TextDelta text => (text with { Ticks = 0, Coalesced = false }).ToString(),
        _ => (e with { Ticks = 0 }).ToString(),
    }));

    public static Reading InReads(params string[] reads) => new(reads.Select(Encoding.UTF8.GetBytes));

    public static Reading InReads(params byte[][] reads) => new(reads);
}
