using GatewayDashboard.Hosting;

namespace GatewayDashboard.Credentials;

/// <summary>Puts stored connections in force before anything is served.</summary>
internal sealed class StoredConnections(ConnectionStore store) : StartStep
{
    protected override Task RunAsync(CancellationToken cancellationToken) => store.LoadAsync(cancellationToken);
}
