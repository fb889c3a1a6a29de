using System.Globalization;
using GatewayDashboard.Simulator.Serving;

namespace GatewayDashboard.Simulator.Answers;

/// <summary>
/// What a test asks of one request, in the header <c>X-Simulate</c> or after the question mark of a model named <c>sim/…</c> or <c>fault/…</c>,
/// as a query string: <c>ttft=50&amp;gap=10&amp;tokens=100</c>. With instructions an answer has no jitter.
/// </summary>
internal sealed record Instructions
{
    private const double LongestMs = 600_000;

    /// <summary><c>ttft</c>: milliseconds from the request's arrival to the first token.</summary>
    public double FirstTokenMs { get; private init; } = 50;

    /// <summary><c>gap</c>, or 1000 / <c>tps</c>: milliseconds from one token to the next.</summary>
    public double GapMs { get; private init; } = 10;

    /// <summary><c>tokens</c>: answer tokens.</summary>
    public int Tokens { get; private init; } = 20;

    /// <summary><c>reasoning</c>: reasoning tokens before the answer.</summary>
    public int Reasoning { get; private init; }

    /// <summary><c>perchunk</c>: tokens in one event.</summary>
    public int PerChunk { get; private init; } = 1;

    /// <summary><c>role</c>: 1 for a chunk with the role alone as soon as the request is there, 0 for none.</summary>
    public bool Role { get; private init; } = true;

    /// <summary><c>join</c>: events in one send.</summary>
    public int Join { get; private init; } = 1;

    /// <summary><c>split</c>: the most bytes of the body in one send; 0 for whole events.</summary>
    public int Split { get; private init; }

    /// <summary><c>buffered</c>: 1 to hold everything back until the end.</summary>
    public bool Buffered { get; private init; }

    /// <summary><c>seed</c>: which text.</summary>
    public int Seed { get; private init; }

    /// <summary><c>fault</c>: the id of a fault of the catalogue, or null.</summary>
    public string? Fault { get; private init; }

    /// <summary><c>at</c>: before which token event, counted from 0, the fault happens; null where the fault chooses.</summary>
    public int? At { get; private init; }

    /// <summary><c>ms</c>: how long the fault lasts; null where the fault chooses.</summary>
    public double? Ms { get; private init; }

    /// <summary><c>variant</c>: which of the fault's variants, from 0.</summary>
    public int Variant { get; private init; }

    /// <summary><c>status</c>: the HTTP status to refuse with, or null.</summary>
    public int? Status { get; private init; }

    /// <summary>Reads a query string. What it does not name keeps its default.</summary>
    /// <exception cref="RequestRefusedException">A name or a value is not understood; the message says which and why.</exception>
    public static Instructions Parse(string query)
    {
        var instructions = new Instructions();
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = pair.IndexOf('=', StringComparison.Ordinal);
            var name = cut < 0 ? pair : pair[..cut];
            instructions = instructions.Apply(name.Trim(), cut < 0 ? "" : Uri.UnescapeDataString(pair[(cut + 1)..]).Trim());
        }

        return instructions;
    }

    private Instructions Apply(string name, string value) => name switch
    {
        "ttft" => this with { FirstTokenMs = Delay(name, value) },
        "gap" => this with { GapMs = Delay(name, value) },
        "tps" => this with { GapMs = 1000 / Number(name, value, 0.01, 100_000) },
        "tokens" => this with { Tokens = Whole(name, value, 0, 10_000_000) },
        "reasoning" => this with { Reasoning = Whole(name, value, 0, 10_000_000) },
        "perchunk" => this with { PerChunk = Whole(name, value, 1, 10_000) },
        "role" => this with { Role = Whole(name, value, 0, 1) == 1 },
        "join" => this with { Join = Whole(name, value, 1, 10_000) },
        "split" => this with { Split = Whole(name, value, 0, 65_536) },
        "buffered" => this with { Buffered = Whole(name, value, 0, 1) == 1 },
        "seed" => this with { Seed = Whole(name, value, 0, int.MaxValue) },
        "fault" => this with { Fault = value },
        "at" => this with { At = Whole(name, value, 0, 10_000_000) },
        "ms" => this with { Ms = Delay(name, value) },
        "variant" => this with { Variant = Whole(name, value, 0, 99) },
        "status" => this with { Status = Whole(name, value, 200, 999) },
        _ => throw new RequestRefusedException(
            400,
            $"Unknown instruction '{name}'. Known: ttft, gap, tps, tokens, reasoning, perchunk, role, join, split, buffered, seed, fault, at, ms, variant, status."),
    };

    private static double Delay(string name, string value) => Number(name, value, 0, LongestMs);

    private static double Number(string name, string value, double least, double most) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw OutOfRange(name, value, least, most, "a number");

    private static int Whole(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw OutOfRange(name, value, least, most, "a whole number");

    private static RequestRefusedException OutOfRange(string name, string value, double least, double most, string kind) =>
        new(400, string.Create(CultureInfo.InvariantCulture, $"Instruction '{name}' is '{value}': it must be {kind} from {least} to {most}."));

    /// <summary>The plan these instructions ask for.</summary>
    public AnswerPlan ToPlan() => new()
    {
        FirstTokenMs = FirstTokenMs,
        GapMs = GapMs,
        Tokens = Tokens,
        ReasoningTokens = Reasoning,
        TokensPerChunk = PerChunk,
        RoleMs = Role ? 0 : null,
        Buffered = Buffered,
        TextSeed = Seed,
    };
}
