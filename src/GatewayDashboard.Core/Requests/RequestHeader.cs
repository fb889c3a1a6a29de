using System.Text.RegularExpressions;

namespace GatewayDashboard.Core.Requests;

/// <summary>A header as a request carries it: text, followed by the value of an environment variable where there is one. It never holds a key.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Text">The literal part, for example <c>Bearer </c> before a key.</param>
/// <param name="Variable">The environment variable whose value follows the text, or null for none.</param>
public sealed partial record RequestHeader(string Name, string Text, string? Variable = null)
{
    /// <summary>Reads a header as a person types it, with a variable as <c>$NAME</c> at the end; null where name or value cannot be a header's.</summary>
    public static RequestHeader? Read(string name, string value)
    {
        if (!Names().IsMatch(name) || value.Length == 0 || !value.All(c => c is >= ' ' and <= '~'))
        {
            return null;
        }

        Match variable = Variables().Match(value);
        return variable.Success ? new RequestHeader(name, value[..variable.Index], variable.Groups[1].Value) : new RequestHeader(name, value);
    }

    /// <summary>The value with the variable written as a shell would.</summary>
    public string Shown => Variable is null ? Text : $"{Text}${Variable}";

    [GeneratedRegex("^[A-Za-z0-9-]{1,100}$")]
    private static partial Regex Names();

    [GeneratedRegex(@"\$\{?([A-Za-z_][A-Za-z0-9_]*)\}?$")]
    private static partial Regex Variables();
}
