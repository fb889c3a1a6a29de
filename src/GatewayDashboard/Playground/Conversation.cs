using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Playground;

/// <summary>Writes the request of a pane's next turn.</summary>
public static class Conversation
{
    /// <summary>System prompt, whole turns so far, and the new prompt. A turn without a whole answer is left out altogether: errors never enter the history.</summary>
    public static CompletionRequest Request(PlaygroundSession session, Pane pane, Prompt prompt)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(pane);
        ArgumentNullException.ThrowIfNull(prompt);
        var parameters = pane.Setup.Parameters;
        List<ChatMessage> messages = [];
        if ((parameters.System ?? session.System) is { Length: > 0 } system)
        {
            messages.Add(ChatMessage.System(system));
        }

        foreach (var turn in pane.Turns)
        {
            if (turn.History?.Measurement is { } whole)
            {
                messages.Add(turn.Prompt.ToMessage());
                messages.Add(ChatMessage.Assistant(whole.Answer));
            }
        }

        messages.Add(prompt.ToMessage());
        return new()
        {
            Model = pane.Setup.Model,
            Messages = messages,
            Stream = parameters.Stream,
            MaxTokens = parameters.MaxTokens,
            Temperature = parameters.Temperature,
            TopP = parameters.TopP,
            Seed = parameters.Seed,
            ReasoningEffort = parameters.ReasoningEffort,
            Extra = parameters.Extra(),
        };
    }
}
