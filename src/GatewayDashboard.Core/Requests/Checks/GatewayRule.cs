using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Checks;

/// <summary>One documented habit of a gateway: when a field of a request meets the condition, this is what the gateway does with it.</summary>
public sealed record GatewayRule
{
    /// <summary>The gateway's id.</summary>
    public required string Gateway { get; init; }

    /// <summary>The field, as a path such as <c>messages[].name</c>.</summary>
    public required string Field { get; init; }

    /// <summary>When it holds.</summary>
    public required RuleCondition When { get; init; }

    /// <summary>What <see cref="When"/> compares with: a number or text; null where it needs none.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>How much it matters.</summary>
    public required FindingLevel Level { get; init; }

    /// <summary>What the gateway does.</summary>
    public required string Message { get; init; }

    /// <summary>Whether taking the field out settles it.</summary>
    public bool Remove { get; init; }

    /// <summary>The name under which the field is understood, or null.</summary>
    public string? Rename { get; init; }

    /// <summary>The value that is taken instead, or null.</summary>
    public JsonNode? Replace { get; init; }

    /// <summary>Where this was read.</summary>
    public required string Source { get; init; }

    /// <summary>When.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The finding for this body, or null where the rule does not apply.</summary>
    public RequestFinding? Check(JsonObject body) =>
        BodyPath.Find(body, Field).Any(place => Holds(place.Value)) ? new RequestFinding(Level, Field, Message, Source, AsOf, Fix()) : null;

    private RequestFix? Fix()
    {
        string? label = Remove ? $"Remove {Field}" : Rename is not null ? $"Rename to {Rename}" : Replace is not null ? $"Set to {Replace.ToJsonString()}" : null;
        return label is null ? null : new RequestFix(label, Apply);
    }

    private RequestDraft Apply(RequestDraft draft)
    {
        JsonObject body = draft.Body;
        foreach (BodyPath.Place place in BodyPath.Find(body, Field).Where(place => Holds(place.Value)).ToList())
        {
            JsonNode? value = place.Value?.DeepClone();
            if (Replace is not null)
            {
                place.Owner[place.Name] = Replace.DeepClone();
                continue;
            }

            place.Owner.Remove(place.Name);
            if (Rename is not null && !place.Owner.ContainsKey(Rename))
            {
                place.Owner[Rename] = value;
            }
        }

        return draft with { Body = body };
    }

    private bool Holds(JsonNode? node) => When switch
    {
        RuleCondition.Present => node is not null,
        RuleCondition.Is => JsonNode.DeepEquals(node, Value),
        RuleCondition.IsNot => node is not null && !JsonNode.DeepEquals(node, Value),
        RuleCondition.IsBoolean => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        RuleCondition.IsText => node?.GetValueKind() == JsonValueKind.String,
        RuleCondition.StartsWith => Text(node)?.StartsWith(Text(Value) ?? "", StringComparison.OrdinalIgnoreCase) == true,
        RuleCondition.HasAnyOf => Text(node)?.AsSpan().IndexOfAny(Text(Value)) >= 0,
        RuleCondition.LongerThan => node is JsonArray items && Value is not null && items.Count > Value.GetValue<int>(),
        _ => false,
    };

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}

/// <summary>When a rule applies to a field that is set.</summary>
public enum RuleCondition
{
    /// <summary>Always, unless it is null.</summary>
    Present,

    /// <summary>When it equals the value.</summary>
    Is,

    /// <summary>When it differs from the value.</summary>
    IsNot,

    /// <summary>When it is true or false.</summary>
    IsBoolean,

    /// <summary>When it is text.</summary>
    IsText,

    /// <summary>When it is text that starts like the value.</summary>
    StartsWith,

    /// <summary>When it is text with any character of the value.</summary>
    HasAnyOf,

    /// <summary>When it is a list of more items than the value.</summary>
    LongerThan,
}
