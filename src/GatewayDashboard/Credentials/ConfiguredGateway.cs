using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Secrets;

namespace GatewayDashboard.Credentials;

/// <summary>What configuration says of one gateway: <c>Gateways:{id}:BaseUrl</c>, <c>ApiKey</c>, <c>Name</c>, <c>InFrontOf</c>, <c>Enabled</c>, <c>Headers:{name}</c>, and the vendor's own variable.</summary>
internal sealed record ConfiguredGateway
{
    /// <summary>The section all gateways stand in.</summary>
    public const string Section = "Gateways";

    public string? Name { get; private init; }

    public string? BaseUrl { get; private init; }

    public string? InFrontOf { get; private init; }

    public bool? Enabled { get; private init; }

    public ConfiguredSecret? Key { get; private init; }

    /// <summary>The key of the vendor's variable: for the vendor's origin alone.</summary>
    public ConfiguredSecret? VendorKey { get; private init; }

    public IReadOnlyDictionary<string, Secret> Headers { get; private init; } = new Dictionary<string, Secret>();

    public static ConfiguredGateway Read(IConfiguration configuration, string id, string? keyVariable)
    {
        IConfigurationSection section = configuration.GetSection($"{Section}:{id}");
        return new ConfiguredGateway
        {
            Name = section["Name"],
            BaseUrl = section["BaseUrl"],
            InFrontOf = section["InFrontOf"],
            Enabled = bool.TryParse(section["Enabled"], out bool enabled) ? enabled : null,
            Key = ConfiguredSecret.Read(section, "ApiKey", KeySource.Configuration),
            VendorKey = keyVariable is null ? null : ConfiguredSecret.Read(configuration, keyVariable, KeySource.Environment),
            Headers = section.GetSection("Headers").GetChildren()
                .Where(header => !string.IsNullOrWhiteSpace(header.Value))
                .ToDictionary(header => header.Key, header => new Secret(header.Value!), StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>Ids in configuration that the catalogue does not know: custom gateways.</summary>
    public static IEnumerable<string> OwnIds(IConfiguration configuration) => configuration.GetSection(Section).GetChildren()
        .Select(section => section.Key)
        .Where(id => GatewayCatalogue.Find(id) is null);
}
