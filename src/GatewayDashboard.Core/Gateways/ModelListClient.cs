using System.Net;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Egress;

namespace GatewayDashboard.Core.Gateways;

/// <summary>Reads a gateway's models list, under the same egress policy as every call: no redirects, no proxy, no retries, bounded in time and size. Every failure is a value.</summary>
/// <param name="egress">Where calls may go.</param>
/// <param name="options">How connections are made; null takes the defaults.</param>
/// <param name="time">For the time limit; null takes the system's.</param>
public sealed class ModelListClient(EgressPolicy egress, GatewayClientOptions? options = null, TimeProvider? time = null)
{
    /// <summary>Most bytes of a list; the longest known one has below 4 MiB.</summary>
    public const int MostBytes = 16 << 20;

    private static readonly TimeSpan s_connect = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_total = TimeSpan.FromSeconds(30);
    private readonly LaneConnector _connector = new(egress, options ?? new GatewayClientOptions());

    /// <summary>Where that connection's list is, or null where it has none.</summary>
    public static Uri? Address(Connection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.Gateway.Dialect.ModelsPath is { } path ? new Uri(connection.BaseUrl.AbsoluteUri.TrimEnd('/') + path) : null;
    }

    /// <summary>Reads the list once.</summary>
    public async Task<ModelsList> ReadAsync(Connection connection, CancellationToken cancellationToken = default)
    {
        if (Address(connection) is not { } address)
        {
            return ModelsList.Failed(Outcome.Request, new CallFault($"{connection.Gateway.Name} has no models list.", Hint: "Enter the model by hand."));
        }

        if (egress.Refusal(address) is { } refusal)
        {
            return ModelsList.Failed(Outcome.Blocked, new CallFault(refusal));
        }

        using CallClocks clocks = new(time ?? TimeProvider.System, s_total, cancellationToken);
        LaneTrip trip = new(address, s_connect, s_total, clocks);
        List<ComposedHeader> headers = Headers(connection);
        if (!headers.TrueForAll(HeaderRules.CanBeSent))
        {
            return ModelsList.Failed(Outcome.Request, new CallFault("A header has a character that cannot be sent.", Hint: "Enter key and headers again."));
        }

        FaultText clean = new(new ComposedRequest(address, headers, default));
        try
        {
            return await ReadAsync(connection.Gateway.Dialect, trip, headers, clean, clocks.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return Failed(trip, e, clean, cancellationToken);
        }
    }

    private async Task<ModelsList> ReadAsync(GatewayDialect dialect, LaneTrip trip, List<ComposedHeader> headers, FaultText clean, CancellationToken cancellationToken)
    {
        using HttpMessageInvoker http = new(new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) => (await _connector.ConnectAsync(trip, token).ConfigureAwait(false)).Stream,
            ConnectTimeout = s_connect,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
        });
        using HttpRequestMessage request = new(HttpMethod.Get, trip.Address) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        foreach (ComposedHeader header in headers)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Secret?.Reveal() ?? header.Value);
        }

        using HttpResponseMessage response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (await BodyAsync(response, cancellationToken).ConfigureAwait(false) is not { } body)
        {
            return ModelsList.Failed(Outcome.Limit, new CallFault($"The models list is longer than {MostBytes >> 20} MiB.", (int)response.StatusCode));
        }

        if (response.StatusCode == HttpStatusCode.OK)
        {
            return ModelsListParser.Parse(dialect.ModelsList ?? new ModelsListShape(), body);
        }

        int status = (int)response.StatusCode;
        ErrorBody error = ErrorBody.Read(body);
        Outcome outcome = StatusRules.Judge(dialect, status, error);
        string words = clean.Clean(error.Message);
        return ModelsList.Failed(outcome, new CallFault(words.Length > 0 ? words : $"The gateway answered {status}.", status, error.Code, StatusRules.Hint(outcome, status, error)));
    }

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > MostBytes)
        {
            return null;
        }

        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using MemoryStream body = new();
            byte[] buffer = new byte[64 << 10];
            while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                if (body.Length + read > MostBytes)
                {
                    return null;
                }

                body.Write(buffer, 0, read);
            }

            return body.ToArray();
        }
    }

    private static List<ComposedHeader> Headers(Connection connection)
    {
        ComposedRequest composed = CompletionRequestComposer.Compose(connection, new CompletionRequest { Model = "", Messages = [], Stream = false }, "models");
        return [.. composed.Headers.Where(header => !header.Name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))];
    }

    private static ModelsList Failed(LaneTrip trip, Exception e, FaultText clean, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ModelsList.Failed(Outcome.Cancelled, new CallFault("Cancelled."));
        }

        if (trip.Failure is { } failure)
        {
            return ModelsList.Failed(trip.Step, failure);
        }

        return e is OperationCanceledException
            ? ModelsList.Failed(Outcome.TimeoutTotal, new CallFault($"No models list within {s_total.TotalSeconds:0} s."))
            : ModelsList.Failed(Outcome.Protocol, new CallFault(clean.Clean((e.InnerException ?? e).Message)));
    }
}
