using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests.Checks;

/// <summary>Dotted paths into a body, where <c>[]</c> means every item: <c>messages[].name</c>.</summary>
internal static class BodyPath
{
    /// <summary>A place in a body that exists: the object that holds it and the name it has there.</summary>
    public readonly record struct Place(JsonObject Owner, string Name)
    {
        public JsonNode? Value => Owner[Name];
    }

    /// <summary>Every place the path leads to.</summary>
    public static IEnumerable<Place> Find(JsonObject body, string path)
    {
        int dot = path.IndexOf('.', StringComparison.Ordinal);
        string head = dot < 0 ? path : path[..dot];
        bool each = head.EndsWith("[]", StringComparison.Ordinal);
        string name = each ? head[..^2] : head;
        if (!body.ContainsKey(name))
        {
            return [];
        }

        if (dot < 0)
        {
            return [new Place(body, name)];
        }

        JsonNode?[] next = each ? [.. body[name] as JsonArray ?? []] : [body[name]];
        return next.OfType<JsonObject>().SelectMany(inner => Find(inner, path[(dot + 1)..]));
    }
}
