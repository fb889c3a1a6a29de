namespace GatewayDashboard.Tests.Simulator;

public sealed class InstructionTests
{
    [Theory]
    [InlineData("gap=-5", "gap")]
    [InlineData("ttft=soon", "ttft")]
    [InlineData("ttft=NaN", "ttft")]
    [InlineData("tokens=1.5", "tokens")]
    [InlineData("tps=0", "tps")]
    [InlineData("colour=red", "colour")]
    [InlineData("fault=Z99", "Z99")]
    public async Task Instruction_NotUnderstood_IsRefusedInOneSentenceThatNamesIt(string simulate, string named)
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("groq", simulate: simulate);

        Assert.Equal(400, answer.Status);
        Assert.Contains($"'{named}'", answer.Json.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_PerChunk_AreJoinedIntoOneEvent()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("groq", simulate: "ttft=5&gap=1&tokens=10&perchunk=4&role=0");

        Assert.Equal(3, answer.Deltas("content").Count());
        var entry = await chat.Gateways.Journal.WaitForAsync(answer.RequestId, TestContext.Current.CancellationToken);
        Assert.Equal([4, 4, 2], entry.TokenSends.Select(send => send.Tokens));
    }

    [Fact]
    public async Task Join_PutsSeveralEventsIntoOneSend()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("groq", simulate: "ttft=5&gap=1&tokens=10&join=5");

        Assert.Equal(10, answer.Deltas("content").Count());
        var entry = await chat.Gateways.Journal.WaitForAsync(answer.RequestId, TestContext.Current.CancellationToken);
        Assert.Equal(2, entry.TokenSends.Count);
    }

    [Fact]
    public async Task Split_CutsEventsAtEveryByteAndChangesNoText()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var whole = await chat.AskAsync("groq", simulate: "ttft=5&gap=1&tokens=3");
        var split = await chat.AskAsync("groq", simulate: "ttft=5&gap=1&tokens=3&split=1");

        Assert.Equal(whole.Text, split.Text);
    }

    [Fact]
    public async Task ModelName_CarriesInstructionsToo()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("sambanova", model: "sim/ok?ttft=3&tps=1000&tokens=7");

        Assert.Equal(7, answer.Deltas("content").Count());
    }

    [Fact]
    public async Task Status_Instructed_RefusesWithIt()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("together", simulate: "status=503");

        Assert.Equal(503, answer.Status);
        Assert.True(answer.Json.TryGetProperty("error", out _));
    }
}
