using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>Group E: the JSON of an event and the encoding of its text.</summary>
internal static class JsonFaults
{
    private const string Choices = "\"choices\":[";

    public static readonly Fault[] All =
    [
        new("E1", "one event with JSON cut in the middle", scene => scene.AtToken(part => part.Rewrite(text => text[..(text.Length / 2)] + "\n\n"))),
        new("E2", "duplicate keys; a comment; a trailing comma; NaN", 4, scene => scene.AtToken(part => part.Rewrite(text => Insert(text, scene.Pick("\"id\":\"again\",", "/* why */", ",", "\"score\":NaN,"))))),
        new("E3", "10,000 levels deep", scene => scene.AtToken(part => part.Rewrite(text => Insert(text, $"\"deep\":{new string('[', 10_000)}{new string(']', 10_000)},")))),
        new("E4", "usage of 1e400; 2^63+1; as text; below zero", 4, scene => Counts(scene, scene.Pick("1e400", "9223372036854775809", "\"12\"", "-12"))),
        new("E5", "choices missing; null; empty; an object", 4, scene => scene.AtToken(part => part.Rewrite(text => Choose(text, scene.Pick(null, "null", "[]", "{\"index\":0}"))))),
        new("E6", "delta null; content null; content as parts; content a number", 4, scene => scene.AtToken(part => part.Rewrite(text => Delta(text, scene.Pick("null", "{\"content\":null}", "{\"content\":[{\"type\":\"text\",\"text\":\" part\"}]}", "{\"content\":42}"))))),
        new("E7", "half of a surrogate pair", scene => Escaped(scene, "\\ud83d")),
        new("E8", "a surrogate pair over two events", scene => scene.Inserts(due =>
        [
            Content(scene, due, "\\ud83d"),
            Content(scene, due, "\\ude00"),
        ])),
        new("E9", "a byte that is no UTF-8", scene => scene.AtToken(part => WithBytes(scene, part, [0xFF]))),
        new("E10", "overlong UTF-8; UTF-16", 2, scene => scene.AtToken(part => scene.Pick(
            WithBytes(scene, part, [0xC0, 0xAF]),
            part with { Bytes = System.Text.Encoding.Unicode.GetBytes(part.Text) }))),
        new("E11", "right-to-left override, zero width and 10,000 combining marks", scene => scene.Says($" \u202Egnp.exe\u200B a{new string('\u0301', 10_000)}")),
        new("E12", "terminal escapes, markup and a formula in the text", scene => Escaped(scene, "\\u001b[31m<img src=x onerror=alert(1)> =HYPERLINK(\\\"http://evil.invalid\\\") ![x](http://evil.invalid/p.png)")),
        new("E13", "emoji and Chinese cut between reads", scene => scene.Says(" 测试😀完") is var spoken ? spoken with { Parts = Chunking.Split(spoken.Parts, 1) } : spoken),
    ];

    private static string Insert(string text, string member) => text.Replace("{\"id\"", "{" + member + "\"id\"", StringComparison.Ordinal);

    private static string Choose(string text, string? choices)
    {
        var start = text.IndexOf(Choices, StringComparison.Ordinal);
        var end = text.LastIndexOf(']') + 1;
        return choices is null
            ? text[..(start - 1)] + text[end..]
            : text[..(start + Choices.Length - 1)] + choices + text[end..];
    }

    private static string Delta(string text, string delta)
    {
        const string Start = "\"delta\":";
        var start = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return text[..start] + delta + text[text.IndexOf(",\"logprobs\"", StringComparison.Ordinal)..];
    }

    private static Reply Counts(FaultScene scene, string number) =>
        scene.Replaces($"\"completion_tokens\":{scene.Answer.Plan.CompletionTokens}", $"\"completion_tokens\":{number}");

    private static Reply Escaped(FaultScene scene, string json) => scene.AtToken(part => Content(scene, part.Due, json));

    /// <summary>A content event whose text is given as it stands between the quotes.</summary>
    private static BodyPart Content(FaultScene scene, long due, string json) =>
        BodyPart.Of(PartKind.Content, due, scene.Answer.Chunks.Content("@@").Replace("@@", json, StringComparison.Ordinal), 1);

    private static BodyPart WithBytes(FaultScene scene, BodyPart part, byte[] bytes)
    {
        var whole = System.Text.Encoding.UTF8.GetBytes(scene.Answer.Chunks.Content("@@"));
        var place = whole.AsSpan().IndexOf("@@"u8);
        return part with { Bytes = (byte[])[.. whole[..place], .. bytes, .. whole[(place + 2)..]] };
    }
}
