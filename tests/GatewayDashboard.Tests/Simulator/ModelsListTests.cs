using System.Globalization;
using System.Text.Json;

namespace GatewayDashboard.Tests.Simulator;

public sealed class ModelsListTests
{
    [Fact]
    public async Task Together_IsABareArrayWithNumbersPerMillion()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var models = await chat.GetAsync("together", "/models");

        Assert.Equal(JsonValueKind.Array, models.ValueKind);
        var model = models.EnumerateArray().Single(item => item.GetProperty("id").GetString() == "meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo");
        Assert.Equal(0.18m, model.GetProperty("pricing").GetProperty("input").GetDecimal());
    }

    [Theory]
    [InlineData("openrouter", "meta-llama/llama-3.1-8b-instruct", "0.00000005")]
    [InlineData("groq", "llama-3.1-8b-instant", "0.00000005")]
    [InlineData("baseten", "openai/gpt-oss-120b", "0.0000001")]
    public async Task PricesAsText_AreUsdPerToken(string gateway, string id, string prompt)
    {
        await using var chat = await SimulatedChat.StartAsync();

        var models = await chat.GetAsync(gateway, "/models");

        var model = models.GetProperty("data").EnumerateArray().Single(item => item.GetProperty("id").GetString() == id);
        Assert.Equal(prompt, model.GetProperty("pricing").GetProperty("prompt").GetString());
    }

    [Fact]
    public async Task SambaNova_PricesAreNumbersPerToken()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var models = await chat.GetAsync("sambanova", "/models");

        var model = models.GetProperty("data").EnumerateArray().Single(item => item.GetProperty("id").GetString() == "gpt-oss-120b");
        Assert.Equal(0.22m / 1_000_000, decimal.Parse(model.GetProperty("pricing").GetProperty("prompt").GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("/models", false)]
    [InlineData("/models?include=pricing", true)]
    public async Task AimlApi_TellsPricesOnlyWhenAsked(string path, bool priced)
    {
        await using var chat = await SimulatedChat.StartAsync();

        var models = await chat.GetAsync("aimlapi", path);

        var model = models.GetProperty("data").EnumerateArray().Single(item => item.GetProperty("id").GetString() == "openai/gpt-oss-120b");
        Assert.Equal(priced, model.TryGetProperty("pricing", out _));
        Assert.Equal(131_000, model.GetProperty("info").GetProperty("contextLength").GetInt32());
    }
}
