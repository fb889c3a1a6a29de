using System.Text.Json;
using GatewayDashboard.Data.Settings;

namespace GatewayDashboard.Playground;

/// <summary>System prompts kept by name: a few to begin with, and the user's own.</summary>
public sealed class SystemPresets(SettingsStore settings)
{
    private const string Key = "playground.system-prompts";

    private static readonly SortedDictionary<string, string> s_own = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Brief"] = "Answer in at most three sentences.",
        ["Plain words"] = "Explain for a reader without background knowledge. Avoid jargon.",
        ["Careful"] = "Say what you are unsure of. Never invent a fact, a source or a number.",
    };

    /// <summary>All by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellationToken = default)
    {
        SortedDictionary<string, string> all = new(s_own, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in await KeptAsync(cancellationToken))
        {
            all[name] = text;
        }

        return all;
    }

    /// <summary>Keeps a prompt under a name, in place of what stood there.</summary>
    public async Task KeepAsync(string name, string text, CancellationToken cancellationToken = default)
    {
        var kept = await KeptAsync(cancellationToken);
        kept[name] = text;
        await settings.SetAsync(Key, JsonSerializer.Serialize(kept), "playground", cancellationToken);
    }

    private async Task<Dictionary<string, string>> KeptAsync(CancellationToken cancellationToken) =>
        await settings.FindAsync(Key, cancellationToken) is { } json ? JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [] : [];
}
