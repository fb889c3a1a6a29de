namespace GatewayDashboard.Playground;

/// <summary>One prompt and what one pane got for it, as often as it was repeated.</summary>
/// <param name="Prompt">What was said.</param>
/// <param name="Answers">One per repeat, at least one.</param>
public sealed record Turn(Prompt Prompt, IReadOnlyList<Answer> Answers)
{
    /// <summary>Which repeat's text is shown.</summary>
    public int Shown { get; set; }

    /// <summary>The repeat that is shown.</summary>
    public Answer Answer => Answers[Math.Clamp(Shown, 0, Answers.Count - 1)];

    /// <summary>Whether every repeat is over.</summary>
    public bool Ended => Answers.All(answer => answer.Ended);

    /// <summary>What the conversation goes on from: the shown answer if it is whole, else the first whole one; null where none is.</summary>
    public Answer? History => Answer.CanBeHistory ? Answer : Answers.FirstOrDefault(answer => answer.CanBeHistory);
}
