using System.Security.Cryptography;
using System.Text;

namespace GatewayDashboard.Core.Secrets;

/// <summary>Encrypts provider keys for storage and opens them again, with AES-256-GCM bound to where they belong.</summary>
/// <param name="master">The key they are encrypted under.</param>
public sealed class SecretVault(MasterKey master)
{
    // Part of what is authenticated, so that a later form can never be read as this one.
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Which master key this vault opens.</summary>
    public string MasterKeyId => master.Id;

    /// <summary>Encrypts a key for one place; each call gives other bytes.</summary>
    public SealedSecret Seal(Secret secret, SecretBinding binding)
    {
        byte[] text = Encoding.UTF8.GetBytes(secret.Reveal());
        try
        {
            SealedSecret stored = new(master.Id, RandomNumberGenerator.GetBytes(NonceBytes), new byte[text.Length], new byte[TagBytes]);
            using AesGcm cipher = master.Cipher();
            cipher.Encrypt(stored.Nonce, text, stored.Ciphertext, stored.Tag, binding.AssociatedData(Version));
            return stored;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>Opens a stored key for one place. A key bound elsewhere, damaged, or of another master key stays shut, with the reason.</summary>
    public OpenedSecret Open(SealedSecret stored, SecretBinding binding)
    {
        if (stored.KeyId != master.Id)
        {
            return new OpenedSecret(null, SecretState.OtherMasterKey);
        }

        if (stored.Nonce.Length != NonceBytes || stored.Tag.Length != TagBytes || stored.Ciphertext.Length == 0)
        {
            return new OpenedSecret(null, SecretState.Unreadable);
        }

        byte[] text = new byte[stored.Ciphertext.Length];
        try
        {
            using AesGcm cipher = master.Cipher();
            cipher.Decrypt(stored.Nonce, stored.Ciphertext, stored.Tag, text, binding.AssociatedData(Version));
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
    public SealedSecret? Rekey(SealedSecret stored, SecretBinding binding, SecretVault next) =>
        Open(stored, binding).Secret is { } secret ? next.Seal(secret, binding) : null;
}

/// <summary>A provider key as it is stored: nothing in it can be read without the master key and the place it belongs to.</summary>
/// <param name="KeyId">Which master key encrypted it.</param>
/// <param name="Nonce">12 random bytes, never used twice.</param>
/// <param name="Ciphertext">The key, encrypted.</param>
/// <param name="Tag">16 bytes that prove text and place unchanged.</param>
public sealed record SealedSecret(string KeyId, byte[] Nonce, byte[] Ciphertext, byte[] Tag);

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
