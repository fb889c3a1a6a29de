using System.Globalization;
using System.Text;

namespace GatewayDashboard.Playground;

/// <summary>A session for people (Markdown) and for machines (JSON, CSV), with the settings that produced it.</summary>
public static class SessionExport
{
    /// <summary>Prompts, answers and figures as Markdown.</summary>
    public static string Markdown(PlaygroundSession session, PaneTargets targets)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(targets);
        var text = new StringBuilder("# Playground session\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Opened {session.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC\n\n");
        if (session.System.Length > 0)
        {
            text.Append("System prompt:\n\n").Append(Quoted(session.System)).Append("\n\n");
        }

        foreach (var pane in session.Panes)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {targets.Name(pane.Setup.GatewayId)} · {pane.Setup.Model}\n\n{pane.Setup.Parameters.Words}\n\n");
            foreach (var turn in pane.Turns)
            {
                text.Append("### Prompt\n\n").Append(Quoted(turn.Prompt.Text)).Append("\n\n### Answer\n\n");
                text.Append(turn.Answer.Measurement?.Answer ?? turn.Answer.NotSent).Append("\n\n");
                if (turn.Answer.Measurement?.Fault is { } fault)
                {
                    text.Append(CultureInfo.InvariantCulture, $"Ended: {OutcomeWords.Of(turn.Answer.Measurement.Outcome)}. {fault.Message}\n\n");
                }

                text.Append("| figure | value | n | provenance |\n| --- | --- | --- | --- |\n");
                foreach (var figure in PaneFigure.Of(turn))
                {
                    text.Append(CultureInfo.InvariantCulture, $"| {MetricFacts.Name(figure.Metric)} | {MetricFacts.Value(figure) ?? $"– ({figure.Reason})"} | {figure.N} | {figure.Provenance} |\n");
                }

                text.Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>One row per call, RFC 4180, full precision.</summary>
    public static string Csv(PlaygroundSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var csv = new StringBuilder("pane,gateway,model,turn,repeat,outcome,provenance,first_token_ms,first_answer_ms,total_ms,output_tok_per_s,tokens_in,tokens_out,tokens_reasoning,tokens_cached,cost_usd,prompt,answer\r\n");
        foreach (var (pane, place) in session.Panes.Select((pane, place) => (pane, place + 1)))
        {
            for (var number = 0; number < pane.Turns.Count; number++)
            {
                var turn = pane.Turns[number];
                for (var repeat = 0; repeat < turn.Answers.Count; repeat++)
                {
                    Row(csv, pane, place, turn, number + 1, repeat);
                }
            }
        }

        return csv.ToString();
    }

    private static void Row(StringBuilder csv, Pane pane, int place, Turn turn, int number, int repeat)
    {
        var answer = turn.Answers[repeat];
        var call = answer.Measurement;
        object?[] fields =
        [
            place, pane.Setup.GatewayId, answer.Request.Model, number, repeat + 1, call?.Outcome.ToString() ?? "NotSent", answer.Target?.Connection.Provenance,
            call?.FirstToken?.TotalMilliseconds, call?.FirstAnswer?.TotalMilliseconds, call?.Total?.TotalMilliseconds, call?.OutputSpeed,
            call?.Usage?.Input, call?.OutputTokens, call?.Usage?.Reasoning, call?.Usage?.CachedInput, answer.CostUsd, turn.Prompt.Text, call?.Answer,
        ];
        csv.AppendJoin(',', fields.Select(Field)).Append("\r\n");
    }

    // A leading =, +, -, @, tab or return would be run as a formula by a spreadsheet.
    private static string Field(object? value)
    {
        if (value is not string text)
        {
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }

        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Quoted(string text) => "> " + text.ReplaceLineEndings("\n> ");
}
