using System.Text;
using GatewayDashboard.Core.Secrets;

namespace GatewayDashboard.Core.Tests.Secrets;

public sealed class SecretVaultTests
{
    private const string Text = "sk-canary-0123456789abcdef";
    private static readonly SecretBinding s_binding = new("c1", "key", "https://api.groq.com", "system");
    private readonly SecretVault _vault = new(MasterKey.Create());

    [Fact]
    public void Open_TheSamePlace_GivesTheKey()
    {
        OpenedSecret opened = _vault.Open(_vault.Seal(new Secret(Text), s_binding), s_binding);
        Assert.Equal((Text, SecretState.Open), (opened.Secret!.Reveal(), opened.State));
    }

    [Theory]
    [InlineData("c2", "key", "https://api.groq.com", "system")]
    [InlineData("c1", "header:x", "https://api.groq.com", "system")]
    [InlineData("c1", "key", "https://evil.example", "system")]
    [InlineData("c1", "key", "http://api.groq.com", "system")]
    [InlineData("c1", "key", "https://api.groq.com:8443", "system")]
    [InlineData("c1", "key", "https://api.groq.com", "sha256:00")]
    // Parts that only shift their border must not mean the same place.
    [InlineData("c1k", "ey", "https://api.groq.com", "system")]
    public void Open_AnotherPlace_StaysShut(string connection, string field, string origin, string trust)
    {
        OpenedSecret opened = _vault.Open(_vault.Seal(new Secret(Text), s_binding), new(connection, field, origin, trust));
        Assert.Equal((null, SecretState.BoundElsewhere), (opened.Secret, opened.State));
    }

    [Fact]
    public void Open_AnotherMasterKey_SaysSo() => Assert.Equal(
        SecretState.OtherMasterKey, new SecretVault(MasterKey.Create()).Open(_vault.Seal(new Secret(Text), s_binding), s_binding).State);

    [Fact]
    public void Open_AnyByteChanged_StaysShut()
    {
        SealedSecret stored = _vault.Seal(new Secret(Text), s_binding);
        foreach (byte[] part in new[] { stored.Nonce, stored.Ciphertext, stored.Tag })
        {
            for (int at = 0; at < part.Length; at++)
            {
                part[at] ^= 1;
                Assert.Null(_vault.Open(stored, s_binding).Secret);
                part[at] ^= 1;
            }
        }
    }

    [Fact]
    public void Open_CutOff_StaysShut()
    {
        SealedSecret stored = _vault.Seal(new Secret(Text), s_binding);
        Assert.Null(_vault.Open(stored with { Ciphertext = stored.Ciphertext[..^1] }, s_binding).Secret);
        Assert.Equal(SecretState.Unreadable, _vault.Open(stored with { Tag = stored.Tag[..12] }, s_binding).State);
        Assert.Equal(SecretState.Unreadable, _vault.Open(stored with { Nonce = [] }, s_binding).State);
        Assert.Equal(SecretState.Unreadable, _vault.Open(stored with { Ciphertext = [] }, s_binding).State);
    }

    [Fact]
    public void Seal_StoredBytes_HoldNoPartOfTheKeyAndNeverRepeat()
    {
        SealedSecret first = _vault.Seal(new Secret(Text), s_binding);
        Assert.True(first.Ciphertext.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Text[..4])) < 0);
        Assert.NotEqual(first.Nonce, _vault.Seal(new Secret(Text), s_binding).Nonce);
    }

    [Fact]
    public void Rekey_ANewMasterKey_OpensThereAndNoLongerHere()
    {
        SecretVault next = new(MasterKey.Create());
        SealedSecret moved = _vault.Rekey(_vault.Seal(new Secret(Text), s_binding), s_binding, next)!;
        Assert.Equal(Text, next.Open(moved, s_binding).Secret!.Reveal());
        Assert.Equal(SecretState.OtherMasterKey, _vault.Open(moved, s_binding).State);
    }

    [Fact]
    public void MasterKey_TextForm_ComesBackAsTheSameKey()
    {
        MasterKey key = MasterKey.Create();
        Assert.Equal(key.Id, MasterKey.Parse($" {key.Reveal()}\n")!.Id);
        Assert.Equal("***", key.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void MasterKey_OtherText_IsRefused(string text) => Assert.Null(MasterKey.Parse(text));
}
