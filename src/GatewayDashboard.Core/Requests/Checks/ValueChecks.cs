using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Checks;

/// <summary>Values against the type and range their parameter has in its definition.</summary>
internal static class ValueChecks
{
    public static IEnumerable<RequestFinding> Check(RequestDraft draft)
    {
        foreach (RequestParameter parameter in ParameterCatalogue.For(draft.Endpoint).Where(parameter => draft.Has(parameter.Name)))
        {
            if (Wrong(parameter, draft.Field(parameter.Name)) is { } wrong)
            {
                string name = parameter.Name;
                yield return new(FindingLevel.Error, name, $"{name} {wrong}.", parameter.Source, parameter.AsOf, new RequestFix($"Remove {name}", d => d.Without(name)));
            }

            if (parameter.Deprecated is { } note && parameter.Name is not ("max_tokens" or "seed" or "user"))
            {
                yield return new(FindingLevel.Info, parameter.Name, $"{parameter.Name} is deprecated: {note}.", parameter.Source, parameter.AsOf);
            }
        }
    }

    private static string? Wrong(RequestParameter parameter, JsonNode? value) => (parameter.Type, value?.GetValueKind()) switch
    {
        // OpenAI's definition takes null for "not set" nearly everywhere.
        (_, null or JsonValueKind.Null) => null,
        (ParameterType.Number or ParameterType.WholeNumber, JsonValueKind.Number) => OutOfRange(parameter, value!),
        (ParameterType.Number or ParameterType.WholeNumber, _) => "must be a number",
        // Some gateways take a number here; their own rules speak of it.
        (ParameterType.Boolean, not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number)) => "must be true or false",
        (ParameterType.Choice, not JsonValueKind.String) => "must be text",
        (ParameterType.Choice, _) when !parameter.Choices.Contains(value!.GetValue<string>()) => $"must be one of {string.Join(", ", parameter.Choices)}",
        (ParameterType.Text, not JsonValueKind.String) => "must be text",
        (ParameterType.Text, _) when value!.GetValue<string>().Length > parameter.Max => $"may have at most {parameter.Max} characters",
        (ParameterType.TextList, not (JsonValueKind.String or JsonValueKind.Array)) => "must be text or a list of texts",
        (ParameterType.TextList, JsonValueKind.Array) when ((JsonArray)value!).Count > parameter.Max => $"may have at most {parameter.Max} items",
        _ => null,
    };

    private static string? OutOfRange(RequestParameter parameter, JsonNode value)
    {
        if (!decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            return "is too large a number";
        }

        if (parameter.Type == ParameterType.WholeNumber && decimal.Truncate(number) != number)
        {
            return "must be a whole number";
        }

        return number < parameter.Min || number > parameter.Max
            ? (parameter.Min, parameter.Max) switch
            {
                ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $"must be from {min} to {max}"),
                ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"must be at least {min}"),
                var (_, max) => string.Create(CultureInfo.InvariantCulture, $"must be at most {max}"),
            }
            : null;
    }
}
