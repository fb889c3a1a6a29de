using System.Buffers;
using System.Text;
using System.Text.Json;

namespace GatewayDashboard.Simulator.Journals;

/// <summary>A journal entry as one line of NDJSON. Stamps are arrays: before, after and, for token sends, tokens and 1 for reasoning.</summary>
internal static class JournalLine
{
    public static string Write(JournalEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("requestId", entry.RequestId);
            json.WriteString("gateway", entry.GatewayId);
            json.WriteString("request", entry.Request);
            json.WriteString("model", entry.Model);
            json.WriteBoolean("streamed", entry.Streamed);
            json.WriteBoolean("keyPresent", entry.KeyPresent);
            json.WriteNumber("status", entry.Status);
            json.WriteString("fault", entry.Fault);
            json.WriteString("outcome", entry.Outcome.ToString());
            json.WriteNumber("arrivalTicks", entry.ArrivalTicks);
            WriteStamp(json, "firstByteOut", entry.FirstByteOut);
            WriteStamp(json, "firstTokenOut", entry.FirstTokenOut);
            WriteStamp(json, "firstContentOut", entry.FirstContentOut);
            WriteStamp(json, "doneOut", entry.DoneOut);
            WriteStamp(json, "lastByteOut", entry.LastByteOut);
            json.WriteNumber("doneTicks", entry.DoneTicks);
            json.WriteNumber("bytesIn", entry.BytesIn);
            json.WriteNumber("bytesOut", entry.BytesOut);
            WriteNumber(json, "promptTokens", entry.PromptTokens);
            json.WriteNumber("completionTokens", entry.CompletionTokens);
            WriteNumber(json, "billMicroUsd", entry.BillMicroUsd);
            json.WriteNumber("wideBrackets", entry.WideBrackets);
            json.WriteNumber("blockedSends", entry.BlockedSends);
            WriteSends(json, entry.TokenSends);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteStamp(Utf8JsonWriter json, string name, SendStamp? stamp)
    {
        if (stamp is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        json.WriteNumberValue(known.Before);
        json.WriteNumberValue(known.After);
        json.WriteEndArray();
    }

    private static void WriteSends(Utf8JsonWriter json, IReadOnlyList<TokenSend> sends)
    {
        json.WriteStartArray("tokenSends");
        foreach (var send in sends)
        {
            json.WriteStartArray();
            json.WriteNumberValue(send.Stamp.Before);
            json.WriteNumberValue(send.Stamp.After);
            json.WriteNumberValue(send.Tokens);
            json.WriteNumberValue(send.Reasoning ? 1 : 0);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
