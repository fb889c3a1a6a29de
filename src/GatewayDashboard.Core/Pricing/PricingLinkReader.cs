using System.Globalization;

namespace GatewayDashboard.Core.Pricing;

/// <summary>Reads the query string of a link. What it cannot read it leaves out and names.</summary>
public sealed class PricingLinkReader
{
    private const int MostRows = 5;
    private const int LongestText = 200;

    private readonly List<string> _ignored = [];
    private CostQuestion _question = new();

    /// <summary>The question.</summary>
    public CostQuestion Question => _question;

    /// <summary>What was left out, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Ignored => _ignored;

    /// <summary>Reads a query string, with or without its question mark. An empty one gives the default question.</summary>
    public static PricingLinkReader Read(string? query)
    {
        var reader = new PricingLinkReader();
        (string Key, string Value)[] pairs = [.. (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair)];

        // A preset alone stands for its numbers; with numbers beside it, those are the workload.
        bool named = pairs.Any(pair => WorkloadFields.All.Any(field => field.Key == pair.Key));
        if (pairs.FirstOrDefault(pair => pair.Key == "preset") is { Key: not null } preset)
        {
            reader.Preset(preset.Value, named);
        }
        else if (named)
        {
            reader._question = reader._question with { Preset = null, Workload = new Workload() };
        }

        foreach ((string key, string value) in pairs)
        {
            if (value.Length > LongestText || !reader.Take(key, value))
            {
                reader._ignored.Add($"{key}={(value.Length > 40 ? value[..40] + "…" : value)}");
            }
        }

        reader.Settle();
        return reader;
    }

    private void Preset(string id, bool named)
    {
        WorkloadPreset? preset = WorkloadPreset.Find(id);
        _question = _question with
        {
            Preset = preset?.Id ?? (id == "none" ? null : _question.Preset),
            Workload = named || id == "none" ? new Workload() : preset?.Workload ?? _question.Workload,
        };
    }

    private bool Take(string key, string value)
    {
        if (WorkloadFields.All.FirstOrDefault(field => field.Key == key) is { } number)
        {
            (Workload workload, string? error) = number.Read(_question.Workload, value);
            _question = _question with { Workload = workload };
            return error is null;
        }

        if (WorkloadFields.Terms.FirstOrDefault(field => field.Key == key) is { } term)
        {
            (PaymentTerms terms, string? error) = term.Read(_question.Terms, value);
            _question = _question with { Terms = terms };
            return error is null;
        }

        return key switch
        {
            "preset" => value == "none" || WorkloadPreset.Find(value) is not null,
            "model" => Set(value.Length > 0, q => q with { Model = value }),
            "front" => Set(PayingWays.Fronts.Any(way => way.Id == value), q => q with { Terms = q.Terms with { Front = value } }),
            "stale" => Set(value is "1", q => q with { AllowStale = true }),
            "g" => Gateways(value),
            "pay" => value.Split(',').All(Way),
            "off" => value.Split(',').All(Discount),
            "range" => Range(value),
            "row" => Set(_question.SideBySide.Count < MostRows && value.Length > 0, q => q with { SideBySide = q.SideBySide.Add(value) }),
            "sum" => Set(value.Length > 0, q => q with { Explained = value }),
            "view" => Set(value.Length > 0, q => q with { View = value }),
            "sort" => Set(value.Length > 0, q => q with { Sort = value }),
            "prices" => Set(value.Length > 0, q => q with { Snapshot = value }),
            "then" => Decimal(value) is { } then && Set(then >= 0, q => q with { CheapestThen = then }),
            _ => false,
        };
    }

    private bool Set(bool valid, Func<CostQuestion, CostQuestion> change)
    {
        _question = valid ? change(_question) : _question;
        return valid;
    }

    private bool Gateways(string value)
    {
        string[] ids = value.Split(',');
        return Set(ids.All(id => PayingWays.Sellers.Any(way => way.GatewayId == id)), q => q with { Gateways = [.. ids] });
    }

    private bool Way(string pair)
    {
        (string gateway, string way) = Halves(pair);
        return Set(PayingWays.Of(gateway).Any(known => known.Id == way), q => q with { Terms = q.Terms with { Ways = q.Terms.Ways.SetItem(gateway, way) } });
    }

    private bool Discount(string pair)
    {
        (string gateway, string percent) = Halves(pair);
        return NumberText.Read(percent, 0, 100, whole: false).Value is { } off
            && Set(PayingWays.Of(gateway).Count > 0, q => q with { Terms = q.Terms with { Discounts = q.Terms.Discounts.SetItem(gateway, off / 100) } });
    }

    private bool Range(string value)
    {
        decimal?[] factors = [.. value.Split(',').Select(Decimal)];
        return factors is [{ } lowIn, { } highIn, { } lowOut, { } highOut]
            && Set(factors.All(factor => factor is >= 0 and <= 100), q => q with { Range = new TokenRange(lowIn, highIn, lowOut, highOut) });
    }

    // Numbers may each be right and not fit together: then the cached part gives way.
    private void Settle()
    {
        if (WorkloadFields.Contradictions(_question.Workload).Count > 0)
        {
            _ignored.Add($"cached={_question.Workload.CachedTokens}, write={_question.Workload.CacheWriteTokens}");
            _question = _question with { Workload = _question.Workload with { CachedTokens = 0, CacheWriteTokens = 0 } };
        }
    }

    private static decimal? Decimal(string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static (string Key, string Value) Pair(string part)
    {
        (string key, string value) = Halves(part, '=');
        return (Uri.UnescapeDataString(key), Uri.UnescapeDataString(value.Replace('+', ' ')));
    }

    private static (string Left, string Right) Halves(string text, char at = ':')
    {
        int index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, "") : (text[..index], text[(index + 1)..]);
    }
}
