using System.Text.Json;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

internal sealed partial class ChunkParser
{
    private static void ReadChoices(ref Utf8JsonReader reader, Chunk chunk)
    {
        // Null and an empty list are how usage-only chunks come (SambaNova, Azure); anything but a list is nobody's format.
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            chunk.Malformed |= reader.TokenType != JsonTokenType.Null;
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadChoice(ref reader, chunk);
            }
            else
            {
                chunk.Malformed = true;
                reader.Skip();
            }
        }
    }

    private static void ReadChoice(ref Utf8JsonReader reader, Chunk chunk)
    {
        var before = chunk.Pieces.Count;
        var other = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("delta"u8) || reader.ValueTextEquals("message"u8))
            {
                reader.Read();
                ReadDelta(ref reader, chunk);
            }
            else if (reader.ValueTextEquals("finish_reason"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.String && !other && reader.ValueSpan.Length > 0)
                {
                    chunk.FinishReason = JsonText.Read(ref reader, out _);
                }

                reader.Skip();
            }
            else if (reader.ValueTextEquals("index"u8))
            {
                reader.Read();
                other = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var index) && index != 0;
                reader.Skip();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        if (other)
        {
            chunk.OtherChoice = true;
            chunk.Pieces.RemoveRange(before, chunk.Pieces.Count - before);
            chunk.FinishReason = null;
        }
    }

    private static void ReadDelta(ref Utf8JsonReader reader, Chunk chunk)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            chunk.Malformed |= reader.TokenType != JsonTokenType.Null;
            reader.Skip();
            return;
        }

        // Some gateways say the same reasoning under two or three names; the first that speaks is taken.
        var reasoned = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("content"u8))
            {
                reader.Read();
                ReadText(ref reader, chunk, TokenChannel.Answer);
            }
            else if (reader.ValueTextEquals("reasoning_content"u8) || reader.ValueTextEquals("reasoning"u8) || reader.ValueTextEquals("reasoning_details"u8))
            {
                reader.Read();
                if (reasoned)
                {
                    reader.Skip();
                }
                else
                {
                    reasoned = ReadText(ref reader, chunk, TokenChannel.Reasoning);
                }
            }
            else if (reader.ValueTextEquals("refusal"u8))
            {
                reader.Read();
                ReadText(ref reader, chunk, TokenChannel.Refusal);
            }
            else if (reader.ValueTextEquals("tool_calls"u8))
            {
                reader.Read();
                ReadToolCalls(ref reader, chunk);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    /// <summary>A string, or a list of parts with a <c>text</c> each. Whether any text was there.</summary>
    private static bool ReadText(ref Utf8JsonReader reader, Chunk chunk, TokenChannel channel)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return AddPiece(ref reader, chunk, channel);
            case JsonTokenType.Null:
                return false;
            case JsonTokenType.StartArray:
                break;
            default:
                chunk.Malformed = true;
                reader.Skip();
                return false;
        }

        var any = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var text = reader.ValueTextEquals("text"u8);
                reader.Read();
                if (text && reader.TokenType == JsonTokenType.String)
                {
                    any |= AddPiece(ref reader, chunk, channel);
                }

                reader.Skip();
            }
        }

        return any;
    }

    private static bool AddPiece(ref Utf8JsonReader reader, Chunk chunk, TokenChannel channel)
    {
        if (reader.ValueSpan.Length == 0)
        {
            return false;
        }

        chunk.Pieces.Add(new ChunkPiece(channel, JsonText.Read(ref reader, out var valid)));
        chunk.InvalidUtf8 |= !valid;
        return true;
    }
}
