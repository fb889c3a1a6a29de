using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

/// <summary>Makes a lane's connection: resolve, judge every address, connect to one of those very addresses, stamp, and TLS on top. Each step is timed on its own.</summary>
internal sealed class LaneConnector(EgressPolicy egress, GatewayClientOptions options)
{
    /// <exception cref="IOException">No connection came about; <see cref="LaneTrip.Failure"/> says why.</exception>
    public async Task<(StampedStream Stamped, Stream Stream, IPEndPoint Remote)> ConnectAsync(LaneTrip trip, CancellationToken cancellationToken)
    {
        trip.Step = Outcome.ConnectDns;
        Socket? socket = null;
        Stream? stream = null;
        trip.Phases = new ConnectionPhases();
        try
        {
            var (host, port) = (trip.Address.IdnHost, trip.Address.Port);
            var began = Stopwatch.GetTimestamp();
            var isLiteral = IPAddress.TryParse(host, out var literal);
            IPAddress[] addresses = isLiteral ? [literal!] : await ResolveAsync(host, cancellationToken).ConfigureAwait(false);
            trip.Phases = trip.Phases with { Dns = isLiteral ? null : Stopwatch.GetElapsedTime(began) };
            if (egress.Refusal(host, port, addresses) is { } refusal)
            {
                trip.Step = Outcome.Blocked;
                trip.Failure = new CallFault(refusal);
                throw new IOException(refusal);
            }

            trip.Step = Outcome.ConnectTcp;
            began = Stopwatch.GetTimestamp();
            socket = await FirstToConnect.AsyncOf(addresses, port, cancellationToken).ConfigureAwait(false);
            var remote = (IPEndPoint)socket.RemoteEndPoint!;
            trip.Phases = trip.Phases with { Tcp = Stopwatch.GetElapsedTime(began), RemoteAddress = remote.ToString() };

            var stamped = new StampedStream(socket, options.Clock);
            stream = stamped;
            if (trip.Address.Scheme == Uri.UriSchemeHttps)
            {
                trip.Step = Outcome.ConnectTls;
                began = Stopwatch.GetTimestamp();
                var tls = new SslStream(stamped, leaveInnerStreamOpen: false);
                stream = tls;
                await tls.AuthenticateAsClientAsync(TlsRules.For(host, options.TrustedRoots), cancellationToken).ConfigureAwait(false);
                trip.Phases = trip.Phases with { Tls = Stopwatch.GetElapsedTime(began) };
            }

            return (stamped, stream, remote);
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException or OperationCanceledException or ArgumentException)
        {
            if (stream is not null)
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }

            socket?.Dispose();
            trip.Failure ??= new CallFault(Words(trip.Step, trip.Address, e), Hint: Hint(trip.Step, e));
            throw e as IOException ?? new IOException("No connection.", e);
        }
    }

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        // A resolver that hangs inside the operating system does not hear of cancellation.
        var resolve = options.Resolve is { } own ? own(host, cancellationToken) : Dns.GetHostAddressesAsync(host, cancellationToken);
        return resolve.WaitAsync(cancellationToken);
    }

    /// <summary>What to say of a connection that failed, or that took too long.</summary>
    public static string Words(Outcome step, Uri address, Exception? e)
    {
        var why = e is null or OperationCanceledException ? "it took too long" : (e.InnerException ?? e).Message.TrimEnd('.');
        return step switch
        {
            Outcome.ConnectDns => $"The name {address.IdnHost} could not be resolved: {why}.",
            Outcome.ConnectTcp => $"No connection to {address.IdnHost}:{address.Port}: {why}.",
            _ => $"No TLS session with {address.IdnHost}: {why}.",
        };
    }

    private static string? Hint(Outcome step, Exception e) => (step, e) switch
    {
        (Outcome.ConnectDns, _) => "Check the host name in the base URL.",
        (Outcome.ConnectTcp, _) => "Check host and port; is the server running and reachable from here?",
        (Outcome.ConnectTls, AuthenticationException { InnerException: null } or IOException) => "Does this address speak https? It may want http instead.",
        (Outcome.ConnectTls, AuthenticationException) => "Its certificate may be expired, for another name, or from an authority this machine does not trust.",
        _ => null,
    };
}
