using System.Text.Json.Serialization;

namespace GatewayDashboard.Simulator.Profiles;

/// <summary>How one simulated gateway behaves: the medians its answers are drawn around.</summary>
public sealed record GatewayProfile
{
    /// <summary>The gateway's id, as in base URLs and routes.</summary>
    [JsonPropertyName("gateway")]
    public required string GatewayId { get; init; }

    /// <summary>The name people know the gateway by.</summary>
    public required string Name { get; init; }

    /// <summary>Who published the figures that are not assumed, or null where nobody published any.</summary>
    public string? Source { get; init; }

    /// <summary>Answers to short prompts.</summary>
    public required AnswerProfile ShortPrompt { get; init; }

    /// <summary>Answers to long prompts, those of more than <see cref="LongPromptWords"/> words.</summary>
    public required AnswerProfile LongPrompt { get; init; }

    /// <summary>Standard deviation of the logarithm of the factor that scales one answer's times; 0 means none.</summary>
    public double JitterSd { get; init; }

    /// <summary>Prompts with more words than this count as long.</summary>
    public const int LongPromptWords = 60;

    /// <summary>The names of the figures nobody published, for example <c>longPrompt.firstTokenSeconds</c>, each with what the value is.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Assumed =>
        ShortPrompt.Figures("shortPrompt").Concat(LongPrompt.Figures("longPrompt"))
            .Where(figure => figure.Value.Assumption is not null)
            .ToDictionary(figure => figure.Key, figure => figure.Value.Assumption!);
}
