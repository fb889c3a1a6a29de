namespace GatewayDashboard.Core.Requests;

/// <summary>One parameter of a request as the form offers it. Leaving it out is always right: its default belongs to the server.</summary>
public sealed record RequestParameter
{
    /// <summary>The field's name in the body.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of value it takes.</summary>
    public required ParameterType Type { get; init; }

    /// <summary>The part of the form it stands in.</summary>
    public required ParameterSection Section { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Help { get; init; }

    /// <summary>The smallest value, or null for no bound.</summary>
    public decimal? Min { get; init; }

    /// <summary>The largest value (or most items of a list), or null for no bound.</summary>
    public decimal? Max { get; init; }

    /// <summary>The words it may take; empty unless <see cref="Type"/> is <see cref="ParameterType.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What the server does without it, in its own terms; null where that differs between gateways.</summary>
    public string? Default { get; init; }

    /// <summary>Whether it is an extension that OpenAI's own definition does not know.</summary>
    public bool Extension { get; init; }

    /// <summary>Why not to use it any more, or null.</summary>
    public string? Deprecated { get; init; }

    /// <summary>Where this was read.</summary>
    public required string Source { get; init; }

    /// <summary>When.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Whether a link may carry it: numbers, switches and words of a closed list, never text somebody wrote.</summary>
    public bool InLink => Type is ParameterType.Number or ParameterType.WholeNumber or ParameterType.Boolean or ParameterType.Choice;
}

/// <summary>What a parameter takes.</summary>
public enum ParameterType
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>One word of a list.</summary>
    Choice,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>Text or a list of texts.</summary>
    TextList,

    /// <summary>Anything that is JSON.</summary>
    Json,
}

/// <summary>A part of the form.</summary>
public enum ParameterSection
{
    /// <summary>Model and conversation; each has an editor of its own.</summary>
    Request,

    /// <summary>How the next token is chosen.</summary>
    Sampling,

    /// <summary>Length and shape of the answer.</summary>
    Output,

    /// <summary>Tools the model may ask for.</summary>
    Tools,

    /// <summary>How the answer arrives.</summary>
    Streaming,

    /// <summary>The rest of OpenAI's definition.</summary>
    Advanced,

    /// <summary>Extensions of compatible servers.</summary>
    Extensions,

    /// <summary>The embeddings endpoint.</summary>
    Embeddings,
}
