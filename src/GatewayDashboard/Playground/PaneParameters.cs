using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayDashboard.Playground;

/// <summary>What a pane sends besides the conversation. Null leaves a field out of the request.</summary>
public sealed record PaneParameters
{
    /// <summary>Sampling temperature, 0 to 2.</summary>
    public double? Temperature { get; init; } = 0.7;

    /// <summary>Nucleus sampling, 0 to 1.</summary>
    public double? TopP { get; init; }

    /// <summary>Most output tokens.</summary>
    public int? MaxTokens { get; init; } = 512;

    /// <summary>Sampling seed.</summary>
    public long? Seed { get; init; }

    /// <summary><c>low</c>, <c>medium</c> or <c>high</c>, for reasoning models.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>Whether the answer is asked for as a stream. Without it there is no first-token latency.</summary>
    public bool Stream { get; init; } = true;

    /// <summary>A system prompt of this pane's own; null takes the session's.</summary>
    public string? System { get; init; }

    /// <summary>The form asked for.</summary>
    public AnswerFormat Format { get; init; }

    /// <summary>The JSON schema, for <see cref="AnswerFormat.Schema"/>.</summary>
    public string? Schema { get; init; }

    /// <summary>Tool definitions as a JSON array. What the model asks for is shown, never run.</summary>
    public string? Tools { get; init; }

    /// <summary>In a few words, for the pane's head: <c>T 0.7 · max 512</c>.</summary>
    public string Words => string.Join(" · ", Parts());

    /// <summary>What is wrong with the values, in a sentence each; empty where nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (Temperature is < 0 or > 2)
        {
            yield return "Temperature goes from 0 to 2.";
        }

        if (TopP is < 0 or > 1)
        {
            yield return "Top P goes from 0 to 1.";
        }

        if (MaxTokens is < 1)
        {
            yield return "The output limit is at least one token.";
        }

        if (Format == AnswerFormat.Schema && Parse(Schema) is not JsonObject)
        {
            yield return "The schema is not a JSON object.";
        }

        if (!string.IsNullOrWhiteSpace(Tools) && Parse(Tools) is not JsonArray)
        {
            yield return "The tools are not a JSON array.";
        }
    }

    /// <summary>Fields that have no place of their own in a request; null where there are none.</summary>
    public JsonObject? Extra()
    {
        JsonObject extra = [];
        if (Format == AnswerFormat.Json)
        {
            extra["response_format"] = new JsonObject { ["type"] = "json_object" };
        }
        else if (Format == AnswerFormat.Schema && Parse(Schema) is JsonObject schema)
        {
            extra["response_format"] = new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject { ["name"] = "answer", ["strict"] = true, ["schema"] = schema },
            };
        }

        if (Parse(Tools) is JsonArray tools)
        {
            extra["tools"] = tools;
        }

        return extra.Count == 0 ? null : extra;
    }

    private IEnumerable<string> Parts()
    {
        if (Temperature is { } temperature)
        {
            yield return FormattableString.Invariant($"T {temperature}");
        }

        if (TopP is { } topP)
        {
            yield return FormattableString.Invariant($"top P {topP}");
        }

        yield return MaxTokens is { } most ? FormattableString.Invariant($"max {most}") : "no limit";
        if (ReasoningEffort is not null)
        {
            yield return $"effort {ReasoningEffort}";
        }

        if (!Stream)
        {
            yield return "not streamed";
        }

        if (Format != AnswerFormat.Text)
        {
            yield return Format == AnswerFormat.Json ? "JSON" : "schema";
        }
    }

    private static JsonNode? Parse(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
