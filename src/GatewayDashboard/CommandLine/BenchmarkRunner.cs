using System.Text.Json;
using GatewayDashboard.Api;
using GatewayDashboard.Jobs;
using GatewayDashboard.Live;

namespace GatewayDashboard.CommandLine;

/// <summary>Carries out <c>benchmark</c>: the same run as in the browser, without the web server and without the queue.</summary>
internal static class BenchmarkRunner
{
    private const int NothingSucceeded = 1;
    private static readonly TimeSpan LineEvery = TimeSpan.FromMilliseconds(500);

    public static async Task<int> RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        using var host = BenchmarkHost.Build(arguments);
        await host.StartAsync(cancellationToken);
        try
        {
            var order = BenchmarkOrders.Of(arguments, host.Services);
            var started = order.Order is null ? new RunStarted(null, order.Faults) : await host.Services.GetRequiredService<RunControl>().MakeAsync(order.Order, cancellationToken);
            if (started.RunId is not { } runId)
            {
                foreach (var fault in started.Faults)
                {
                    await Console.Error.WriteLineAsync(fault);
                }

                return Commands.WrongUsage;
            }

            await WorkAsync(host.Services, runId, cancellationToken);
            var view = await host.Services.GetRequiredService<RunReader>().ReadAsync(runId, CancellationToken.None, events: arguments.Output is not null);
            return await ReportAsync(view!, arguments);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static async Task WorkAsync(IServiceProvider services, long runId, CancellationToken cancellationToken)
    {
        var job = ActivatorUtilities.CreateInstance<BenchmarkJob>(services).RunAsync(runId, cancellationToken);
        var monitor = services.GetRequiredService<RunMonitor>();
        using var timer = new PeriodicTimer(LineEvery, services.GetRequiredService<TimeProvider>());
        while (!job.IsCompleted)
        {
            await Task.WhenAny(job, timer.WaitForNextTickAsync(CancellationToken.None).AsTask());
            if (monitor.Snapshot(runId) is { } snapshot)
            {
                ProgressLine.Write(snapshot);
            }
        }

        ProgressLine.End();
        await job;
    }

    private static async Task<int> ReportAsync(RunView view, BenchmarkArguments arguments)
    {
        ResultTable.Write(view, Console.Out);
        if (arguments.Output is { } output)
        {
            try
            {
                await using var file = output.Create();
                await JsonSerializer.SerializeAsync(file, RunDocument.Of(view), RunResults.Json);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"{output.FullName} cannot be written: {refused.Message} The run is kept in the data folder.");
                return Commands.WrongUsage;
            }
        }

        if (view.Run.StopReason is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
        }

        return view.Samples.Any(sample => !sample.Call.WarmUp && sample.Measurement.Succeeded) ? 0 : NothingSucceeded;
    }
}
