using System.Text;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Snippets;

/// <summary>Python with the <c>openai</c> package.</summary>
public sealed class PythonSnippet : ISnippetWriter
{
    // What every version since 1.60 takes by name; anything else goes through extra_body, which all of them take.
    private static readonly HashSet<string> s_known =
    [
        "model", "messages", "audio", "frequency_penalty", "function_call", "functions", "logit_bias", "logprobs", "max_completion_tokens", "max_tokens",
        "metadata", "modalities", "n", "parallel_tool_calls", "prediction", "presence_penalty", "reasoning_effort", "response_format", "seed", "service_tier",
        "stop", "store", "stream", "stream_options", "temperature", "tool_choice", "tools", "top_logprobs", "top_p", "user",
    ];

    private static readonly HashSet<string> s_knownOfEmbeddings = ["model", "input", "dimensions", "encoding_format", "user"];

    /// <inheritdoc/>
    public string Id => "python";

    /// <inheritdoc/>
    public string Name => "Python";

    /// <inheritdoc/>
    public string FileName => "request.py";

    /// <inheritdoc/>
    public SnippetProof Proof => SnippetProof.Parsed;

    /// <inheritdoc/>
    public string? Install => "pip install \"openai>=1.60\"";

    /// <inheritdoc/>
    public string? Run => "python request.py";

    /// <inheritdoc/>
    public string SetVariable(string name) => $"export {name}='…'";

    /// <inheritdoc/>
    public string Write(RequestPreview request)
    {
        ArgumentNullException.ThrowIfNull(request);
        StringBuilder text = new("import os\n\nfrom openai import OpenAI\n\nclient = OpenAI(\n");
        text.Append("    base_url=").Append(JsonText.Quoted(request.BaseUrl.AbsoluteUri)).Append(",\n");
        text.Append("    api_key=").Append(request.HasBearerKey ? $"os.environ[\"{request.KeyVariable}\"]" : "\"unused\"").Append(",\n");
        if (request.FurtherHeaders.Count > 0)
        {
            text.Append("    default_headers={\n");
            foreach (RequestHeader header in request.FurtherHeaders)
            {
                text.Append("        ").Append(JsonText.Quoted(header.Name)).Append(": ").Append(Value(header)).Append(",\n");
            }

            text.Append("    },\n");
        }

        text.Append(")\n\n");
        bool chat = request.Endpoint == RequestEndpoint.Chat;
        text.Append(request.Stream ? "stream" : "response").Append(" = client.").Append(chat ? "chat.completions" : "embeddings").Append(".create(\n");
        WriteFields(text, request.Body, chat ? s_known : s_knownOfEmbeddings);
        text.Append(")\n");
        return text.Append(Ending(request)).ToString();
    }

    private static void WriteFields(StringBuilder text, JsonObject body, HashSet<string> known)
    {
        foreach ((string name, JsonNode? value) in body.Where(field => known.Contains(field.Key)))
        {
            text.Append("    ").Append(name).Append('=');
            PythonLiteral.Write(text, value, 1);
            text.Append(",\n");
        }

        JsonObject further = [.. body.Where(field => !known.Contains(field.Key)).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))];
        if (further.Count > 0)
        {
            text.Append("    extra_body=");
            PythonLiteral.Write(text, further, 1);
            text.Append(",\n");
        }
    }

    private static string Ending(RequestPreview request) => request switch
    {
        { Endpoint: RequestEndpoint.Embeddings } => "print(len(response.data[0].embedding))\n",
        { Stream: true } => "for chunk in stream:\n    if chunk.choices and chunk.choices[0].delta.content:\n        print(chunk.choices[0].delta.content, end=\"\", flush=True)\nprint()\n",
        _ => "print(response.choices[0].message.content)\n",
    };

    private static string Value(RequestHeader header) => header.Variable is null
        ? JsonText.Quoted(header.Text)
        : header.Text.Length == 0 ? $"os.environ[\"{header.Variable}\"]" : $"{JsonText.Quoted(header.Text)} + os.environ[\"{header.Variable}\"]";
}
