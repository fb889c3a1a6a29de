using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Requests;

/// <summary>An image of a message.</summary>
/// <param name="Url">An address, or a data URL with the picture in it.</param>
/// <param name="Detail"><c>low</c>, <c>high</c> or <c>auto</c>; null sends none.</param>
public sealed record DraftImage(string Url, string? Detail = null);

/// <summary>One message of a draft. The form edits its role, text and images; whatever else the message holds is kept as it is.</summary>
public sealed class DraftMessage
{
    private readonly JsonObject _message;

    private DraftMessage(JsonObject message) => _message = message;

    /// <summary>The roles the form offers.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["system", "developer", "user", "assistant", "tool"];

    /// <summary>Who speaks.</summary>
    public string Role => TextOf(_message["role"]) ?? "";

    /// <summary>The plain text, or the first text part; empty where there is none.</summary>
    public string Text => _message["content"] switch
    {
        JsonArray parts => TextOf(parts.OfType<JsonObject>().FirstOrDefault(IsText)?["text"]) ?? "",
        var content => TextOf(content) ?? "",
    };

    /// <summary>The images, in order.</summary>
    public IReadOnlyList<DraftImage> Images => _message["content"] is JsonArray parts
        ? [.. parts.OfType<JsonObject>().Where(IsImage).Select(ReadImage)]
        : [];

    /// <summary>For a tool's result: the id of the call it answers, or null.</summary>
    public string? ToolCallId => TextOf(_message["tool_call_id"]);

    /// <summary>A new message.</summary>
    public static DraftMessage Of(string role, string text) => new(new JsonObject { ["role"] = role, ["content"] = text });

    /// <summary>Reads a message of a body; anything that is no object becomes an empty one.</summary>
    public static DraftMessage Read(JsonNode? node) => new(node as JsonObject ?? []);

    /// <summary>A copy of the message as it is sent.</summary>
    public JsonObject ToJson() => (JsonObject)_message.DeepClone();

    /// <summary>Spoken by another.</summary>
    public DraftMessage WithRole(string role) => With("role", role);

    /// <summary>With the call a tool's result answers.</summary>
    public DraftMessage WithToolCallId(string id) => With("tool_call_id", id);

    /// <summary>With another text; images and other parts stay.</summary>
    public DraftMessage WithText(string text)
    {
        if (_message["content"] is not JsonArray)
        {
            return With("content", text);
        }

        JsonObject message = ToJson();
        var parts = (JsonArray)message["content"]!;
        if (parts.OfType<JsonObject>().FirstOrDefault(IsText) is { } part)
        {
            part["text"] = text;
        }
        else
        {
            parts.Insert(0, new JsonObject { ["type"] = "text", ["text"] = text });
        }

        return new DraftMessage(message);
    }

    /// <summary>With these images after the text. Without any, a message of one text becomes plain text again.</summary>
    public DraftMessage WithImages(IReadOnlyList<DraftImage> images)
    {
        List<JsonNode> parts = _message["content"] is JsonArray old
            ? [.. old.Where(part => part is not null && !(part is JsonObject o && IsImage(o))).Select(part => part!.DeepClone())]
            : [new JsonObject { ["type"] = "text", ["text"] = Text }];
        if (images.Count == 0 && parts is [JsonObject only] && IsText(only))
        {
            return With("content", TextOf(only["text"]) ?? "");
        }

        return With("content", new JsonArray([.. parts, .. images.Select(WriteImage)]));
    }

    private DraftMessage With(string property, JsonNode value)
    {
        JsonObject message = ToJson();
        message[property] = value;
        return new DraftMessage(message);
    }

    private static bool IsText(JsonObject part) => TextOf(part["type"]) == "text";

    private static bool IsImage(JsonObject part) => TextOf(part["type"]) == "image_url";

    private static DraftImage ReadImage(JsonObject part) => part["image_url"] is JsonObject image
        ? new DraftImage(TextOf(image["url"]) ?? "", TextOf(image["detail"]))
        : new DraftImage(TextOf(part["image_url"]) ?? "");

    private static JsonObject WriteImage(DraftImage image)
    {
        var url = new JsonObject { ["url"] = image.Url };
        if (image.Detail is not null)
        {
            url["detail"] = image.Detail;
        }

        return new JsonObject { ["type"] = "image_url", ["image_url"] = url };
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
