using System.Text.Json.Nodes;

namespace GatewayDashboard.Core.Completions;

/// <summary>One message of a conversation.</summary>
/// <param name="Role"><c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</param>
/// <param name="Content">Plain text; ignored where <paramref name="Parts"/> is set.</param>
/// <param name="Parts">Content parts (text and images) as they go on the wire, or null for plain text.</param>
public sealed record ChatMessage(string Role, string Content, JsonArray? Parts = null)
{
    /// <summary>A user message.</summary>
    public static ChatMessage User(string content) => new("user", content);

    /// <summary>A system message.</summary>
    public static ChatMessage System(string content) => new("system", content);

    /// <summary>An assistant message, as kept in a conversation's history.</summary>
    public static ChatMessage Assistant(string content) => new("assistant", content);
}
