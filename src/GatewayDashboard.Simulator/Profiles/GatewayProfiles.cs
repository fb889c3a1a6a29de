namespace GatewayDashboard.Simulator.Profiles;

/// <summary>The profiles of all simulated gateways, read from <c>profiles.json</c>.</summary>
public static class GatewayProfiles
{
    private static readonly Dictionary<string, GatewayProfile> ById = Load();

    /// <summary>All profiles, in the order of the data.</summary>
    public static IReadOnlyList<GatewayProfile> All { get; } = [.. ById.Values];

    /// <summary>The profile of a gateway, or null where nobody simulates it.</summary>
    public static GatewayProfile? Find(string gatewayId) => ById.GetValueOrDefault(gatewayId);

    private static Dictionary<string, GatewayProfile> Load()
    {
        var file = EmbeddedData.Read<ProfileFile>("profiles.json");
        return file.Profiles.ToDictionary(profile => profile.GatewayId, profile => profile with { JitterSd = file.JitterSd });
    }

    private sealed record ProfileFile(double JitterSd, IReadOnlyList<GatewayProfile> Profiles);
}
