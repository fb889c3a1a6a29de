using System.Text.Json;

namespace GatewayDashboard.Simulator;

/// <summary>Reads the JSON files built into this assembly.</summary>
internal static class EmbeddedData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static T Read<T>(string name)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built into the simulator.");
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}
