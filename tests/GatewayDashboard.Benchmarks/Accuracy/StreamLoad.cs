using System.Collections.Concurrent;
using System.Globalization;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Secrets;
using GatewayDashboard.Core.Spending;

namespace GatewayDashboard.Benchmarks.Accuracy;

/// <summary>Runs so many streams side by side for a while, each asking for the next answer when one has ended.</summary>
internal sealed class StreamLoad(SimulatorProcess simulator)
{
    private const int Tokens = 100;
    private const int MostCalls = 600;
    private static readonly CompletionRequest Request = new() { Model = "llama-3.1-8b-instant", Messages = [ChatMessage.User("Say something.")], MaxTokens = Tokens };

    /// <summary>One call of a fresh client.</summary>
    public async Task<(CallMeasurement Measurement, Truth Truth)> OneAsync()
    {
        using var client = Client(ArrivalClock.Kernel);
        var measurement = await CallAsync(client, 50);
        return (measurement, (await Truth.ReadAsync(simulator.JournalPath, [measurement.RequestId]))[measurement.RequestId]);
    }

    public async Task<LevelFigures> RunAsync(int level, ArrivalClock clock)
    {
        using var client = Client(clock);
        var done = new ConcurrentBag<CallMeasurement>();
        var each = level == 1 ? 20 : Math.Clamp(MostCalls / level, 3, 10);
        var random = new Random(level);
        var delays = Enumerable.Range(0, level * each).Select(_ => random.Next(100, 160)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, level).Select(async stream =>
        {
            await Task.Delay(random.Next(0, 200));
            for (var i = 0; i < each; i++)
            {
                done.Add(await CallAsync(client, delays[(stream * each) + i]));
            }
        }));

        var truths = await Truth.ReadAsync(simulator.JournalPath, [.. done.Select(m => m.RequestId)]);
        var figures = new LevelFigures();
        foreach (var measurement in done)
        {
            figures.Add(measurement, truths.GetValueOrDefault(measurement.RequestId));
        }

        return figures;
    }

    private GatewayClient Client(ArrivalClock clock) => new(new EgressPolicy(simulator.Address), new GatewayClientOptions { Clock = clock });

    private Task<CallMeasurement> CallAsync(GatewayClient client, int firstTokenMs)
    {
        var connection = new Connection
        {
            Gateway = new Gateway { Id = "groq", Name = "Groq", Kind = GatewayKind.InferenceProvider },
            BaseUrl = new Uri(simulator.Address, "/groq/v1"),
            Provenance = Provenance.Simulated,
            Key = new Secret("simulated-key"),
            Headers = new Dictionary<string, Secret> { ["X-Simulate"] = new(string.Create(CultureInfo.InvariantCulture, $"ttft={firstTokenMs}&gap=10&tokens={Tokens}")) },
        };
        return client.SendAsync(connection, Request, new CallPermit(Guid.NewGuid().ToString("N"), 0), new CallLimits());
    }
}
