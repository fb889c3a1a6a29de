using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Playground;

/// <summary>What the user says in one turn.</summary>
/// <param name="Text">The words.</param>
/// <param name="Images">Pictures as data URLs.</param>
[method: JsonConstructor]
public sealed record Prompt(string Text, IReadOnlyList<string> Images)
{
    /// <summary>A prompt of words alone.</summary>
    public Prompt(string text)
        : this(text, [])
    {
    }

    /// <summary>As it goes on the wire.</summary>
    public ChatMessage ToMessage()
    {
        if (Images.Count == 0)
        {
            return ChatMessage.User(Text);
        }

        JsonArray parts = [new JsonObject { ["type"] = "text", ["text"] = Text }];
        foreach (var image in Images)
        {
            parts.Add(new JsonObject { ["type"] = "image_url", ["image_url"] = new JsonObject { ["url"] = image } });
        }

        return new("user", Text, parts);
    }
}
