using System.Text;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Snippets;

/// <summary>JavaScript and TypeScript with the <c>openai</c> package: the same text is both.</summary>
public sealed class JavaScriptSnippet : ISnippetWriter
{
    /// <inheritdoc/>
    public string Id => "javascript";

    /// <inheritdoc/>
    public string Name => "TypeScript / JavaScript";

    /// <inheritdoc/>
    public string FileName => "request.mjs";

    /// <inheritdoc/>
    public SnippetProof Proof => SnippetProof.Run;

    /// <inheritdoc/>
    public string? Install => "npm install openai";

    /// <inheritdoc/>
    public string? Run => "node request.mjs";

    /// <inheritdoc/>
    public string SetVariable(string name) => $"export {name}='…'";

    /// <inheritdoc/>
    public string Write(RequestPreview request)
    {
        ArgumentNullException.ThrowIfNull(request);
        StringBuilder text = new("import OpenAI from \"openai\";\n\nconst client = new OpenAI({\n");
        text.Append("  baseURL: ").Append(JsonText.Quoted(request.BaseUrl.AbsoluteUri)).Append(",\n");
        text.Append("  apiKey: ").Append(request.HasBearerKey ? $"process.env.{request.KeyVariable}" : "\"unused\"").Append(",\n");
        if (request.FurtherHeaders.Count > 0)
        {
            text.Append("  defaultHeaders: {\n");
            foreach (RequestHeader header in request.FurtherHeaders)
            {
                text.Append("    ").Append(JsonText.Quoted(header.Name)).Append(": ").Append(Value(header)).Append(",\n");
            }

            text.Append("  },\n");
        }

        bool chat = request.Endpoint == RequestEndpoint.Chat;
        text.Append("});\n\nconst ").Append(request.Stream ? "stream" : "response");
        text.Append(" = await client.").Append(chat ? "chat.completions" : "embeddings").Append(".create({\n");
        foreach ((string name, JsonNode? value) in request.Body)
        {
            if (ParameterCatalogue.Find(name, request.Endpoint) is null or { Extension: true })
            {
                text.Append("  // @ts-expect-error: not one of OpenAI's own parameters, sent all the same\n");
            }

            // As a plain name, __proto__ would set the prototype instead.
            text.Append("  ").Append(name == "__proto__" ? "[\"__proto__\"]" : IsName(name) ? name : JsonText.Quoted(name)).Append(": ");
            text.Append(JsonText.Indented(value).Replace("\n", "\n  ", StringComparison.Ordinal).Replace("\"__proto__\": ", "[\"__proto__\"]: ", StringComparison.Ordinal)).Append(",\n");
        }

        return text.Append("});\n").Append(Ending(request)).ToString();
    }

    private static string Ending(RequestPreview request) => request switch
    {
        { Endpoint: RequestEndpoint.Embeddings } => "console.log(response.data[0].embedding.length);\n",
        { Stream: true } => "for await (const chunk of stream) {\n  process.stdout.write(chunk.choices?.[0]?.delta?.content ?? \"\");\n}\n",
        _ => "console.log(response.choices[0].message.content);\n",
    };

    private static string Value(RequestHeader header) => header.Variable is null
        ? JsonText.Quoted(header.Text)
        : header.Text.Length == 0 ? $"process.env.{header.Variable}" : $"{JsonText.Quoted(header.Text)} + process.env.{header.Variable}";

    private static bool IsName(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$');
}
