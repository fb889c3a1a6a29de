namespace GatewayDashboard.Simulator.Profiles;

/// <summary>Draws answers from a profile. Pure: the same profile, seed and index give the same answer, with or without a network.</summary>
/// <param name="profile">What to draw from.</param>
/// <param name="seed">The simulator's seed.</param>
public sealed class ProfileSampler(GatewayProfile profile, long seed)
{
    private readonly ulong _stream = StableHash(profile.GatewayId) ^ unchecked((ulong)seed * 0x9E3779B97F4A7C15UL);

    /// <summary>The answer to one request.</summary>
    /// <param name="index">Which request of this gateway, from 0.</param>
    /// <param name="longPrompt">Whether the prompt is long.</param>
    public ProfileDraw Draw(long index, bool longPrompt)
    {
        var answer = longPrompt ? profile.LongPrompt : profile.ShortPrompt;

        // One factor for the whole answer: a slow call is slow throughout, and the median of each time stays the configured value exactly.
        var factor = Math.Exp(profile.JitterSd * StandardNormal(unchecked(_stream + ((ulong)index * 0xD1342543DE82EF95UL))));
        return new ProfileDraw(
            TimeSpan.FromSeconds(answer.FirstTokenSeconds.Value * factor),
            TimeSpan.FromSeconds(answer.TotalSeconds.Value * factor),
            (int)answer.OutputTokens.Value);
    }

    // Our own generator, because the framework's may change its sequence between versions.
    private static double StandardNormal(ulong state)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(state)));
        return radius * Math.Cos(2 * Math.PI * Uniform(Mix(state) ^ 0xA5A5A5A5A5A5A5A5UL));
    }

    private static double Uniform(ulong state) => (Mix(state) >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }

    private static ulong StableHash(string text) =>
        text.Aggregate(14695981039346656037UL, (hash, letter) => unchecked((hash ^ letter) * 1099511628211UL));
}

/// <summary>One answer drawn from a profile, before any output limit of the request.</summary>
/// <param name="FirstToken">From the request's arrival to the first token.</param>
/// <param name="Total">From the request's arrival to the end.</param>
/// <param name="OutputTokens">Tokens of the answer.</param>
public sealed record ProfileDraw(TimeSpan FirstToken, TimeSpan Total, int OutputTokens);
