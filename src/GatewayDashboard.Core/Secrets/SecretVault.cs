using System.Security.Cryptography;
using System.Text;

namespace GatewayDashboard.Core.Secrets;

/// <summary>Encrypts provider keys for storage and opens them again, with AES-256-GCM bound to where they belong.</summary>
/// <param name="master">The key they are encrypted under.</param>
public sealed class SecretVault(MasterKey master)
{
    // Stored form: version, 8 bytes of the master key's id, 12 of nonce, 16 of tag, then the text.
    private const byte Version = 1;
    private const int KeyIdAt = 1;
    private const int NonceAt = KeyIdAt + 8;
    private const int TagAt = NonceAt + 12;
    private const int TextAt = TagAt + 16;

    /// <summary>Which master key this vault opens.</summary>
    public string MasterKeyId => master.Id;

    /// <summary>Encrypts a key for one place; each call gives other bytes.</summary>
    public byte[] Seal(Secret secret, SecretBinding binding)
    {
        byte[] text = Encoding.UTF8.GetBytes(secret.Reveal());
        try
        {
            byte[] stored = new byte[TextAt + text.Length];
            stored[0] = Version;
            Convert.FromHexString(master.Id).CopyTo(stored, KeyIdAt);
            RandomNumberGenerator.Fill(stored.AsSpan(NonceAt, 12));
            using AesGcm cipher = master.Cipher();
            cipher.Encrypt(stored.AsSpan(NonceAt, 12), text, stored.AsSpan(TextAt), stored.AsSpan(TagAt, 16), binding.AssociatedData(Version));
            return stored;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>Opens a stored key for one place. A key bound elsewhere, damaged, or of another master key stays shut, with the reason.</summary>
    public OpenedSecret Open(ReadOnlySpan<byte> stored, SecretBinding binding)
    {
        if (stored.Length <= TextAt || stored[0] != Version)
        {
            return new OpenedSecret(null, SecretState.Unreadable);
        }

        if (!stored.Slice(KeyIdAt, 8).SequenceEqual(Convert.FromHexString(master.Id)))
        {
            return new OpenedSecret(null, SecretState.OtherMasterKey);
        }

        byte[] text = new byte[stored.Length - TextAt];
        try
        {
            using AesGcm cipher = master.Cipher();
            cipher.Decrypt(stored.Slice(NonceAt, 12), stored[TextAt..], stored.Slice(TagAt, 16), text, binding.AssociatedData(Version));
            return new OpenedSecret(new Secret(Encoding.UTF8.GetString(text)), SecretState.Open);
        }
        catch (AuthenticationTagMismatchException)
        {
            return new OpenedSecret(null, SecretState.BoundElsewhere);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>The same key under another master key, or null where it cannot be opened here.</summary>
    public byte[]? Rekey(ReadOnlySpan<byte> stored, SecretBinding binding, SecretVault next) =>
        Open(stored, binding).Secret is { } secret ? next.Seal(secret, binding) : null;
}

/// <summary>A stored key, opened or not.</summary>
/// <param name="Secret">The key, or null where it stays shut.</param>
/// <param name="State">Why.</param>
public sealed record OpenedSecret(Secret? Secret, SecretState State);

/// <summary>What became of opening a stored key.</summary>
public enum SecretState
{
    /// <summary>It is open.</summary>
    Open,

    /// <summary>The master key is not the one it was encrypted under: it must be entered again.</summary>
    OtherMasterKey,

    /// <summary>The address it was entered for has changed, or the row was altered: it must be entered again.</summary>
    BoundElsewhere,

    /// <summary>The stored bytes are none of ours.</summary>
    Unreadable,
}
