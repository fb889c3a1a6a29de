using System.Text.Json.Serialization;

namespace GatewayDashboard.Simulator.Profiles;

/// <summary>The medians of one kind of answer.</summary>
/// <param name="FirstTokenSeconds">From the request's arrival to the first token, seconds.</param>
/// <param name="TotalSeconds">From the request's arrival to the end of the stream, seconds.</param>
/// <param name="OutputTokens">Tokens generated when the request sets no lower limit.</param>
public sealed record AnswerProfile(ProfileFigure FirstTokenSeconds, ProfileFigure TotalSeconds, ProfileFigure OutputTokens)
{
    internal IEnumerable<KeyValuePair<string, ProfileFigure>> Figures(string prefix) =>
    [
        new($"{prefix}.firstTokenSeconds", FirstTokenSeconds),
        new($"{prefix}.totalSeconds", TotalSeconds),
        new($"{prefix}.outputTokens", OutputTokens),
    ];
}

/// <summary>One figure of a profile.</summary>
/// <param name="Value">The value, in the unit its place says.</param>
/// <param name="Assumption">Null where the figure is published; otherwise what the value is and why it is ours.</param>
[JsonConverter(typeof(ProfileFigureConverter))]
public sealed record ProfileFigure(double Value, string? Assumption);
