using System.Globalization;
using System.Text.RegularExpressions;

namespace GatewayDashboard.Core.Pricing;

/// <summary>Reads a number somebody typed. Where a comma or a point could mean two things it asks instead of guessing.</summary>
public static partial class NumberText
{
    /// <summary>The number, or the message to show beside the field.</summary>
    public static (decimal? Value, string? Error) Read(string? text, decimal min, decimal max, bool whole)
    {
        string typed = Spaces().Replace(text ?? "", "");
        if (typed.Length == 0)
        {
            return (null, $"Type a number from {Usd.Count(min)} to {Usd.Count(max)}.");
        }

        if (typed.Contains(',', StringComparison.Ordinal))
        {
            if (!Grouped().IsMatch(typed))
            {
                return (null, "Write decimals with a point, for example 0.5.");
            }

            typed = typed.Replace(",", "", StringComparison.Ordinal);
        }

        if (!decimal.TryParse(typed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal value))
        {
            return (null, "This is not a number.");
        }

        if (value < min)
        {
            return (null, value < 0 && min >= 0 ? "It cannot be negative." : $"At least {Usd.Count(min)}.");
        }

        if (value > max)
        {
            return (null, $"At most {Usd.Count(max)}.");
        }

        return whole && typed.Contains('.', StringComparison.Ordinal)
            ? (null, "A whole number, without a point.")
            : whole && value != decimal.Truncate(value) ? (null, "A whole number.") : (value, null);
    }

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[\s\u00A0\u202F_']")]
    private static partial Regex Spaces();
}
