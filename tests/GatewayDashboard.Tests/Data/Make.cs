using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Spending;

namespace GatewayDashboard.Tests.Data;

/// <summary>Runs and samples with literal figures.</summary>
internal static class Make
{
    public const string Target = "groq/llama-3.1-8b-instant";

    public static NewRun Run(int blocks = 3, decimal capUsd = 0.25m, Provenance provenance = Provenance.Measured, string? slotKey = null, string prefix = "call") => new()
    {
        Definition = new() { Name = "Two prompts", Prompts = [new("short", "Say hello.", 64)], Runs = blocks, RunCapUsd = capUsd },
        Targets = [new(new("groq", "llama-3.1-8b-instant", new("llama-3.1-8b", "Instant")), "Groq", "https://api.groq.com", provenance)],
        Seed = ulong.MaxValue - 6, // Above long.MaxValue, so that its way through a signed column shows.
        Provenance = provenance,
        SlotKey = slotKey,
        Calls = [.. Enumerable.Range(0, blocks).Select(block => Call($"{prefix}-{block}", block))],
    };

    public static PlannedCall Call(string id, int block) => new(id, block, block == 0, Target, "short", 0, TimeSpan.FromMicroseconds(12_345), "nonce 7f3a");

    public static CallReservation WorstCase(string id, decimal usd = 0.01m) => new(id, usd);

    public static Sample Sample(PlannedCall call, Outcome outcome = Outcome.Ok, decimal? costUsd = 0.000123456789m) => new(
        call,
        new CallMeasurement
        {
            RequestId = call.Id,
            Outcome = outcome,
            Timeline = new() { Scheduled = 900, Call = 950, Start = 1_000, FirstToken = 250_001_234, LastToken = 900_000_000, Done = 910_000_000 },
            Clock = ArrivalClock.Kernel,
        },
        At,
        At.AddSeconds(1),
        "local",
        Provenance.Measured,
        costUsd);

    public static readonly DateTimeOffset At = new(2026, 11, 24, 10, 0, 0, 250, TimeSpan.Zero);
}
