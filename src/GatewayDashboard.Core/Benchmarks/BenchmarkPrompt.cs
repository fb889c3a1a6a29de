namespace GatewayDashboard.Core.Benchmarks;

/// <summary>A prompt of a benchmark.</summary>
/// <param name="Name">Short name, the key of its series, for example <c>short</c> or <c>long</c>.</param>
/// <param name="Text">What is sent as the user message, after the nonce line.</param>
/// <param name="MaxTokens">The output limit sent with it.</param>
public sealed record BenchmarkPrompt(string Name, string Text, int MaxTokens);
