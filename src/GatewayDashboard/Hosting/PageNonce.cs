using System.Security.Cryptography;

namespace GatewayDashboard.Hosting;

/// <summary>The random word by which one response lets its own import map, and the charts' styles, pass the content security policy.</summary>
internal sealed class PageNonce
{
    /// <summary>128 random bits in hexadecimal.</summary>
    public string Value { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);
}
