using GatewayDashboard.Live;

namespace GatewayDashboard.Hosting;

/// <summary>Puts the kept prices in force before anything is computed from them.</summary>
internal sealed class KeptPrices(PriceBook book) : StartStep
{
    protected override Task RunAsync(CancellationToken cancellationToken) => book.ReloadAsync(cancellationToken);
}
