using System.Text.Json;
using System.Text.Json.Nodes;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Data.Settings;
using GatewayDashboard.Data.Spending;
using GatewayDashboard.Live;

namespace GatewayDashboard.Gateways;

/// <summary>Asks a gateway itself what it takes, one tiny call for each question. Only when the user says so, and priced before.</summary>
public sealed class CapabilityProbe(CallGate gate, CurrentPrices prices, SettingsStore settings, TimeProvider time)
{
    private const int MostTokens = 16;

    private static readonly (string Name, string Fields)[] s_questions =
    [
        ("stream_options.include_usage", """{"max_tokens":16,"stream_options":{"include_usage":true}}"""),
        ("max_tokens", """{"max_tokens":16}"""),
        ("max_completion_tokens", """{"max_completion_tokens":16}"""),
        ("seed", """{"max_tokens":16,"seed":7}"""),
        ("logprobs", """{"max_tokens":16,"logprobs":true}"""),
        ("response_format json_schema", """{"max_tokens":16,"response_format":{"type":"json_schema","json_schema":{"name":"word","strict":true,"schema":{"type":"object","properties":{"word":{"type":"string"}},"required":["word"],"additionalProperties":false}}}}"""),
        ("tools", """{"max_tokens":16,"tools":[{"type":"function","function":{"name":"say","description":"Says a word","parameters":{"type":"object","properties":{"word":{"type":"string"}}}}}]}"""),
    ];

    /// <summary>How many calls it makes.</summary>
    public static int Calls => s_questions.Length;

    /// <summary>The most it can cost, USD.</summary>
    public decimal WorstCase(Target target) => s_questions.Sum(question => Core.Spending.CallPricing.WorstCase(prices.Value, target, Request(target, question.Fields) with { MaxTokens = MostTokens }));

    /// <summary>Asks every question, one after the other, and keeps the answers.</summary>
    public async Task<ProbeReport> RunAsync(Target target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        List<ProbeAnswer> answers = [];
        foreach (var (name, fields) in s_questions)
        {
            var call = await gate.SendAsync(target, Request(target, fields), CallPurpose.Probe, new CallLimits(), cancellationToken);
            answers.Add(Answer(name, call));
            cancellationToken.ThrowIfCancellationRequested();
        }

        var report = new ProbeReport(target.Offer.ModelId, target.Connection.Origin, time.GetUtcNow(), answers);
        await settings.SetAsync(Key(target.Connection.Gateway.Id), JsonSerializer.Serialize(report), "local", cancellationToken);
        return report;
    }

    /// <summary>The last answers of a gateway, or null where it was never asked.</summary>
    public async Task<ProbeReport?> FindAsync(string gatewayId, CancellationToken cancellationToken = default) =>
        await settings.FindAsync(Key(gatewayId), cancellationToken) is { } kept ? JsonSerializer.Deserialize<ProbeReport>(kept) : null;

    /// <summary>What the end of a call says about the question: an answer is a yes, a refused request a no, anything else neither.</summary>
    internal static ProbeAnswer Answer(string name, CallMeasurement call) => call.Outcome switch
    {
        Outcome.Ok or Outcome.OkLength or Outcome.Filtered or Outcome.Empty => new(name, "accepted", call.Usage?.FoundAt is { } place ? $"usage found at {place}" : "no usage reported"),
        Outcome.Request => new(name, "refused", call.Fault?.Message ?? ""),
        _ => new(name, "unclear", call.Fault?.Message ?? call.Outcome.ToString()),
    };

    private static CompletionRequest Request(Target target, string fields) => new()
    {
        Model = target.Offer.ModelId,
        Messages = [ChatMessage.User("Answer with the one word yes.")],
        Extra = (JsonObject)JsonNode.Parse(fields)!,
    };

    private static string Key(string gatewayId) => $"probe.{gatewayId}";
}

/// <summary>What a gateway answered when it was asked.</summary>
/// <param name="Model">The model that was asked.</param>
/// <param name="Origin">Where.</param>
/// <param name="At">When.</param>
/// <param name="Answers">The answers.</param>
public sealed record ProbeReport(string Model, string Origin, DateTimeOffset At, IReadOnlyList<ProbeAnswer> Answers);

/// <summary>One question and its answer.</summary>
/// <param name="Name">What was sent.</param>
/// <param name="Answer"><c>accepted</c>, <c>refused</c> or <c>unclear</c>. Accepted says that the call went well, not that the parameter had an effect.</param>
/// <param name="Detail">The gateway's words, or what was seen.</param>
public sealed record ProbeAnswer(string Name, string Answer, string Detail);
