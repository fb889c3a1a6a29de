using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Gateways;

/// <summary>One row of a gateway's models list. Everything but the id is optional there, so null means the list did not say.</summary>
public sealed record ListedModel
{
    /// <summary>The id to send as <c>model</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Further ids that reach the same model.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>A name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Longest prompt and answer together, tokens.</summary>
    public int? ContextLength { get; init; }

    /// <summary>Most output tokens.</summary>
    public int? MaxOutput { get; init; }

    /// <summary>USD per million input tokens.</summary>
    public decimal? Input { get; init; }

    /// <summary>USD per million output tokens.</summary>
    public decimal? Output { get; init; }

    /// <summary>USD per million input tokens read from a cache.</summary>
    public decimal? CachedInput { get; init; }

    /// <summary>USD per million input tokens written to a cache.</summary>
    public decimal? CacheWrite { get; init; }

    /// <summary>USD per request.</summary>
    public decimal? PerRequest { get; init; }

    /// <summary>USD per input image.</summary>
    public decimal? PerImage { get; init; }

    /// <summary>What goes in, for example <c>text</c>, <c>image</c>; empty where the list does not say.</summary>
    public IReadOnlyList<string> InputModalities { get; init; } = [];

    /// <summary>What comes out.</summary>
    public IReadOnlyList<string> OutputModalities { get; init; } = [];

    /// <summary>Whether it takes chat completions, as far as the list says.</summary>
    public bool IsChat { get; init; } = true;

    /// <summary>The day it ends.</summary>
    public DateOnly? EndsOn { get; init; }
}

/// <summary>What reading a models list came to: models, or a fault. Never both half.</summary>
/// <param name="Outcome"><see cref="Outcome.Ok"/>, or the class of the fault.</param>
/// <param name="Models">The rows, in the list's order; empty at a fault.</param>
/// <param name="Fault">What is wrong, or null.</param>
/// <param name="Skipped">Rows left out because they have no usable id or repeat one.</param>
public sealed record ModelsList(Outcome Outcome, IReadOnlyList<ListedModel> Models, CallFault? Fault = null, int Skipped = 0)
{
    /// <summary>A list that could not be read.</summary>
    public static ModelsList Failed(Outcome outcome, CallFault fault) => new(outcome, [], fault);
}
