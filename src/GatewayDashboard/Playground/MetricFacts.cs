using GatewayDashboard.Components.Parts;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Playground;

/// <summary>Names, definitions and ways of writing the figures under an answer.</summary>
public static class MetricFacts
{
    /// <summary>As in tables and files.</summary>
    public static string Name(PaneMetric metric) => metric switch
    {
        PaneMetric.FirstToken => "First token",
        PaneMetric.FirstAnswer => "First answer token",
        PaneMetric.Total => "Total",
        PaneMetric.Speed => "Output speed",
        PaneMetric.Input => "Tokens in",
        PaneMetric.Output => "Tokens out",
        PaneMetric.Reasoning => "Reasoning tokens",
        PaneMetric.Cached => "Cached tokens",
        _ => "Cost",
    };

    /// <summary>As it stands before the value in a narrow pane.</summary>
    public static string Label(PaneMetric metric) => metric switch
    {
        PaneMetric.FirstToken => "first token",
        PaneMetric.FirstAnswer => "first answer",
        PaneMetric.Total => "total",
        PaneMetric.Speed => "speed",
        PaneMetric.Input => "in",
        PaneMetric.Output => "out",
        PaneMetric.Reasoning => "reasoning",
        PaneMetric.Cached => "cached",
        _ => "cost",
    };

    /// <summary>The value with its unit, or null where unknown.</summary>
    public static string? Value(PaneFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Value is { } value ? Written(figure.Metric, value) : null;
    }

    /// <summary>A value of a metric with its unit.</summary>
    public static string Written(PaneMetric metric, double value) => metric switch
    {
        PaneMetric.FirstToken or PaneMetric.FirstAnswer or PaneMetric.Total => Units.Milliseconds(value),
        PaneMetric.Speed => Units.Speed(value),
        PaneMetric.Cost => Units.Cost((decimal)value),
        _ => Units.Count((long)Math.Round(value)),
    };

    /// <summary>What stands behind it, for the card that a click opens.</summary>
    public static FigureFacts Of(PaneFigure figure, ArrivalClock? clock)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var spread = figure.Spread is { } range ? $"{Written(figure.Metric, range.Low)} to {Written(figure.Metric, range.High)} (smallest to largest)" : null;
        var interval = figure.Interval is { } exact ? $"{Written(figure.Metric, exact.Low)} to {Written(figure.Metric, exact.High)} (95 % interval of the median)" : null;
        var timed = figure.Metric <= PaneMetric.Speed;
        return new(Name(figure.Metric), Definition(figure.Metric), figure.Provenance)
        {
            Formula = Formula(figure.Metric),
            N = figure.Value is null ? null : figure.N,
            Interval = interval is null ? spread : $"{interval}; {spread}",
            Clock = timed && clock is { } held ? (held == ArrivalClock.Kernel ? "stamped by the kernel when the bytes arrived" : "stamped when the read returned") : null,
            Reason = figure.Reason,
        };
    }

    private static string Definition(PaneMetric metric) => metric switch
    {
        PaneMetric.FirstToken => "Time to the first token of any kind, reasoning included. On a fresh connection its set-up is part of it.",
        PaneMetric.FirstAnswer => "Time to the first token of the answer itself. Equals the first token where the model does not reason aloud.",
        PaneMetric.Total => "Time to the end of the stream. Only for calls that succeeded; a failed call has none.",
        PaneMetric.Speed => "Tokens per second while they flowed, waiting left out.",
        PaneMetric.Input => "Input tokens as billed, the chat template included.",
        PaneMetric.Output => "Output tokens as billed, reasoning included; where the gateway reports none, the visible text counted with one common tokenizer.",
        PaneMetric.Reasoning => "Reasoning tokens among the output, as billed.",
        PaneMetric.Cached => "Input tokens that the gateway served from a prompt cache.",
        _ => "As the gateway reports it, else its reported tokens at the price known here. Simulated and local calls cost nothing.",
    };

    private static string? Formula(PaneMetric metric) => metric switch
    {
        PaneMetric.FirstToken => "first token − first request byte",
        PaneMetric.FirstAnswer => "first answer token − first request byte",
        PaneMetric.Total => "end of stream − first request byte",
        PaneMetric.Speed => "(tokens − tokens of the first event) ÷ (last token − first token)",
        _ => null,
    };
}
