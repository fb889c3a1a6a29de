using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>What a planned call sends, in one place for sending, estimating and reserving.</summary>
public static class BenchmarkRequests
{
    /// <summary>The request of a planned call: the nonce line first, because a prompt cache works on the beginning.</summary>
    public static CompletionRequest Of(Benchmark benchmark, PlannedCall call, Target target)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        ArgumentNullException.ThrowIfNull(call);
        return Of(benchmark, benchmark.Prompts.First(prompt => prompt.Name == call.Prompt), call.Nonce, target);
    }

    /// <summary>The request of a prompt under a nonce.</summary>
    public static CompletionRequest Of(Benchmark benchmark, BenchmarkPrompt prompt, string? nonce, Target target)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(target);
        return new()
        {
            Model = target.Offer.ModelId,
            Messages = [ChatMessage.User(nonce is null ? prompt.Text : $"{nonce}\n{prompt.Text}")],
            MaxTokens = prompt.MaxTokens,
            Temperature = benchmark.Temperature,
        };
    }
}
