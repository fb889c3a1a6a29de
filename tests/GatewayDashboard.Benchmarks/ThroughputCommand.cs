using System.Text;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Benchmarks;

/// <summary>How many events a second one core takes through reader, parser, events and meter.</summary>
internal static class ThroughputCommand
{
    private const double Target = 500_000;
    private const int EventsPerStream = 20_000;
    private const int ReadSize = 4096;
    private const int StreamsPerRound = 10;
    private const int Rounds = 15;

    public static int Run(HarnessOptions options)
    {
        // A chunk as OpenAI and vLLM send it: about 300 bytes, of which one word is new.
        var stream = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, EventsPerStream).Select(i =>
            $"data: {{\"id\":\"chatcmpl-8f1c7a52e0b94d6a9a1d3c5b7e9f0a2b\",\"object\":\"chat.completion.chunk\",\"created\":1765432100,\"model\":\"llama-3.1-8b-instruct\",\"system_fingerprint\":\"fp_1a2b3c4d5e\",\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\" word{i % 10}\"}},\"logprobs\":null,\"finish_reason\":null}}]}}\n\n")));
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            // Time on the processor, all threads: a neighbour that takes the core away does not make the work any longer.
            var began = Environment.CpuUsage.TotalTime;
            var events = 0;
            for (var i = 0; i < StreamsPerRound; i++)
            {
                events += Read(stream);
            }

            var rate = events / (Environment.CpuUsage.TotalTime - began).TotalSeconds;
            best = Math.Max(best, rate);
        }

        Console.WriteLine($"throughput: {best:N0} events/s on one core (best of {Rounds} rounds of {StreamsPerRound * EventsPerStream:N0} events of {stream.Length / EventsPerStream} bytes, reads of {ReadSize}); target {Target:N0}");
        return options.Check && best < Target ? 1 : 0;
    }

    private static int Read(byte[] stream)
    {
        var meter = new CallMeter();
        var answer = new AnswerReader(new GatewayDialect(), new CallLimits(), meter);
        var events = 0;
        for (var at = 0; at < stream.Length; at += ReadSize)
        {
            var part = stream.AsSpan(at, Math.Min(ReadSize, stream.Length - at));
            part.CopyTo(answer.Space().Span);
            answer.Advance(part.Length);
            events += answer.Read(at).Count;
        }

        return events;
    }
}
