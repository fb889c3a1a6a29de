using System.Globalization;
using CsvHelper;
using GatewayDashboard.Core.Benchmarks;

namespace GatewayDashboard.Api;

/// <summary>Samples as CSV: one row each, invariant numbers, cells that a spreadsheet would run as formulas made inert.</summary>
internal static class SampleCsv
{
    private static readonly (string Name, Func<SampleDocument, object?> Value)[] Columns =
    [
        ("request_id", sample => sample.RequestId),
        ("target", sample => sample.Target),
        ("prompt", sample => sample.Prompt),
        ("block", sample => sample.Block),
        ("position", sample => sample.Position),
        ("warm_up", sample => sample.WarmUp),
        ("outcome", sample => sample.Outcome),
        ("status", sample => sample.Status),
        ("fault", sample => sample.Fault?.Message),
        ("started_at", sample => sample.StartedAt.ToString("O", CultureInfo.InvariantCulture)),
        ("provenance", sample => sample.Provenance),
        ("vantage", sample => sample.Vantage),
        ("clock", sample => sample.Clock),
        ("connection_reused", sample => sample.Phases.Reused),
        ("dns_ms", sample => sample.Phases.DnsMs),
        ("tcp_ms", sample => sample.Phases.TcpMs),
        ("tls_ms", sample => sample.Phases.TlsMs),
        ("first_token_ms", sample => sample.FirstTokenMs),
        ("first_answer_ms", sample => sample.FirstAnswerMs),
        ("total_ms", sample => sample.TotalMs),
        ("time_to_failure_ms", sample => sample.TimeToFailureMs),
        ("output_tokens_per_second", sample => sample.OutputSpeed),
        ("input_tokens", sample => sample.Usage?.Input),
        ("output_tokens", sample => sample.Usage?.Output),
        ("reasoning_tokens", sample => sample.Usage?.Reasoning),
        ("o200k_tokens", sample => sample.NormalisedOutput),
        ("cost_usd", sample => sample.CostUsd),
        ("served_model", sample => sample.ServedModel),
        ("served_provider", sample => sample.ServedProvider),
        ("reads", sample => sample.Reads),
        ("coalesced_reads", sample => sample.CoalescedReads),
        ("notes", sample => string.Join(' ', sample.Notes)),
    ];

    /// <summary>Writes every sample.</summary>
    public static string Write(IEnumerable<Sample> samples)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteHeader([.. Columns.Select(column => column.Name)]);
            foreach (var sample in samples.Select(SampleDocument.Of))
            {
                csv.WriteRecord([.. Columns.Select(column => Convert.ToString(column.Value(sample), CultureInfo.InvariantCulture) ?? "")]);
            }
        }

        return text.ToString();
    }
}
