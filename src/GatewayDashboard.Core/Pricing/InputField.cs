using System.Globalization;

namespace GatewayDashboard.Core.Pricing;

/// <summary>One number the user may change: its name in links, its words, its limits and where it lives.</summary>
/// <typeparam name="T">The record that holds it.</typeparam>
public sealed record InputField<T>
{
    /// <summary>Its name in links.</summary>
    public required string Key { get; init; }

    /// <summary>Its label.</summary>
    public required string Label { get; init; }

    /// <summary>Its unit, shown after it; empty for none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Least value accepted, as typed.</summary>
    public decimal Min { get; init; }

    /// <summary>Greatest value accepted, as typed.</summary>
    public required decimal Max { get; init; }

    /// <summary>Whether only whole numbers make sense.</summary>
    public bool Whole { get; init; }

    /// <summary>Whether it is typed in percent and kept as a fraction.</summary>
    public bool IsPercent { get; init; }

    /// <summary>Whether the record has a value for it; where not, the field is empty and not 0.</summary>
    public Func<T, bool> IsKnown { get; init; } = _ => true;

    /// <summary>Reads it from the record.</summary>
    public required Func<T, decimal> Get { get; init; }

    /// <summary>A record with it changed.</summary>
    public required Func<T, decimal, T> Set { get; init; }

    /// <summary>The value as it is typed and linked: invariant, no digit groups; empty where unknown.</summary>
    public string Text(T record) => !IsKnown(record) ? "" : (Get(record) * (IsPercent ? 100 : 1)).ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Reads typed text into a record; on failure the record is unchanged and the message says what to do.</summary>
    public (T Record, string? Error) Read(T record, string? text)
    {
        (decimal? value, string? error) = NumberText.Read(text, Min, Max, Whole);
        return value is { } number ? (Set(record, IsPercent ? number / 100 : number), null) : (record, error);
    }
}
