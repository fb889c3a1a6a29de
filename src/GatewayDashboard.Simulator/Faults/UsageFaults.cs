using System.Globalization;
using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>Group G, second half: what the gateway says about its own work.</summary>
internal static class UsageFaults
{
    public static readonly Fault[] All =
    [
        new("G15", "headers that tell of a cache", scene => scene.Reply.With("x-cache", "HIT").With("x-litellm-cache-key", "0a1b").With("x-portkey-cache-status", "HIT").With("X-Cache-Status", "Hit")),
        new("G16", "no usage anywhere", scene => scene.Parts(parts => parts.Where(part => part.Kind != PartKind.Usage).Select(Plain))),
        new("G17", "usage on every chunk, running; null on each; only as x_groq; before the finish", 4, scene => scene.Pick(Running(scene), Nulls(scene), Groq(scene), Early(scene))),
        new("G18", "usage of 0 tokens; above any limit; ten times the text", 3, scene => Counts(scene, scene.Pick(0, 100_000_000, scene.Answer.Plan.CompletionTokens * 10))),
        new("G19", "more output than max_tokens allows", scene => scene.Parts(parts => FaultPlacement.InsertAt(parts, int.MaxValue, due =>
            Enumerable.Range(0, 50).Select(_ => BodyPart.Of(PartKind.Content, due, scene.Answer.Chunks.Content(" more"), 1))))),
        new("G21", "headers that tell of retries upstream", scene => scene.Reply.With("x-portkey-retry-attempt-count", "2").With("x-litellm-attempted-retries", "2")),
        new("G22", "a cost that no price list explains", scene => scene.Each(part => part.Kind == PartKind.Usage ? part.Rewrite(text => text.Replace("\"usage\":{", "\"usage\":{\"cost\":1.25,", StringComparison.Ordinal)) : part)),
    ];

    private static string Usage(int tokens) => string.Create(CultureInfo.InvariantCulture, $"{{\"prompt_tokens\":10,\"completion_tokens\":{tokens},\"total_tokens\":{10 + tokens}}}");

    private static string Add(string text, string member) => text.Insert(text.LastIndexOf('}'), "," + member);

    // The dialects that report usage on the finish chunk are left with the finish alone.
    private static BodyPart Plain(BodyPart part) => part.Kind == PartKind.Finish
        ? part.Rewrite(text => text[..(text.LastIndexOf("}]", StringComparison.Ordinal) + 2)] + "}\n\n")
        : part;

    private static Reply Running(FaultScene scene) => scene.Parts(parts =>
    {
        var tokens = 0;
        return parts.Select(part => part.IsToken ? part.Rewrite(text => Add(text, $"\"usage\":{Usage(tokens += part.Tokens)}")) : part);
    });

    private static Reply Nulls(FaultScene scene) => scene.Each(part => part.IsToken ? part.Rewrite(text => Add(text, "\"usage\":null")) : part);

    private static Reply Groq(FaultScene scene) => scene.Parts(parts => parts.Where(part => part.Kind != PartKind.Usage).Select(part =>
        part.Kind == PartKind.Finish ? Plain(part).Rewrite(text => Add(text, $"\"x_groq\":{{\"usage\":{Usage(scene.Answer.Plan.CompletionTokens)}}}")) : part));

    private static Reply Early(FaultScene scene) => scene.Parts(parts => parts.Where(part => part.Kind != PartKind.Usage).SelectMany(part =>
        part.Kind == PartKind.Finish
            ? (BodyPart[])[BodyPart.Of(PartKind.Usage, part.Due, scene.Answer.Chunks.Usage(Usage(scene.Answer.Plan.CompletionTokens), "")), Plain(part)]
            : [part]));

    private static Reply Counts(FaultScene scene, int tokens) =>
        scene.Replaces($"\"completion_tokens\":{scene.Answer.Plan.CompletionTokens}", string.Create(CultureInfo.InvariantCulture, $"\"completion_tokens\":{tokens}"));
}
