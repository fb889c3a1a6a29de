using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Playground;

/// <summary>A session as it is kept: set-up, conversations and measurements. No key and no header of the user's own is in it.</summary>
/// <param name="Title">The first prompt; stands first, so that lists need not read the rest.</param>
/// <param name="SystemPrompt">The system prompt.</param>
/// <param name="Options">How prompts were sent.</param>
/// <param name="Panes">The panes, left to right.</param>
public sealed record KeptSession(string Title, string SystemPrompt, RunOptions Options, IReadOnlyList<KeptPane> Panes)
{
    // Read-only properties are derived from the others; they are computed anew, so that a better definition also reaches old sessions.
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>What there is to keep of a session.</summary>
    public static KeptSession Of(PlaygroundSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new(session.Title, session.System, session.Options, [.. session.Panes.Select(pane => new KeptPane(pane.Setup, [.. pane.Turns.Select(KeptTurn.Of)]))]);
    }

    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, s_json);

    /// <summary>From JSON; null where it is not one of ours.</summary>
    public static KeptSession? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptSession>(json, s_json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The title from the beginning of the JSON, or a word where there is none.</summary>
    public static string TitleOf(string head)
    {
        ArgumentNullException.ThrowIfNull(head);
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(head), isFinalBlock: false, default);
            return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.Read() ? reader.GetString() ?? "Untitled" : "Untitled";
        }
        catch (JsonException)
        {
            return "Untitled";
        }
    }

    /// <summary>The session again, with nothing under way.</summary>
    public PlaygroundSession Open(string id, DateTimeOffset createdAt, PaneTargets targets, bool frozen)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var session = new PlaygroundSession(id, createdAt) { System = SystemPrompt, Options = Options, Frozen = frozen };
        foreach (var kept in Panes)
        {
            if (session.Add(kept.Setup) is { } pane)
            {
                pane.Turns = [.. kept.Turns.Select(turn => turn.Open(pane.Setup, targets))];
            }
        }

        return session;
    }
}

/// <summary>A kept pane.</summary>
public sealed record KeptPane(PaneSetup Setup, IReadOnlyList<KeptTurn> Turns);

/// <summary>A kept turn: answers that were under way are not in it.</summary>
public sealed record KeptTurn(Prompt Prompt, IReadOnlyList<KeptAnswer> Answers)
{
    internal static KeptTurn Of(Turn turn) => new(turn.Prompt, [.. turn.Answers.Select(KeptAnswer.Of)]);

    internal Turn Open(PaneSetup setup, PaneTargets targets) => new(Prompt, [.. Answers.Select(answer => answer.Open(setup, targets))]);
}

/// <summary>A kept answer.</summary>
/// <param name="GatewayId">Who was asked.</param>
/// <param name="Request">What was sent, as it was composed then.</param>
/// <param name="Measurement">Everything measured, or null.</param>
/// <param name="CostUsd">What it cost by the prices of then, or null.</param>
/// <param name="NotSent">Why nothing was sent, or null.</param>
/// <param name="Provenance">Live or simulated.</param>
/// <param name="Tools">Tool calls the model asked for.</param>
public sealed record KeptAnswer(
    string? GatewayId, CompletionRequest Request, CallMeasurement? Measurement, decimal? CostUsd, string? NotSent, Provenance Provenance, IReadOnlyList<ToolCall> Tools)
{
    internal static KeptAnswer Of(Answer answer) => new(
        answer.Target?.Offer.GatewayId,
        answer.Request,
        answer.Measurement,
        answer.CostUsd,
        answer.Ended ? answer.NotSent : "It was under way when this was kept.",
        answer.Target?.Connection.Provenance ?? Provenance.Unknown,
        answer.Tools);

    internal Answer Open(PaneSetup setup, PaneTargets targets)
    {
        var target = targets.Find(new PaneSetup(GatewayId ?? setup.GatewayId, Request.Model));

        // What was simulated stays simulated, whatever keys there are now.
        var then = target is null ? null : target with { Connection = target.Connection with { Provenance = Provenance } };
        return Answer.Kept(then, Request, Measurement, CostUsd, NotSent, Tools);
    }
}
