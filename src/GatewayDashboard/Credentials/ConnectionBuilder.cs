using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Secrets;

namespace GatewayDashboard.Credentials;

/// <summary>Puts one gateway's connection together from catalogue, configuration and what was stored, in rising order of say.</summary>
/// <param name="gateway">The gateway as the catalogue has it.</param>
/// <param name="configured">What configuration says of it.</param>
/// <param name="stored">What the Settings page stored of it, or null.</param>
/// <param name="vault">Opens stored keys; null where there is no master key.</param>
internal sealed class ConnectionBuilder(Gateway gateway, ConfiguredGateway configured, StoredGateway? stored, SecretVault? vault)
{
    /// <summary>The field a key is sealed for.</summary>
    public const string KeyField = "key";

    /// <summary>What stands before the name in the field of a header.</summary>
    public const string HeaderField = "header:";

    /// <summary>How the gateway stands, with its connection where one can be built.</summary>
    public GatewayStatus Build(Connection? simulated)
    {
        GatewayStatus status = new()
        {
            Gateway = Named(),
            Simulated = simulated,
            Enabled = stored?.Enabled ?? configured.Enabled ?? true,
        };
        if (gateway.Kind == GatewayKind.NotCallable)
        {
            return status;
        }

        string? entered = stored?.BaseUrl ?? configured.BaseUrl;
        (Uri? address, string? problem) = entered is null ? (gateway.BaseUrl, null) : GatewayAddress.Read(entered);
        if (address is null)
        {
            return status with { Problem = problem is null ? null : $"Base URL: {problem}" };
        }

        bool own = gateway.BaseUrl is null || !SameAddress(address, gateway.BaseUrl);
        (ConfiguredSecret? key, problem) = Key(address);
        status = status with
        {
            AddressIsOwn = own,
            KeySource = key?.Source ?? KeySource.None,
            LastFour = key?.Secret?.LastFour ?? "",
            Problem = key?.Problem ?? problem,
        };

        // A vendor's own address is of no use without a key; an address of one's own may need none.
        bool callable = status is { Enabled: true, Problem: null } && (key?.Secret is not null || own);
        return callable ? status with { Live = Connect(status.Gateway, address, key?.Secret, own) } : status;
    }

    private Gateway Named() => gateway with
    {
        Name = stored?.Name ?? configured.Name ?? gateway.Name,
        Dialect = stored?.Dialect ?? gateway.Dialect,
    };

    private Connection Connect(Gateway named, Uri address, Secret? key, bool own) => new()
    {
        Gateway = named,
        BaseUrl = address,
        Key = key,
        Headers = Headers(address),
        Provenance = own ? Provenance.CustomAddress : Provenance.Measured,
        InFrontOf = stored?.InFrontOf ?? configured.InFrontOf,
    };

    private (ConfiguredSecret? Key, string? Problem) Key(Uri address)
    {
        if (Sealed(KeyField) is { } kept)
        {
            OpenedSecret opened = Open(kept, KeyField, address);
            return (new ConfiguredSecret(opened.Secret, KeySource.Stored, Words(opened.State)), null);
        }

        // A key of configuration was written for configuration's address, and a vendor's key for the vendor's.
        Uri? configuredFor = configured.BaseUrl is { } text ? GatewayAddress.Read(text).Address : gateway.BaseUrl;
        if (configured.Key is { } key && configuredFor is not null && SameOrigin(configuredFor, address))
        {
            return (key, null);
        }

        return gateway.BaseUrl is not null && SameOrigin(gateway.BaseUrl, address) ? (configured.VendorKey, null) : (null, null);
    }

    private Dictionary<string, Secret> Headers(Uri address)
    {
        Uri? configuredFor = configured.BaseUrl is { } text ? GatewayAddress.Read(text).Address : gateway.BaseUrl;
        Dictionary<string, Secret> headers = configuredFor is not null && SameOrigin(configuredFor, address)
            ? new(configured.Headers, StringComparer.OrdinalIgnoreCase)
            : new(StringComparer.OrdinalIgnoreCase);
        foreach ((string field, SealedSecret kept) in stored?.Secrets ?? new Dictionary<string, SealedSecret>())
        {
            if (field.StartsWith(HeaderField, StringComparison.Ordinal) && Open(kept, field, address).Secret is { } value)
            {
                headers[field[HeaderField.Length..]] = value;
            }
        }

        return headers;
    }

    private SealedSecret? Sealed(string field) => stored?.Secrets.GetValueOrDefault(field);

    private OpenedSecret Open(SealedSecret kept, string field, Uri address) => vault is null
        ? new OpenedSecret(null, SecretState.OtherMasterKey)
        : vault.Open(kept, new SecretBinding(gateway.Id, field, address.GetLeftPart(UriPartial.Authority)));

    private static string? Words(SecretState state) => state switch
    {
        SecretState.Open => null,
        SecretState.OtherMasterKey => "The master key has changed: enter this gateway's key again.",
        SecretState.BoundElsewhere => "The address has changed since the key was entered: enter the key again.",
        _ => "The stored key cannot be read: enter it again.",
    };

    private static bool SameOrigin(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool SameAddress(Uri one, Uri other) => SameOrigin(one, other)
        && string.Equals(one.AbsolutePath.TrimEnd('/'), other.AbsolutePath.TrimEnd('/'), StringComparison.Ordinal);
}
