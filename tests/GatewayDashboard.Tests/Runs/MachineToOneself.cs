// Hosts of one process share the job library's static state, so that one that ends disturbs one that begins: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace GatewayDashboard.Tests.Runs;

/// <summary>Waits until the browser tests, which run as another process, are through: a test of tenths of milliseconds must not measure them.</summary>
internal static class MachineToOneself
{
    private static readonly string Busy = Path.Combine(Path.GetTempPath(), "gateway-dashboard-tests.busy");

    /// <summary>The machine, or, after five minutes, a try on a busy one.</summary>
    public static async Task<IAsyncDisposable> WaitAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                return new FileStream(Busy, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(500, cancellationToken);
            }
        }

        return Stream.Null;
    }
}
