using System.Text.Json;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

internal sealed partial class ChunkParser
{
    private static void ReadToolCalls(ref Utf8JsonReader reader, Chunk chunk)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            chunk.Malformed |= reader.TokenType != JsonTokenType.Null;
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            var tool = 0;
            (string? Name, string Arguments) function = (null, "");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("index"u8))
                {
                    reader.Read();
                    tool = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var index) ? index : 0;
                    reader.Skip();
                }
                else if (reader.ValueTextEquals("function"u8))
                {
                    reader.Read();
                    function = ReadFunction(ref reader);
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }

            if (function.Name is not null || function.Arguments.Length > 0)
            {
                chunk.Pieces.Add(new ChunkPiece(TokenChannel.ToolCall, function.Arguments, tool, function.Name));
            }
        }
    }

    private static (string? Name, string Arguments) ReadFunction(ref Utf8JsonReader reader)
    {
        string? name = null;
        var arguments = "";
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return (name, arguments);
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isName, isArguments) = (reader.ValueTextEquals("name"u8), reader.ValueTextEquals("arguments"u8));
            reader.Read();
            if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length > 0 && (isName || isArguments))
            {
                var text = JsonText.Read(ref reader, out _);
                (name, arguments) = isName ? (text, arguments) : (name, text);
            }

            reader.Skip();
        }

        return (name, arguments);
    }
}
