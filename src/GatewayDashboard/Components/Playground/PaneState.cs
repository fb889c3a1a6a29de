using GatewayDashboard.Components.Parts;
using GatewayDashboard.Playground;

namespace GatewayDashboard.Components.Playground;

/// <summary>How a pane stands, in a word and a shape.</summary>
internal readonly record struct PaneState(StateKind Kind, string Word)
{
    public static PaneState Of(Pane pane, bool replayed) => pane.Last switch
    {
        null => new(StateKind.Unknown, "Ready"),
        _ when replayed => new(StateKind.Busy, "Replay"),
        { Ended: false } turn => new(StateKind.Busy, Running(turn)),
        { Answer: { Measurement: null } } => new(StateKind.Unknown, "Not sent"),
        { Answer.Measurement: { Outcome: Core.Completions.Outcome.Ok } } => new(StateKind.Good, "Done"),
        { Answer.Measurement: { Succeeded: true } } => new(StateKind.Good, "Done, cut at the limit"),
        { Answer.Measurement: { Outcome: Core.Completions.Outcome.Cancelled } } => new(StateKind.Warning, "Stopped"),
        { Answer.Measurement: { } failed } => new(StateKind.Bad, Capital(OutcomeWords.Of(failed.Outcome))),
    };

    private static string Running(Turn turn)
    {
        var current = turn.Answers.FirstOrDefault(answer => !answer.Ended) ?? turn.Answer;
        var word = current.Phase switch
        {
            AnswerPhase.Queued => "Queued",
            AnswerPhase.Waiting => "Waiting",
            AnswerPhase.Thinking => "Thinking",
            _ => "Answering",
        };
        return turn.Answers.Count == 1 ? word : $"{word}, {turn.Answers.Count(answer => answer.Ended) + 1} of {turn.Answers.Count}";
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
