namespace GatewayDashboard.Playground;

/// <summary>A conversation to begin with.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Text">The prompt.</param>
public sealed record SamplePrompt(string Name, string Text)
{
    /// <summary>The four that an empty playground offers.</summary>
    public static IReadOnlyList<SamplePrompt> All { get; } =
    [
        new("A fact", "Which planet has the most moons, and how many are known? Answer in one sentence."),
        new("Code", "Write a C# method that merges two sorted lists into one in linear time, with a short explanation and one example."),
        new("A long answer", "Explain step by step how a web browser turns a typed address into a page on the screen. Use headings and a table of the protocols involved."),
        new("Reasoning", "A bat and a ball cost $1.10 together. The bat costs $1.00 more than the ball. What does the ball cost? Show how you know."),
    ];
}
