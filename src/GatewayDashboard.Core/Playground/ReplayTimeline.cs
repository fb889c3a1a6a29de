using System.Diagnostics;
using System.Text;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Playground;

/// <summary>A call's text in the pieces it arrived in, each with its moment: what a replay shows, without another call.</summary>
public sealed class ReplayTimeline
{
    private readonly List<ReplayPiece> _pieces = [];

    /// <summary>Cuts the text of a call by its stored event times.</summary>
    public ReplayTimeline(CallMeasurement measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        var origin = measurement.Timeline.Start;
        var answer = new Cutter(measurement.Answer);
        var reasoning = new Cutter(measurement.Reasoning);
        foreach (var token in measurement.Timeline.Tokens)
        {
            if (token.Channel != TokenChannel.ToolCall)
            {
                var isReasoning = token.Channel == TokenChannel.Reasoning;
                var text = (isReasoning ? reasoning : answer).Next(token.Size);
                _pieces.Add(new(Stopwatch.GetElapsedTime(origin, token.Ticks), isReasoning, text));
            }
        }

        Length = Stopwatch.GetElapsedTime(origin, Math.Max(origin, measurement.Timeline.Done));
    }

    /// <summary>All pieces in order of arrival.</summary>
    public IReadOnlyList<ReplayPiece> Pieces => _pieces;

    /// <summary>From the first request byte to the end.</summary>
    public TimeSpan Length { get; }

    /// <summary>How many pieces had arrived by then.</summary>
    public int CountAt(TimeSpan elapsed)
    {
        var low = 0;
        var high = _pieces.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _pieces[middle].At <= elapsed ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private sealed class Cutter(string text)
    {
        private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);
        private int _at;

        public string Next(int size)
        {
            var piece = Encoding.UTF8.GetString(_bytes, _at, Math.Min(size, _bytes.Length - _at));
            _at = Math.Min(_bytes.Length, _at + size);
            return piece;
        }
    }
}

/// <summary>One piece of text.</summary>
/// <param name="At">When it arrived, after the first request byte.</param>
/// <param name="IsReasoning">Whether it is reasoning and not answer.</param>
/// <param name="Text">The words.</param>
public readonly record struct ReplayPiece(TimeSpan At, bool IsReasoning, string Text);
