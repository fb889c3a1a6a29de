using System.Text.Json;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>Figures somebody else published, of another time and place. Shown as "published" and never mixed with measured ones.</summary>
public sealed record PublishedBenchmark
{
    /// <summary>The article as it is bundled.</summary>
    public static PublishedBenchmark Article { get; } = Load();

    /// <summary>Who published it, and where.</summary>
    public required string Source { get; init; }

    /// <summary>What was measured.</summary>
    public required string Model { get; init; }

    /// <summary>Calls per gateway and prompt.</summary>
    public required int RunsPerGateway { get; init; }

    /// <summary>Input tokens of the short prompt, as published.</summary>
    public required int ShortPromptTokens { get; init; }

    /// <summary>Input tokens of the long prompt, as published.</summary>
    public required int LongPromptTokens { get; init; }

    /// <summary>Sampling temperature.</summary>
    public required double Temperature { get; init; }

    /// <summary>Pause between calls, seconds.</summary>
    public required double PauseSeconds { get; init; }

    /// <summary>One row per gateway.</summary>
    public required IReadOnlyList<PublishedRow> Rows { get; init; }

    /// <summary>The article's findings in our words.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>Where its own sentences do not agree.</summary>
    public required string Disagreement { get; init; }

    /// <summary>The row of a gateway, or null where the article has none.</summary>
    public PublishedRow? Find(string gatewayId) => Rows.FirstOrDefault(row => row.Gateway == gatewayId);

    private static PublishedBenchmark Load()
    {
        using var stream = typeof(PublishedBenchmark).Assembly.GetManifestResourceStream("published-benchmark.json")
            ?? throw new InvalidOperationException("published-benchmark.json is not embedded.");
        return JsonSerializer.Deserialize<PublishedBenchmark>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("published-benchmark.json is empty.");
    }
}

/// <summary>One gateway's published figures, seconds. Null where the article prints no number.</summary>
/// <param name="Gateway">Gateway id.</param>
/// <param name="FirstTokenShortSeconds">First-token latency, short prompt.</param>
/// <param name="FirstTokenLongSeconds">First-token latency, long prompt.</param>
/// <param name="TotalShortSeconds">Total latency, short prompt.</param>
/// <param name="TotalLongSeconds">Total latency, long prompt.</param>
/// <param name="OutputTokensLong">Output tokens, long prompt.</param>
public sealed record PublishedRow(
    string Gateway,
    double? FirstTokenShortSeconds,
    double? FirstTokenLongSeconds,
    double? TotalShortSeconds,
    double? TotalLongSeconds,
    int? OutputTokensLong);
