using System.Diagnostics;
using System.Security.Cryptography;

namespace GatewayDashboard.Core.Secrets;

/// <summary>The key that encrypts stored provider keys. It lives outside the database, so a copy of the database opens nothing.</summary>
[DebuggerDisplay("***")]
public sealed class MasterKey
{
    /// <summary>Its length in bytes: AES-256.</summary>
    public const int Length = 32;

    private readonly byte[] _bytes;

    private MasterKey(byte[] bytes)
    {
        _bytes = bytes;
        Id = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
    }

    /// <summary>Tells one master key from another without giving it away: the first 8 bytes of its SHA-256, in hex.</summary>
    public string Id { get; }

    /// <summary>A new random key.</summary>
    public static MasterKey Create() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The key in its text form, 32 bytes in base64 with white space around it ignored; null where the text is anything else.</summary>
    public static MasterKey? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[Length + 1];
        return Convert.TryFromBase64String(text.Trim(), bytes, out int written) && written == Length ? new MasterKey(bytes[..Length].ToArray()) : null;
    }

    /// <summary>The text form, for the key file alone.</summary>
    public string Reveal() => Convert.ToBase64String(_bytes);

    /// <summary>Always three asterisks.</summary>
    public override string ToString() => "***";

    internal AesGcm Cipher() => new(_bytes, AesGcm.TagByteSizes.MaxSize);
}
