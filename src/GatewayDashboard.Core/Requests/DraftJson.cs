using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests;

/// <summary>What reading a request body came to: the body, or what is wrong and where.</summary>
/// <param name="Body">The body, or null where the text is not one.</param>
/// <param name="Error">What is wrong, or null.</param>
/// <param name="Line">The line of the error, from 1; 0 without one.</param>
/// <param name="Column">The column of the error in characters, from 1; 0 without one.</param>
public sealed record BodyReading(JsonObject? Body, string? Error = null, int Line = 0, int Column = 0);

/// <summary>Reads the editable JSON of a request.</summary>
public static class DraftJson
{
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>Reads a body. A text that is not a JSON object gives an error with its place, never an exception.</summary>
    public static BodyReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            JsonNode? node = JsonNode.Parse(text, documentOptions: s_options);
            // Writing it once finds halves of surrogate pairs, which no gateway could be sent.
            _ = JsonText.Compact(node);
            return node is JsonObject body ? new BodyReading(body) : new BodyReading(null, "The body must be a JSON object: it starts with {.", 1, 1);
        }
        catch (JsonException error)
        {
            int line = (int)(error.LineNumber ?? 0);
            return new BodyReading(null, Words(error), line + 1, Column(text, line, (int)(error.BytePositionInLine ?? 0)));
        }
        catch (InvalidOperationException)
        {
            return new BodyReading(null, "A string holds half of a surrogate pair (\\ud800 to \\udfff), which is not text.", 1, 1);
        }
    }

    // The framework's message ends in its own path and position, counted from zero and in bytes.
    private static string Words(JsonException error)
    {
        int end = error.Message.IndexOf(" Path:", StringComparison.Ordinal);
        end = end < 0 ? error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal) : end;
        return end < 0 ? error.Message : error.Message[..end];
    }

    private static int Column(string text, int line, int bytes)
    {
        string[] lines = text.Split('\n');
        if (line >= lines.Length)
        {
            return 1;
        }

        byte[] encoded = Encoding.UTF8.GetBytes(lines[line]);
        return Encoding.UTF8.GetCharCount(encoded, 0, Math.Min(bytes, encoded.Length)) + 1;
    }
}
