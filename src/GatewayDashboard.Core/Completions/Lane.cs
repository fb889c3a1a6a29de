using System.Diagnostics;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

/// <summary>
/// One leased TCP connection of one gateway, origin and key: what a call travels on. A handler of its own that may hold a single connection is how
/// the stamped stream under a call is known.
/// </summary>
internal sealed class Lane : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private const int HeaderKibibytes = 64;

    private readonly HttpMessageInvoker _http;
    private readonly LaneConnector _connector;
    private LaneTrip? _trip;

    public Lane(LaneConnector connector, TimeSpan idle)
    {
        _connector = connector;
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = 1,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = Timeout.InfiniteTimeSpan,
            PooledConnectionIdleTimeout = idle,
            PooledConnectionLifetime = Lifetime,
            MaxResponseHeadersLength = HeaderKibibytes,
            MaxResponseDrainSize = 0,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            // Nothing is added to the request that the composer did not write.
            ActivityHeadersPropagator = null,
        });
    }

    /// <summary>The connection, or null before the first.</summary>
    public StampedStream? Stream { get; private set; }

    /// <summary>When the lane was last given back, Stopwatch ticks.</summary>
    public long IdleSince { get; set; } = Stopwatch.GetTimestamp();

    /// <summary>The address connected to, or null before the first connection.</summary>
    public System.Net.IPEndPoint? Remote { get; private set; }

    /// <summary>Sends one request and waits for the response headers.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, LaneTrip trip, CancellationToken cancellationToken)
    {
        _trip = trip;
        Stream?.Rearm();
        var (phase, limit) = Stream is null ? (CallPhase.Connect, trip.ConnectLimit) : (CallPhase.Headers, trip.HeadersLimit);
        trip.Clocks.Begin(phase, Stopwatch.GetTimestamp(), limit);
        return _http.SendAsync(request, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var trip = _trip ?? throw new InvalidOperationException("A lane connects only for a call.");
        // An idle connection that the peer has closed is found out here, when the clock for headers runs already.
        trip.Clocks.Begin(CallPhase.Connect, Stopwatch.GetTimestamp(), trip.ConnectLimit);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, trip.Clocks.Token);
        var (stamped, stream, remote) = await _connector.ConnectAsync(trip, limit.Token).ConfigureAwait(false);
        stamped.Rearm();
        (Stream, Remote) = (stamped, remote);
        trip.Clocks.Begin(CallPhase.Headers, Stopwatch.GetTimestamp(), trip.HeadersLimit);
        return stream;
    }
}
