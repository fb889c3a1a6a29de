using System.Text;

namespace GatewayDashboard.Core.Completions;

/// <summary>Makes foreign words fit to be stored and shown: no secret of the call, no control characters, at most 2 KiB.</summary>
internal sealed class FaultText
{
    private const int MostBytes = 2048;
    private readonly string[] _secrets;

    public FaultText(ComposedRequest request) =>
        _secrets = [.. request.Headers
            .Select(header => header.Secret?.Reveal())
            .OfType<string>()
            // A gateway that echoes a key echoes it without the scheme.
            .SelectMany(secret => new[] { secret, secret[(secret.IndexOf(' ', StringComparison.Ordinal) + 1)..] })
            .Where(secret => secret.Length > 0)
            .Distinct()
            .OrderByDescending(secret => secret.Length)];

    /// <summary>The text without anything that must not be kept.</summary>
    public string Clean(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        var clean = new StringBuilder(Math.Min(text.Length, MostBytes));
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MostBytes)
            {
                break;
            }

            clean.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return clean.ToString().Trim();
    }
}
