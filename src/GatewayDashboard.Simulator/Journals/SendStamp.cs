using System.Diagnostics;

namespace GatewayDashboard.Simulator.Journals;

/// <summary>When bytes went out: the clock read just before and just after one socket send, on the sending thread. On loopback the arrival lies between.</summary>
/// <param name="Before">Stopwatch ticks before the send.</param>
/// <param name="After">Stopwatch ticks after it.</param>
public readonly record struct SendStamp(long Before, long After)
{
    /// <summary>Wider brackets than 0.05 ms are counted apart.</summary>
    public static readonly long WideTicks = Stopwatch.Frequency / 20_000;

    /// <summary>Whether the bracket is wider than 0.05 ms, so that it says less about the arrival.</summary>
    public bool IsWide => After - Before > WideTicks;
}

/// <summary>One send that carried tokens.</summary>
/// <param name="Stamp">When.</param>
/// <param name="Tokens">How many tokens.</param>
/// <param name="Reasoning">Whether they were reasoning and not answer.</param>
public readonly record struct TokenSend(SendStamp Stamp, int Tokens, bool Reasoning);
