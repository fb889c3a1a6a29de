using System.ClientModel;
using OpenAI;
using OpenAI.Chat;

namespace GatewayDashboard.Tests.Simulator;

public sealed class OpenAiClientTests
{
    [Theory]
    [InlineData("openrouter")]
    [InlineData("groq")]
    [InlineData("together")]
    [InlineData("aimlapi")]
    [InlineData("baseten")]
    public async Task OfficialClient_Streaming_ReadsTheWholeAnswer(string gateway)
    {
        await using var chat = await SimulatedChat.StartAsync();
        var client = Client(chat, gateway);
        var text = "";
        var pieces = 0;

        await foreach (var update in client.CompleteChatStreamingAsync([new UserChatMessage("Say something about AI.")], cancellationToken: TestContext.Current.CancellationToken))
        {
            foreach (var part in update.ContentUpdate.Where(part => part.Text.Length > 0))
            {
                text += part.Text;
                pieces++;
            }
        }

        Assert.Equal(24, pieces);
        Assert.Equal(24, text.Split(' ').Length);
    }

    [Fact]
    public async Task OfficialClient_NotStreaming_ReadsTextAndUsage()
    {
        await using var chat = await SimulatedChat.StartAsync();

        ChatCompletion completion = await Client(chat, "groq").CompleteChatAsync([new UserChatMessage("Say something about AI.")], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(24, completion.Content[0].Text.Split(' ').Length);
        Assert.Equal(24, completion.Usage.OutputTokenCount);
        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
    }

    private static ChatClient Client(SimulatedChat chat, string gateway) =>
        new(SimulatedChat.ModelOf(gateway), new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = chat.Gateways.BaseUrl(gateway) });
}
