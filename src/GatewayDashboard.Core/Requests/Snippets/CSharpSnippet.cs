using System.Text;

namespace GatewayDashboard.Core.Requests.Snippets;

/// <summary>C# with the <c>OpenAI</c> package. Its protocol methods take any body, so fields that the typed options lack are sent too.</summary>
public sealed class CSharpSnippet : ISnippetWriter
{
    /// <inheritdoc/>
    public string Id => "csharp";

    /// <inheritdoc/>
    public string Name => "C#";

    /// <inheritdoc/>
    public string FileName => "Program.cs";

    /// <inheritdoc/>
    public SnippetProof Proof => SnippetProof.Run;

    /// <inheritdoc/>
    public string? Install => "dotnet add package OpenAI";

    /// <inheritdoc/>
    public string? Run => "dotnet run";

    /// <inheritdoc/>
    public string SetVariable(string name) => $"export {name}='…'";

    /// <inheritdoc/>
    public string Write(RequestPreview request)
    {
        ArgumentNullException.ThrowIfNull(request);
        bool chat = request.Endpoint == RequestEndpoint.Chat;
        StringBuilder text = new("using System.ClientModel;\n");
        text.Append("using System.ClientModel.Primitives;\n").Append(request.Stream ? "using System.Net.ServerSentEvents;\n" : "");
        text.Append("using System.Text.Json;\nusing OpenAI;\n").Append(chat ? "using OpenAI.Chat;\n\n" : "using OpenAI.Embeddings;\n\n");
        text.Append(chat ? "var client = new ChatClient(\n    " : "var client = new EmbeddingClient(\n    ");
        text.Append(Literal((string?)request.Body["model"] is { Length: > 0 } model ? model : "model")).Append(",\n    new ApiKeyCredential(");
        text.Append(request.HasBearerKey ? Variable(request.KeyVariable!) : "\"unused\"").Append("),\n");
        text.Append("    new OpenAIClientOptions { Endpoint = new Uri(").Append(Literal(request.BaseUrl.AbsoluteUri)).Append(") });\n\n");
        text.Append("var body = BinaryData.FromString(").Append(Raw(request.Json)).Append(");\n\n");
        text.Append(request.Stream ? "var options = new RequestOptions { BufferResponse = false };\n" : "var options = new RequestOptions();\n");
        foreach (RequestHeader header in request.FurtherHeaders)
        {
            text.Append("options.AddHeader(").Append(Literal(header.Name)).Append(", ").Append(Value(header)).Append(");\n");
        }

        text.Append("ClientResult result = await client.").Append(chat ? "CompleteChatAsync" : "GenerateEmbeddingsAsync").Append("(BinaryContent.Create(body), options);\n");
        return text.Append(Ending(request)).ToString();
    }

    private static string Ending(RequestPreview request) => request switch
    {
        { Endpoint: RequestEndpoint.Embeddings } => """
            using JsonDocument answer = JsonDocument.Parse(result.GetRawResponse().Content);
            Console.WriteLine(answer.RootElement.GetProperty("data")[0].GetProperty("embedding"));

            """,
        { Stream: true } => """
            await foreach (SseItem<string> item in SseParser.Create(result.GetRawResponse().ContentStream!).EnumerateAsync())
            {
                if (item.Data == "[DONE]")
                {
                    break;
                }

                using JsonDocument chunk = JsonDocument.Parse(item.Data);
                if (chunk.RootElement.TryGetProperty("choices", out JsonElement choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0
                    && choices[0].GetProperty("delta").TryGetProperty("content", out JsonElement content))
                {
                    Console.Write(content.GetString());
                }
            }

            """,
        _ => """
            using JsonDocument answer = JsonDocument.Parse(result.GetRawResponse().Content);
            Console.WriteLine(answer.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString());

            """,
    };

    private static string Value(RequestHeader header) => header.Variable is null
        ? Literal(header.Text)
        : header.Text.Length == 0 ? Variable(header.Variable) : $"{Literal(header.Text)} + {Variable(header.Variable)}";

    private static string Variable(string name) => $"Environment.GetEnvironmentVariable(\"{name}\")!";

    private static string Literal(string text) => JsonText.Quoted(text);

    private static string Raw(string json)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in json)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        string quotes = new('"', Math.Max(3, longest + 1));
        return $"{quotes}\n{json}\n{quotes}";
    }
}
