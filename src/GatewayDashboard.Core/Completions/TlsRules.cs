using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace GatewayDashboard.Core.Completions;

/// <summary>How a server proves who it is: by the machine's authorities, or by one the user named besides. There is no way to switch the check off.</summary>
internal static class TlsRules
{
    public static SslClientAuthenticationOptions For(string host, X509Certificate2Collection? roots)
    {
        var rules = new SslClientAuthenticationOptions
        {
            TargetHost = host.TrimEnd('.'),
            ApplicationProtocols = [SslApplicationProtocol.Http11],
        };
        if (roots is { Count: > 0 })
        {
            rules.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                errors == SslPolicyErrors.None || (errors == SslPolicyErrors.RemoteCertificateChainErrors && IsSignedByOneOf(roots, certificate));
        }

        return rules;
    }

    private static bool IsSignedByOneOf(X509Certificate2Collection roots, X509Certificate? certificate)
    {
        if (certificate is not X509Certificate2 leaf)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(leaf);
    }
}
