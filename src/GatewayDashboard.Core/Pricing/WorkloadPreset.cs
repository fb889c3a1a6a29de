namespace GatewayDashboard.Core.Pricing;

/// <summary>A workload to start from.</summary>
/// <param name="Id">Its name in links.</param>
/// <param name="Name">Its name in the list.</param>
/// <param name="Workload">Its numbers; null for <c>measured</c>, whose numbers come from the user's own calls.</param>
public sealed record WorkloadPreset(string Id, string Name, Workload? Workload)
{
    /// <summary>The eleven presets. The figures are our own estimates, to be tuned.</summary>
    public static IReadOnlyList<WorkloadPreset> All { get; } =
    [
        Of("chat", "Support chat turn", 1_200, 60, 250, 0, 5_000, 0),
        Of("rag", "Question over documents (RAG)", 6_000, 30, 400, 0, 20_000, 0),
        Of("summary", "Long-document summary", 30_000, 0, 800, 0, 500, 100),
        Of("extract", "Classify or extract JSON", 800, 70, 40, 0, 200_000, 80),
        Of("agent", "Coding-agent step", 40_000, 85, 900, 600, 3_000, 0),
        Of("reason", "Hard reasoning question", 1_500, 0, 500, 4_000, 1_000, 0),
        Of("complete", "Code completion", 2_000, 80, 40, 0, 100_000, 0),
        Of("voice", "Voice assistant turn", 1_500, 70, 80, 0, 10_000, 0),
        new("image", "Image question", new Workload { InputTokens = 300, Images = 1, OutputTokens = 250, RequestsPerDay = 2_000, BatchShare = 0.5m }),
        Of("evaluate", "Nightly evaluation", 1_500, 0, 600, 0, 5_000, 100),
        new("measured", "My measured tokens", null),
    ];

    /// <summary>The preset of an id, or null.</summary>
    public static WorkloadPreset? Find(string? id) => All.FirstOrDefault(preset => preset.Id == id);

    private static WorkloadPreset Of(string id, string name, long input, int cachedPercent, long output, long reasoning, int perDay, int batchPercent) =>
        new(id, name, new Workload
        {
            InputTokens = input,
            CachedTokens = input * cachedPercent / 100,
            OutputTokens = output,
            ReasoningTokens = reasoning,
            RequestsPerDay = perDay,
            BatchShare = batchPercent / 100m,
        });
}
