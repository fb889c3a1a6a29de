using System.Globalization;

namespace GatewayDashboard.Core.Pricing;

/// <summary>A question as the query string of a link, and back. Prompts and keys are not part of a question and never get into one.</summary>
public static class PricingLink
{
    private static readonly CostQuestion Default = new();
    private static readonly Workload NoWorkload = new();

    /// <summary>The query string without its question mark; reading it back gives the same question.</summary>
    public static string Write(CostQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var parts = new List<string>();
        void Add(string key, string value) => parts.Add($"{key}={Escape(value)}");

        Add("model", question.Model);
        Add("preset", question.Preset ?? "none");
        foreach (InputField<Workload> field in WorkloadFields.All.Where(field => field.Key == "rpd" || field.Get(question.Workload) != field.Get(NoWorkload)))
        {
            Add(field.Key, field.Text(question.Workload));
        }

        foreach (InputField<PaymentTerms> field in WorkloadFields.Terms.Where(field => field.Get(question.Terms) != field.Get(Default.Terms)))
        {
            Add(field.Key, field.Text(question.Terms));
        }

        if (!question.Terms.Ways.IsEmpty)
        {
            Add("pay", string.Join(',', question.Terms.Ways.Select(way => $"{way.Key}:{way.Value}")));
        }

        if (!question.Terms.Discounts.IsEmpty)
        {
            Add("off", string.Join(',', question.Terms.Discounts.Select(off => $"{off.Key}:{Number(off.Value * 100)}")));
        }

        if (question.Terms.Front is { } front)
        {
            Add("front", front);
        }

        if (question.Range != Default.Range)
        {
            (decimal lowIn, decimal highIn, decimal lowOut, decimal highOut) = question.Range;
            Add("range", string.Join(',', new[] { lowIn, highIn, lowOut, highOut }.Select(Number)));
        }

        if (!question.Gateways.IsEmpty)
        {
            Add("g", string.Join(',', question.Gateways));
        }

        if (question.AllowStale)
        {
            Add("stale", "1");
        }

        foreach (string key in question.SideBySide)
        {
            Add("row", key);
        }

        AddText("sum", question.Explained);
        AddText("view", question.View);
        AddText("sort", question.Sort);
        AddText("prices", question.Snapshot);
        AddText("then", question.CheapestThen is { } then ? Number(then) : null);
        return string.Join('&', parts);

        void AddText(string key, string? value)
        {
            if (value is not null)
            {
                Add(key, value);
            }
        }
    }

    // Commas, colons and slashes are allowed in a query; a readable link is worth more than an escaped one.
    private static string Escape(string value) => Uri.EscapeDataString(value)
        .Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal);

    internal static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
