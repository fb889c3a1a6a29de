using System.Text;
using GatewayDashboard.Jobs;
using GatewayDashboard.Live;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GatewayDashboard.Api;

/// <summary>Runs for programs.</summary>
internal static class RunsApi
{
    public static void MapRunsApi(this WebApplication app)
    {
        var group = app.MapGroup("/api/v1/runs").WithTags("runs").RequireAuthorization();
        group.MapGet("/{id:long}/export", ExportAsync).WithSummary("A run with every sample as JSON or CSV");
    }

    private static async Task<Results<JsonHttpResult<RunDocument>, FileContentHttpResult, NotFound, BadRequest<string>>> ExportAsync(
        long id, string? format, RunReader reader, CancellationToken cancellationToken)
    {
        if (format is not (null or "json" or "csv"))
        {
            return TypedResults.BadRequest("format is json or csv.");
        }

        if (await reader.ReadAsync(id, cancellationToken, events: format != "csv") is not { } view)
        {
            return TypedResults.NotFound();
        }

        return format == "csv"
            ? TypedResults.File(Encoding.UTF8.GetBytes(SampleCsv.Write(view.Samples)), "text/csv; charset=utf-8", $"run-{id}.csv")
            : TypedResults.Json(RunDocument.Of(view), RunResults.Json);
    }
}
