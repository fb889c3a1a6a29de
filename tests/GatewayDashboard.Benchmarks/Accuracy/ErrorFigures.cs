using System.Diagnostics;
using System.Globalization;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Benchmarks.Accuracy;

/// <summary>Errors of one kind, milliseconds without sign, and those whose truth is known less well, counted apart.</summary>
internal sealed class ErrorFigures(string name)
{
    private readonly List<double> _errors = [];
    private readonly List<double> _wide = [];

    public double Median => At(_errors, 0.5);

    public double P99 => At(_errors, 0.99);

    public void Add(long measured, long truth, bool wide) => (wide ? _wide : _errors).Add(Milliseconds(Math.Abs(measured - truth)));

    /// <summary>A stamp against its bracket: from the middle where that is narrow, else how far outside, because a sender that was interrupted says only that much.</summary>
    public void Add(long measured, Bracket truth)
    {
        if (truth.IsWide)
        {
            _wide.Add(Milliseconds(Math.Max(0, Math.Max(truth.Before - measured, measured - truth.After))));
        }
        else
        {
            _errors.Add(Milliseconds(Math.Abs(measured - truth.Middle)));
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"  {name,-12} p50 {Median:0.000}  p99 {P99:0.000}  max {At(_errors, 1):0.000} ms  n {_errors.Count}; wide brackets {_wide.Count} (p99 {At(_wide, 0.99):0.000})");

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;

    private static double At(List<double> errors, double share)
    {
        var sorted = errors.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}

/// <summary>All errors of one level.</summary>
internal sealed class LevelFigures
{
    public ErrorFigures FirstToken { get; } = new("first token");

    /// <summary>Of these the calls whose first read brought one token only, so that its stamp is its own.</summary>
    public ErrorFigures FirstTokenAlone { get; } = new("…alone");

    public ErrorFigures InterToken { get; } = new("inter-token");

    public ErrorFigures Total { get; } = new("total");

    /// <summary>First-token latency against the simulator's own span, request read to token sent: holds the way there and the simulator's wake-up too.</summary>
    public ErrorFigures RoundTrip { get; } = new("with way in");

    public int Reads { get; private set; }

    public int Coalesced { get; private set; }

    public int NotKernel { get; private set; }

    public int Missing { get; private set; }

    public void Add(CallMeasurement measurement, Truth? truth)
    {
        var tokens = measurement.Timeline.Tokens;
        if (!measurement.Succeeded || truth is null || truth.Tokens.Count != tokens.Count)
        {
            Missing++;
            return;
        }

        Reads += measurement.Reads;
        Coalesced += measurement.CoalescedReads;
        NotKernel += measurement.Clock == ArrivalClock.Kernel ? 0 : 1;
        var first = truth.Tokens[0];
        FirstToken.Add(tokens[0].Ticks, first);
        if (!tokens[0].Coalesced)
        {
            FirstTokenAlone.Add(tokens[0].Ticks, first);
        }

        RoundTrip.Add(tokens[0].Ticks - measurement.Timeline.Start, first.Middle - truth.Arrival, first.IsWide);
        Total.Add(measurement.Timeline.Done, truth.Done);
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!tokens[i].Coalesced && !tokens[i - 1].Coalesced)
            {
                InterToken.Add(tokens[i].Ticks - tokens[i - 1].Ticks, truth.Tokens[i].Middle - truth.Tokens[i - 1].Middle, truth.Tokens[i].IsWide || truth.Tokens[i - 1].IsWide);
            }
        }
    }
}
