namespace GatewayDashboard.Core.Benchmarks;

/// <summary>The two standard prompts, in our own words, as long as the article's: 18 and 203 tokens by o200k.</summary>
public static class BenchmarkPrompts
{
    /// <summary>The name of the short prompt's series.</summary>
    public const string ShortName = "short";

    /// <summary>The name of the long prompt's series.</summary>
    public const string LongName = "long";

    /// <summary>Asks for one sentence.</summary>
    public const string ShortText = "Explain in one plain sentence what an LLM gateway does for a small software team today.";

    /// <summary>Asks for a detailed analysis around eight themes of recent AI advances.</summary>
    public const string LongText =
        """
        Write a detailed analytical report on how artificial intelligence has advanced in recent years. Treat each of the following eight themes in a section of its own:
        1. Reasoning models that spend more computation while answering, and what they gain by it.
        2. Multimodal systems that read and produce text, images, audio and video.
        3. Agents that plan, call tools and carry out long tasks.
        4. Open-weight models and how they narrow the gap to closed ones.
        5. Efficiency: small models, quantisation, distillation and specialised hardware.
        6. Retrieval, long context and memory.
        7. Safety, evaluation and interpretability.
        8. Effects on science, software engineering, work and regulation.
        For every theme describe the state of the art, name the main technical idea behind it, weigh one benefit against one limitation, and say which open question matters most. Write for readers who know the field well. Close with a comparison of the eight themes and a reasoned view of the next three years.
        """;
}
