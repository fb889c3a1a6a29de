using System.Net;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Secrets;

namespace GatewayDashboard.Credentials;

/// <summary>Finds what is wrong with a draft before anything of it is stored, field by field.</summary>
internal static class DraftCheck
{
    private const int LongestName = 60;
    private const int LongestHeader = 1_024;

    /// <summary>The problems by field name; empty where the draft can be stored.</summary>
    public static IReadOnlyDictionary<string, string> Problems(ConnectionDraft draft, StoredGateway? stored, IReadOnlyList<GatewayStatus> statuses)
    {
        Dictionary<string, string> problems = [];
        var isOwn = GatewayCatalogue.Find(draft.Id) is null or { Kind: GatewayKind.Custom };
        var address = Address(draft, problems);
        if (isOwn)
        {
            Note(problems, nameof(draft.Name), NameProblem(draft, statuses));
        }

        if (draft.Key is not null)
        {
            Note(problems, nameof(draft.Key), KeyText.Problem(draft.Key));
        }
        else if (!draft.RemoveKey && address is not null && LosesKey(address, stored, draft.Id))
        {
            problems[nameof(draft.Key)] = "The address has changed, and a key goes only to the address it was entered for: enter the key again, or tick “Remove the stored key”.";
        }

        Note(problems, nameof(draft.HeaderName), HeaderProblem(draft));
        Note(problems, nameof(draft.InFrontOf), FrontProblem(draft, statuses));
        return problems;
    }

    /// <summary>Where calls would go, or null where that is not known.</summary>
    public static Uri? Address(ConnectionDraft draft) =>
        string.IsNullOrWhiteSpace(draft.BaseUrl) ? GatewayCatalogue.Find(draft.Id)?.BaseUrl : GatewayAddress.Read(draft.BaseUrl).Address;

    private static Uri? Address(ConnectionDraft draft, Dictionary<string, string> problems)
    {
        if (string.IsNullOrWhiteSpace(draft.BaseUrl))
        {
            var known = GatewayCatalogue.Find(draft.Id)?.BaseUrl;
            Note(problems, nameof(draft.BaseUrl), known is null ? "Enter the address: every installation has its own." : null);
            return known;
        }

        var (address, problem) = GatewayAddress.Read(draft.BaseUrl);
        Note(problems, nameof(draft.BaseUrl), problem ?? Refusal(address!, draft.AllowAddress));
        return address;
    }

    // The same policy that stands before every connect, asked early for what the text alone can tell.
    private static string? Refusal(Uri address, bool allowed)
    {
        var policy = allowed ? new EgressPolicy(address) : new EgressPolicy();
        IPAddress[] literal = IPAddress.TryParse(address.IdnHost, out var ip) ? [ip]
            : address.IsLoopback ? [IPAddress.Loopback] : [];
        return policy.Refusal(address) ?? policy.Refusal(address.IdnHost, address.Port, literal);
    }

    private static bool LosesKey(Uri address, StoredGateway? stored, string id)
    {
        if (stored?.Secrets.ContainsKey(ConnectionBuilder.KeyField) != true)
        {
            return false;
        }

        var before = stored.BaseUrl is null ? GatewayCatalogue.Find(id)?.BaseUrl : GatewayAddress.Read(stored.BaseUrl).Address;
        return before?.GetLeftPart(UriPartial.Authority) != address.GetLeftPart(UriPartial.Authority);
    }

    private static string? NameProblem(ConnectionDraft draft, IReadOnlyList<GatewayStatus> statuses)
    {
        var name = draft.Name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return $"Enter a name of 1 to {LongestName} characters.";
        }

        if (ConnectionStore.IdOf(name).Length == 0)
        {
            return "The name needs at least one letter or digit of the Latin alphabet.";
        }

        return statuses.Any(status => status.Gateway.Id != draft.Id
            && (status.Gateway.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || (draft.Id.Length == 0 && status.Gateway.Id == ConnectionStore.IdOf(name))))
            ? $"There is already a gateway named {name}."
            : null;
    }

    private static string? HeaderProblem(ConnectionDraft draft)
    {
        if (draft.HeaderValue is not { Length: > 0 } value)
        {
            return string.IsNullOrWhiteSpace(draft.HeaderName) ? null : "Enter the header's value.";
        }

        return draft.HeaderName is not { Length: > 0 } name || name.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_'))
            ? "A header's name has letters, digits and hyphens only."
            : value.Length > LongestHeader || value.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0
                ? "The value has a character that cannot be sent in a header, or is too long."
                : null;
    }

    private static string? FrontProblem(ConnectionDraft draft, IReadOnlyList<GatewayStatus> statuses)
    {
        if (string.IsNullOrEmpty(draft.InFrontOf))
        {
            return null;
        }

        // Walked to its end, so that two gateways cannot stand in front of each other.
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { draft.Id };
        for (var next = draft.InFrontOf; next is not null; next = statuses.FirstOrDefault(status => status.Gateway.Id == next)?.Live?.InFrontOf)
        {
            if (!seen.Add(next))
            {
                return "These gateways would stand in front of each other.";
            }
        }

        return null;
    }

    private static void Note(Dictionary<string, string> problems, string field, string? problem)
    {
        if (problem is not null)
        {
            problems[field] = problem;
        }
    }
}
