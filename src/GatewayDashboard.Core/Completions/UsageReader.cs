using System.Globalization;
using System.Text;
using System.Text.Json;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

/// <summary>Reads one usage object under the names that gateways give its fields.</summary>
internal static class UsageReader
{
    /// <summary>The usage, or null where nothing in it could be read.</summary>
    public static TokenUsage? Read(ref Utf8JsonReader reader, Chunk chunk)
    {
        var usage = new TokenUsage();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("prompt_tokens"u8) || reader.ValueTextEquals("input_tokens"u8))
            {
                usage = usage with { Input = Count(ref reader, chunk) };
            }
            else if (reader.ValueTextEquals("completion_tokens"u8) || reader.ValueTextEquals("output_tokens"u8))
            {
                usage = usage with { Output = Count(ref reader, chunk) };
            }
            else if (reader.ValueTextEquals("reasoning_tokens"u8))
            {
                usage = usage with { Reasoning = Count(ref reader, chunk) ?? usage.Reasoning };
            }
            else if (reader.ValueTextEquals("cached_tokens"u8) || reader.ValueTextEquals("prompt_cache_hit_tokens"u8))
            {
                usage = usage with { CachedInput = Count(ref reader, chunk) ?? usage.CachedInput };
            }
            else if (reader.ValueTextEquals("completion_tokens_details"u8) || reader.ValueTextEquals("output_tokens_details"u8))
            {
                usage = usage with { Reasoning = Detail(ref reader, chunk, "reasoning_tokens"u8) ?? usage.Reasoning };
            }
            else if (reader.ValueTextEquals("prompt_tokens_details"u8) || reader.ValueTextEquals("input_tokens_details"u8))
            {
                usage = usage with { CachedInput = Detail(ref reader, chunk, "cached_tokens"u8) ?? usage.CachedInput };
            }
            else if (reader.ValueTextEquals("cost"u8) || reader.ValueTextEquals("usd_spent"u8))
            {
                usage = usage with { CostUsd = Money(ref reader) };
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return usage == new TokenUsage() ? null : usage;
    }

    private static int? Detail(ref Utf8JsonReader reader, Chunk chunk, ReadOnlySpan<byte> name)
    {
        int? found = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return found;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name))
            {
                found = Count(ref reader, chunk);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return found;
    }

    // A count in quotes, below zero or beyond an int is not believed: the call is then counted with the common tokenizer.
    private static int? Count(ref Utf8JsonReader reader, Chunk chunk)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var count) && count >= 0)
        {
            return count;
        }

        chunk.UnreadableUsage |= reader.TokenType != JsonTokenType.Null;
        reader.Skip();
        return null;
    }

    private static decimal? Money(ref Utf8JsonReader reader)
    {
        reader.Read();
        var text = reader.TokenType is JsonTokenType.Number or JsonTokenType.String ? Encoding.UTF8.GetString(reader.ValueSpan) : null;
        reader.Skip();
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var money) && money >= 0 ? money : null;
    }
}
