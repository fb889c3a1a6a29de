using System.Globalization;

namespace GatewayDashboard.Playground;

/// <summary>A set-up as a query string that can be mailed around: gateways, models and parameters, never a prompt.</summary>
public static class SetupLink
{
    /// <summary>The query: <c>p=groq:llama-3.1-8b-instant&amp;p=…&amp;t=0.2&amp;max=512</c>. A parameter follows the pane it belongs to.</summary>
    public static string Write(IReadOnlyList<PaneSetup> setups)
    {
        ArgumentNullException.ThrowIfNull(setups);
        return string.Join('&', setups.Select(setup => "p=" + Uri.EscapeDataString($"{setup.GatewayId}:{setup.Model}") + Parameters(setup.Parameters)));
    }

    /// <summary>Reads such a query; what is not understood is left out.</summary>
    public static IReadOnlyList<PaneSetup> Read(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        List<PaneSetup> setups = [];
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = pair.IndexOf('=', StringComparison.Ordinal);
            if (cut < 0)
            {
                continue;
            }

            var value = Uri.UnescapeDataString(pair[(cut + 1)..].Replace('+', ' '));
            if (pair[..cut] == "p")
            {
                var colon = value.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0 && setups.Count < PlaygroundSession.MostPanes)
                {
                    setups.Add(new(value[..colon], value[(colon + 1)..]));
                }
            }
            else if (setups.Count > 0)
            {
                setups[^1] = setups[^1] with { Parameters = With(setups[^1].Parameters, pair[..cut], value) };
            }
        }

        return setups;
    }

    // A parameter follows the pane it belongs to; one that stands at its default is left out, "-" says that none is sent.
    private static string Parameters(PaneParameters parameters)
    {
        PaneParameters usual = new();
        string Number(string name, double? value, double? normal) => value == normal ? "" : $"&{name}={value?.ToString(CultureInfo.InvariantCulture) ?? "-"}";
        return Number("t", parameters.Temperature, usual.Temperature)
            + Number("top", parameters.TopP, usual.TopP)
            + Number("max", parameters.MaxTokens, usual.MaxTokens)
            + (parameters.Seed is { } seed ? string.Create(CultureInfo.InvariantCulture, $"&seed={seed}") : "")
            + (parameters.ReasoningEffort is { } effort ? $"&effort={Uri.EscapeDataString(effort)}" : "")
            + (parameters.Stream ? "" : "&stream=0")
            + (parameters.Format == AnswerFormat.Json ? "&json=1" : "");
    }

    private static PaneParameters With(PaneParameters parameters, string name, string value)
    {
        double? number = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        var changed = name switch
        {
            "t" => parameters with { Temperature = number },
            "top" => parameters with { TopP = number },
            "max" => parameters with { MaxTokens = number is >= 1 and <= int.MaxValue ? (int)number : null },
            "seed" => parameters with { Seed = long.TryParse(value, CultureInfo.InvariantCulture, out var seed) ? seed : null },
            "effort" => parameters with { ReasoningEffort = value is "low" or "medium" or "high" ? value : null },
            "stream" => parameters with { Stream = value != "0" },
            "json" => parameters with { Format = value == "1" ? AnswerFormat.Json : AnswerFormat.Text },
            _ => parameters,
        };
        return changed.Faults().Any() ? parameters : changed;
    }
}
