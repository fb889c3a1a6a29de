using System.Buffers.Binary;
using System.Text;

namespace GatewayDashboard.Core.Secrets;

/// <summary>What a stored key belongs to. It cannot be opened for anything else, whoever changed the row and however.</summary>
/// <param name="ConnectionId">The connection.</param>
/// <param name="Field">The field of it, for example <c>key</c> or <c>header:X-Team</c>.</param>
/// <param name="Origin">Scheme, host and port the key was entered for.</param>
/// <param name="TlsTrust">Whose certificates are believed: <c>system</c>, or the fingerprint of an authority of one's own.</param>
public sealed record SecretBinding(string ConnectionId, string Field, string Origin, string TlsTrust = "system")
{
    // Each part carries its length: no part can end where another begins and mean the same bytes.
    internal byte[] AssociatedData(byte version)
    {
        using MemoryStream data = new();
        data.WriteByte(version);
        Span<byte> length = stackalloc byte[4];
        foreach (string part in new[] { ConnectionId, Field, Origin.ToLowerInvariant(), TlsTrust })
        {
            byte[] bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            data.Write(length);
            data.Write(bytes);
        }

        return data.ToArray();
    }
}
