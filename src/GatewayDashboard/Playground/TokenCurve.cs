using System.Diagnostics;

namespace GatewayDashboard.Playground;

/// <summary>How an answer's tokens added up over time.</summary>
public static class TokenCurve
{
    /// <summary>Points in order of time, the last one exact; empty where no token arrived. Tokens are shared out by each piece's bytes.</summary>
    /// <param name="answer">An answer that has ended.</param>
    /// <param name="most">The most points.</param>
    public static IReadOnlyList<TokenPoint> Of(Answer answer, int most)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Measurement is not { Timeline.Tokens: { Count: > 0 } events } call)
        {
            return [];
        }

        var bytes = events.Sum(token => (long)token.Size);
        var tokens = call.OutputTokens ?? events.Count;
        var every = Math.Max(1, (events.Count + most - 1) / most);
        var first = call.FirstToken ?? TimeSpan.Zero;
        List<TokenPoint> points = [];
        long sum = 0;
        for (var index = 0; index < events.Count; index++)
        {
            sum += events[index].Size;
            if (index % every == 0 || index == events.Count - 1)
            {
                var at = first + Stopwatch.GetElapsedTime(events[0].Ticks, events[index].Ticks);
                points.Add(new(at.TotalMilliseconds, bytes == 0 ? 0 : (double)tokens * sum / bytes));
            }
        }

        return points;
    }
}

/// <summary>How many tokens had arrived by then.</summary>
/// <param name="Milliseconds">After the first request byte.</param>
/// <param name="Tokens">Tokens so far.</param>
public readonly record struct TokenPoint(double Milliseconds, double Tokens);
