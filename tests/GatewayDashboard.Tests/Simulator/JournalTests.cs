using System.Text.Json;
using GatewayDashboard.Simulator;
using GatewayDashboard.Simulator.Journals;

namespace GatewayDashboard.Tests.Simulator;

public sealed class JournalTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entry_OfAStream_HasEverySendInOrder()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("openrouter");

        var entry = await chat.Gateways.Journal.WaitForAsync(answer.RequestId, Cancelled);
        Assert.Equal(JournalOutcome.Completed, entry.Outcome);
        Assert.Equal(24, entry.TokenSends.Count);
        Assert.Equal(24, entry.CompletionTokens);
        Assert.True(entry.ArrivalTicks <= entry.FirstByteOut!.Value.Before);
        Assert.True(entry.FirstByteOut.Value.After <= entry.FirstTokenOut!.Value.Before);
        Assert.Equal(entry.TokenSends[0].Stamp, entry.FirstContentOut);
        Assert.All(entry.TokenSends.Zip(entry.TokenSends.Skip(1)), pair => Assert.True(pair.First.Stamp.After <= pair.Second.Stamp.Before));
        Assert.True(entry.TokenSends[^1].Stamp.After <= entry.DoneOut!.Value.Before);
        Assert.Equal(entry.DoneOut, entry.LastByteOut);
        Assert.Equal(entry.TokenSends.Count(send => send.Stamp.IsWide), entry.WideBrackets);
    }

    [Fact]
    public async Task Entry_CountsBytesAndBill()
    {
        await using var chat = await SimulatedChat.StartAsync();

        var answer = await chat.AskAsync("groq", stream: false);

        var entry = await chat.Gateways.Journal.WaitForAsync(answer.RequestId, Cancelled);
        Assert.True(entry.BytesOut > answer.Body.Length);
        Assert.True(entry.BytesIn > 100);

        // Groq's llama-3.1-8b-instant cost 0.05 and 0.08 USD per million tokens.
        Assert.Equal((entry.PromptTokens!.Value * 0.05m) + (24 * 0.08m), entry.BillMicroUsd);
    }

    [Fact]
    public async Task Entry_KeepsThatThereWasAKeyAndNeverTheKey()
    {
        var file = Path.GetTempFileName();
        await using (var chat = await SimulatedChat.StartAsync(new SimulatorOptions { TimeScale = 50, JournalFile = file }))
        {
            chat.Http.DefaultRequestHeaders.Authorization = new("Bearer", "sk-very-secret");
            var answer = await chat.AskAsync("groq");
            Assert.True((await chat.Gateways.Journal.WaitForAsync(answer.RequestId, Cancelled)).KeyPresent);
        }

        Assert.DoesNotContain("very-secret", await File.ReadAllTextAsync(file, Cancelled), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task File_HasOneLinePerRequest()
    {
        var file = Path.GetTempFileName();
        string id;
        await using (var chat = await SimulatedChat.StartAsync(new SimulatorOptions { TimeScale = 50, JournalFile = file }))
        {
            id = (await chat.AskAsync("groq")).RequestId;
            await chat.AskAsync("sambanova");
        }

        var lines = (await File.ReadAllLinesAsync(file, Cancelled)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["groq", "sambanova"], lines.Select(line => line.GetProperty("gateway").GetString()));
        Assert.Equal(id, lines[0].GetProperty("requestId").GetString());
        Assert.Equal(24, lines[0].GetProperty("tokenSends").GetArrayLength());
        File.Delete(file);
    }

    [Fact]
    public async Task OverHttp_ByIdGivesThatRequestAlone()
    {
        await using var chat = await SimulatedChat.StartAsync();
        var wanted = await chat.AskAsync("groq");
        await chat.AskAsync("groq");
        await chat.Gateways.Journal.WaitForAsync(wanted.RequestId, Cancelled);

        var lines = await chat.Http.GetStringAsync(new Uri(chat.Gateways.Address, $"/_journal?id={wanted.RequestId}"), Cancelled);

        var line = Assert.Single(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(wanted.RequestId, JsonDocument.Parse(line).RootElement.GetProperty("requestId").GetString());
    }

    [Fact]
    public async Task Client_LeavingInTheMiddle_IsNotedAsLeaving()
    {
        await using var chat = await SimulatedChat.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{chat.Gateways.BaseUrl("groq")}/chat/completions");
        request.Headers.Add("X-Client-Request-Id", "leaver");

        // A stream of ten seconds at the fifty-fold pace, left as soon as its headers are there.
        request.Content = new StringContent("""{"model":"sim/ok?ttft=10&gap=1000&tokens=500","stream":true,"messages":[{"role":"user","content":"hi"}]}""");
        (await chat.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled)).Dispose();

        var entry = await chat.Gateways.Journal.WaitForAsync("leaver", Cancelled);

        Assert.Equal(JournalOutcome.ClientLeft, entry.Outcome);
        Assert.True(entry.CompletionTokens < 500);
    }

    [Fact]
    public async Task Full_DropsTheOldestAndCountsThem()
    {
        await using var chat = await SimulatedChat.StartAsync(new SimulatorOptions { TimeScale = 50, JournalCapacity = 2 });
        var answers = new[] { await chat.AskAsync("groq"), await chat.AskAsync("groq"), await chat.AskAsync("groq") };

        await chat.Gateways.Journal.WaitForAsync(answers[2].RequestId, Cancelled);

        Assert.Equal(answers[1..].Select(answer => answer.RequestId), chat.Gateways.Journal.Entries.Select(entry => entry.RequestId));
        Assert.Equal(1, chat.Gateways.Journal.Dropped);
    }

    [Fact]
    public async Task SameSeed_SameOrder_GivesTheSameTextsAndPlans()
    {
        var first = await TotalTimesAsync(seed: 11);
        var second = await TotalTimesAsync(seed: 11);
        var other = await TotalTimesAsync(seed: 12);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    private static async Task<List<string>> TotalTimesAsync(long seed)
    {
        await using var chat = await SimulatedChat.StartAsync(new SimulatorOptions { TimeScale = 50, Seed = seed });
        List<string> seen = [];
        for (var request = 0; request < 3; request++)
        {
            // Groq reports its own planned times, so the draw shows without a watch.
            var answer = await chat.AskAsync("groq");
            seen.Add(answer.Text + answer.FinishChunk.GetProperty("x_groq").GetProperty("usage").GetProperty("total_time").GetRawText());
        }

        return seen;
    }
}
