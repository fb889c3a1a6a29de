namespace GatewayDashboard.Simulator.Models;

/// <summary>What each simulated gateway sells, read from <c>models.json</c>.</summary>
internal static class ModelCatalogue
{
    private static readonly ILookup<string, SimulatedModel> ByGateway =
        EmbeddedData.Read<List<SimulatedModel>>("models.json").ToLookup(model => model.GatewayId);

    public static IEnumerable<SimulatedModel> Of(string gatewayId) => ByGateway[gatewayId];

    public static SimulatedModel? Find(string gatewayId, string modelId) => ByGateway[gatewayId].FirstOrDefault(model => model.Id == modelId);
}
