using System.IO.Compression;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Data.Samples;

/// <summary>
/// Packs a sample's token events without loss: per event the nanoseconds since the one before (from t0), then channel, coalesced
/// flag and size, as variable-length numbers, compressed. A hundred tokens take about half a kilobyte.
/// </summary>
internal static class TokenEventCodec
{
    private const byte Version = 1;

    public static byte[] Pack(IReadOnlyList<TokenEvent> events, long start)
    {
        using var packed = new MemoryStream();
        packed.WriteByte(Version);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var writer = new BinaryWriter(deflate))
        {
            writer.Write7BitEncodedInt(events.Count);
            var before = start;
            foreach (var token in events)
            {
                writer.Write7BitEncodedInt64(StopwatchTime.ToNanoseconds(token.Ticks - before));
                writer.Write7BitEncodedInt64(((long)token.Size << 4) | ((long)token.Channel << 1) | (token.Coalesced ? 1L : 0L));
                before = token.Ticks;
            }
        }

        return packed.ToArray();
    }

    public static IReadOnlyList<TokenEvent> Unpack(byte[] packed, long start)
    {
        if (packed is not [Version, ..])
        {
            throw new InvalidDataException("Event times of this sample are in a form this version does not know.");
        }

        using var deflate = new DeflateStream(new MemoryStream(packed, 1, packed.Length - 1), CompressionMode.Decompress);
        using var reader = new BinaryReader(deflate);
        var events = new TokenEvent[reader.Read7BitEncodedInt()];
        var ticks = start;
        for (var i = 0; i < events.Length; i++)
        {
            ticks += StopwatchTime.FromNanoseconds(reader.Read7BitEncodedInt64());
            var rest = reader.Read7BitEncodedInt64();
            events[i] = new TokenEvent(ticks, (TokenChannel)((rest >> 1) & 7), (int)(rest >> 4), (rest & 1) == 1);
        }

        return events;
    }
}
