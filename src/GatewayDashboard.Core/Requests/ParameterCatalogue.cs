using System.Text.Json;
using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Requests;

/// <summary>Every parameter the form knows, from data with source and date. What is not here is sent all the same, as an extra field.</summary>
public static class ParameterCatalogue
{
    private static readonly IReadOnlyList<RequestParameter> s_all = Read();

    /// <summary>All parameters of an endpoint, in the form's order.</summary>
    public static IReadOnlyList<RequestParameter> For(RequestEndpoint endpoint) => endpoint == RequestEndpoint.Embeddings
        ? [.. s_all.Where(parameter => parameter.Section == ParameterSection.Embeddings)]
        : [.. s_all.Where(parameter => parameter.Section != ParameterSection.Embeddings)];

    /// <summary>The parameter of that name at an endpoint, or null.</summary>
    public static RequestParameter? Find(string name, RequestEndpoint endpoint = RequestEndpoint.Chat) =>
        For(endpoint).FirstOrDefault(parameter => parameter.Name == name);

    private static IReadOnlyList<RequestParameter> Read()
    {
        using Stream stream = typeof(ParameterCatalogue).Assembly.GetManifestResourceStream("request-parameters.json")
            ?? throw new InvalidOperationException("The parameter catalogue is not embedded.");
        return JsonSerializer.Deserialize<IReadOnlyList<RequestParameter>>(stream, CatalogueJson.Options)
            ?? throw new InvalidOperationException("The parameter catalogue is empty.");
    }
}
