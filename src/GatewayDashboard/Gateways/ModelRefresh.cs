using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Credentials;
using GatewayDashboard.Data.Pricing;
using GatewayDashboard.Live;

namespace GatewayDashboard.Gateways;

/// <summary>Reads models lists of live gateways into offers and prices. A list that cannot be read leaves the last good one. Lists of simulated gateways are never kept.</summary>
public sealed class ModelRefresh(
    ConnectionDirectory connections, ModelListClient client, OfferStore offers, PriceIntake prices, ChangeSignal changes)
{
    /// <summary>Reads one gateway's list.</summary>
    /// <returns>What came of it, or null where the gateway is not live here.</returns>
    public async Task<ModelsList?> RefreshAsync(string gatewayId, CancellationToken cancellationToken = default)
    {
        if (connections.Find(gatewayId)?.Live is not { } connection || ModelListClient.Address(connection) is not { } address)
        {
            return null;
        }

        var list = await client.ReadAsync(connection, cancellationToken);
        if (list.Outcome == Outcome.Ok)
        {
            await KeepAsync(connection, address, list, cancellationToken);
        }
        else if (list.Outcome != Outcome.Cancelled)
        {
            await offers.NoteFailureAsync(gatewayId, address.AbsoluteUri, list.Fault?.Message ?? list.Outcome.ToString(), cancellationToken);
        }

        changes.Raise(Subjects.Prices);
        return list;
    }

    /// <summary>Reads the list of every live gateway that has one, one after the other.</summary>
    public async Task RefreshAllAsync(CancellationToken cancellationToken = default)
    {
        foreach (var connection in connections.Live)
        {
            await RefreshAsync(connection.Gateway.Id, cancellationToken);
        }
    }

    private async Task KeepAsync(Connection connection, Uri address, ModelsList list, CancellationToken cancellationToken)
    {
        var gateway = connection.Gateway;
        var chat = list.Models.Where(model => model.IsChat).ToList();
        await offers.ReplaceAsync(gateway.Id, address.AbsoluteUri, chat, cancellationToken);

        // What another address asks under a vendor's name is not the vendor's price.
        if (connection.Provenance == Provenance.Measured)
        {
            await prices.TakeAsync(gateway, address, chat, cancellationToken);
        }
    }
}
