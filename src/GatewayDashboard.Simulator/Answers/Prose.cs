namespace GatewayDashboard.Simulator.Answers;

/// <summary>Plain sentences about advances in AI, one word a token, always the same for one seed.</summary>
internal static class Prose
{
    private static readonly string[][] Sentences =
        [.. EmbeddedData.Read<List<string>>("prose.json").Select(sentence => sentence.Split(' '))];

    /// <summary>An endless text in token-sized pieces; every piece but the first starts with its space.</summary>
    public static IEnumerable<string> Tokens(long seed)
    {
        var sentence = (int)((ulong)seed % (ulong)Sentences.Length);
        var first = true;

        // A stride without a common divisor visits every sentence before any comes again.
        for (; ; sentence = (sentence + 7) % Sentences.Length)
        {
            foreach (var word in Sentences[sentence])
            {
                yield return first ? word : " " + word;
                first = false;
            }
        }
    }

    /// <summary>How many tokens a text has in the simulator's own count: about four letters a token, at least one a word.</summary>
    public static int CountTokens(string text) => text.Length == 0 ? 0 : Math.Max((text.Length + 3) / 4, CountWords(text));

    public static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
