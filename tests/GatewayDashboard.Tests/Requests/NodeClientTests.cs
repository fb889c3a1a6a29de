using System.Text.Json.Nodes;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Simulator;

namespace GatewayDashboard.Tests.Requests;

/// <summary>The <c>openai</c> npm package, a client nobody here wrote, talks to every simulated gateway.</summary>
public sealed class NodeClientTests
{
    private const string Script = """
        import OpenAI from "openai";
        for (const target of process.argv.slice(2)) {
          const [baseURL, model] = target.split(" ");
          const client = new OpenAI({ baseURL, apiKey: "simulated", maxRetries: 0 });
          const request = { model, messages: [{ role: "user", content: "hi" }] };
          const whole = await client.chat.completions.create(request);
          let text = "", usage = null, finish = null;
          for await (const chunk of await client.chat.completions.create({ ...request, stream: true, stream_options: { include_usage: true } })) {
            text += chunk.choices?.[0]?.delta?.content ?? "";
            finish = chunk.choices?.[0]?.finish_reason ?? finish;
            usage = chunk.usage ?? chunk.x_groq?.usage ?? usage;
          }
          console.log(JSON.stringify({ baseURL, whole: whole.choices[0].message.content.length, tokens: whole.usage.completion_tokens, text: text.length, finish, streamed: usage?.completion_tokens }));
        }
        """;

    [Fact]
    public async Task OpenAiPackage_AtEverySimulatedGateway_ReadsAnswersWholeAndStreamed()
    {
        string? modules = await NodeModules.FolderAsync();
        Assert.SkipWhen(modules is null, "node or the openai npm package is not to be had on this machine.");
        await using SimulatedGateways simulated = await SimulatedGateways.StartAsync(new SimulatorOptions { TimeScale = 50 }, TestContext.Current.CancellationToken);
        string[] targets = [.. OfferCatalogue.SimulatedDefaults.Select(offer => $"{simulated.BaseUrl(offer.GatewayId)} {offer.ModelId}")];
        string script = Path.Combine(modules, $"{Path.GetRandomFileName()}.mjs");
        await File.WriteAllTextAsync(script, Script, TestContext.Current.CancellationToken);
        try
        {
            (int exitCode, string output) = await ToolRun.RunAsync("node", modules, [script, .. targets]);

            Assert.True(exitCode == 0, output);
            JsonNode[] answers = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
            Assert.Equal(targets.Length, answers.Length);
            Assert.All(answers, answer => Assert.True(
                (int)answer["whole"]! > 0 && (int)answer["tokens"]! > 0 && (int)answer["text"]! > 0 && (int?)answer["streamed"] > 0 && answer["finish"] is not null, answer.ToJsonString()));
        }
        finally
        {
            File.Delete(script);
        }
    }
}
