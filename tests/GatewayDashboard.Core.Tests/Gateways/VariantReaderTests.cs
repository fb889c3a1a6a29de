using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Tests.Gateways;

public sealed class VariantReaderTests
{
    [Theory]
    [InlineData("groq", "llama-3.1-8b-instant", "llama-3.1-8b", "Instant")]
    [InlineData("openrouter", "openai/gpt-oss-120b:nitro", "gpt-oss-120b", ":nitro")]
    [InlineData("together", "meta-llama/Meta-Llama-3.1-8B-Instruct-Lite", "llama-3.1-8b", "Lite")]
    [InlineData("custom", "llama-3.1-8b-instruct", "llama-3.1-8b", "Instruct")]
    [InlineData("openrouter", "deepseek/deepseek-chat-v3.1:free", "deepseek-v3.1", ":free")]
    [InlineData("custom", "acme/unknown-7b-turbo", "unknown-7b-turbo", "")]
    // Precision is part of the model: an fp8 copy is not the same variant.
    [InlineData("custom", "openai/gpt-oss-120b-fp8", "gpt-oss-120b-fp8", "")]
    public void Read_AnId_SplitsModelAndServingLabel(string gateway, string id, string model, string label) =>
        Assert.Equal(new ModelVariant(model, label), VariantReader.Read(gateway, id));
}
