using System.Diagnostics;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Playground;

namespace GatewayDashboard.Tests.Playground;

/// <summary>Answers made by hand.</summary>
internal static class Example
{
    private static readonly long Millisecond = Stopwatch.Frequency / 1000;

    /// <summary>An answer of that total and text; a failed one ends in <paramref name="outcome"/>.</summary>
    public static Answer Answer(string text, Outcome outcome = Outcome.Ok, int totalMilliseconds = 1000, string gateway = "groq", string model = "llama-3.1-8b-instant", Provenance provenance = Provenance.Simulated, TokenUsage? usage = null)
    {
        Target target = new(
            new() { Gateway = GatewayCatalogue.Find(gateway)!, BaseUrl = new("http://127.0.0.1:1/v1"), Provenance = provenance },
            new(gateway, model, VariantReader.Read(gateway, model)));
        CallMeasurement call = new()
        {
            RequestId = "id",
            Outcome = outcome,
            Fault = outcome == Outcome.Ok ? null : new("It failed.", 500),
            Clock = ArrivalClock.Kernel,
            Answer = text,
            Usage = usage,
            Timeline = new()
            {
                Call = 1 * Millisecond,
                Start = 1 * Millisecond,
                FirstToken = 101 * Millisecond,
                FirstAnswer = 101 * Millisecond,
                LastToken = 102 * Millisecond,
                Done = (1 + totalMilliseconds) * Millisecond,
                Tokens = [new(101 * Millisecond, TokenChannel.Answer, text.Length, false)],
                Connection = new() { Reused = true },
            },
        };
        return GatewayDashboard.Playground.Answer.Kept(target, new() { Model = model, Messages = [ChatMessage.User("Hello")] }, call, 0.001m, null, []);
    }

    /// <summary>A session of one pane per answer list, each list one turn.</summary>
    public static PlaygroundSession Session(params Answer[] answers)
    {
        PlaygroundSession session = new("one", new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
        foreach (var answer in answers)
        {
            session.Add(new(answer.Target!.Offer.GatewayId, answer.Target.Offer.ModelId))!.Turns = [new(new("Hello"), [answer])];
        }

        return session;
    }
}
