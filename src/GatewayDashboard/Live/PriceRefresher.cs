using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Credentials;

namespace GatewayDashboard.Live;

/// <summary>Reads prices from the gateways' own models lists when somebody asks for it. A gateway that fails keeps its old prices.</summary>
public sealed class PriceRefresher(ModelListClient client, ConnectionDirectory connections, PriceIntake intake)
{
    /// <summary>Reads every list that can be read here, all at once. Each gateway is told as soon as it is through.</summary>
    public async Task RefreshAsync(Action<PriceReading> told, CancellationToken cancellationToken)
    {
        IEnumerable<Task> reading = PayingWays.Sellers.Select(async seller =>
            told(Connection(seller.GatewayId) is { } connection
                ? await ReadAsync(connection, cancellationToken)
                : PriceReading.Failed(seller.GatewayName, Missing(seller.GatewayId))));
        await Task.WhenAll(reading);
    }

    /// <summary>Reads one gateway's list.</summary>
    public async Task<PriceReading> ReadAsync(Connection connection, CancellationToken cancellationToken)
    {
        ModelsList list = await client.ReadAsync(connection, cancellationToken);
        return list.Fault is { } fault
            ? PriceReading.Failed(connection.Gateway.Name, fault.Message.TrimEnd('.'))
            : await intake.TakeAsync(connection.Gateway, ModelListClient.Address(connection)!, list.Models, cancellationToken);
    }

    // A public list is read without a key: asking what things cost needs no account.
    private Connection? Connection(string gatewayId) => connections.Find(gatewayId) switch
    {
        { Live: { Provenance: Provenance.Measured } live } => live,
        { Gateway: { BaseUrl: { } address, Dialect.ModelsList.NeedsKey: false } gateway, Enabled: true, AddressIsOwn: false } =>
            new Connection { Gateway = gateway, BaseUrl = address, Provenance = Provenance.Measured },
        _ => null,
    };

    private string Missing(string gatewayId) => connections.Find(gatewayId) switch
    {
        { AddressIsOwn: true } => "its address is not the vendor's, so its prices are not taken",
        { Gateway.KeyVariable: { } variable } => $"its list needs a key; set {variable}",
        _ => "its list cannot be read here",
    };
}
