using System.Diagnostics;

namespace GatewayDashboard.Core.Secrets;

/// <summary>A provider key in memory. It has no readable form except <see cref="Reveal"/>, so it cannot reach a page, a log or an export by accident.</summary>
[DebuggerDisplay("***")]
public sealed class Secret : IEquatable<Secret>
{
    private readonly string _value;

    /// <summary>Wraps a key; surrounding white space, as pasted from a web page, is dropped.</summary>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public Secret(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value.Trim();
    }

    /// <summary>The last four characters, or fewer where the key is so short that four would give it away. The only part ever shown.</summary>
    public string LastFour => _value.Length >= 12 ? _value[^4..] : "";

    /// <summary>The key itself, for the one place that writes it into a request header.</summary>
    public string Reveal() => _value;

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Always three asterisks.</summary>
    public override string ToString() => "***";
}
