using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using GatewayDashboard.Simulator.Answers;
using GatewayDashboard.Simulator.Journals;
using GatewayDashboard.Simulator.Profiles;
using GatewayDashboard.Simulator.Serving;

namespace GatewayDashboard.Simulator;

/// <summary>OpenAI-compatible gateways on one loopback socket: real HTTP and real event streams, with latencies drawn from profiles.</summary>
public sealed class SimulatedGateways : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly Router _router;
    private readonly Sender _sender = new();
    private readonly ConcurrentDictionary<Connection, byte> _connections = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly JournalFile? _file;
    private readonly int _maxConnections;
    private readonly Task _accepting;
    private bool _disposed;

    private SimulatedGateways(SimulatorOptions options, Socket listener)
    {
        _listener = listener;
        _maxConnections = options.MaxConnections;
        Journal = new Journal(options.JournalCapacity, options.JournalStamps);
        _file = options.JournalFile is null ? null : new JournalFile(options.JournalFile, Journal);
        _router = new Router(Journal, new AnswerDesk(options.Seed, new Pace(options.TimeScale)));
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}");
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Where they listen, without a path.</summary>
    public Uri Address { get; }

    /// <summary>The ids of all simulated gateways.</summary>
    public static IReadOnlyList<string> Gateways { get; } = [.. GatewayProfiles.All.Select(profile => profile.GatewayId)];

    /// <summary>What happened, by the simulator's own clock.</summary>
    public Journal Journal { get; }

    /// <summary>Starts listening and returns when requests are answered.</summary>
    /// <exception cref="SimulatorStartException">An option is out of range, the port is in use or the journal file cannot be written; the message says what to change.</exception>
    public static async Task<SimulatedGateways> StartAsync(SimulatorOptions options, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(options);
        if (!(options.TimeScale > 0 && double.IsFinite(options.TimeScale)))
        {
            throw new SimulatorStartException("The time scale must be a number above 0.");
        }

        var listener = Listen(options.Port);
        try
        {
            var gateways = new SimulatedGateways(options, listener);
            await WarmUp.RunAsync(gateways.Address, cancellationToken).ConfigureAwait(false);
            return gateways;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            listener.Dispose();
            throw new SimulatorStartException($"The journal file {options.JournalFile} cannot be written: {failure.Message}", failure);
        }
    }

    /// <summary>The base URL to configure for one gateway; requests go to <c>/chat/completions</c> and <c>/models</c> under it.</summary>
    /// <exception cref="ArgumentException">There is no simulated gateway of that id.</exception>
    public Uri BaseUrl(string gatewayId) => Gateways.Contains(gatewayId)
        ? new Uri(Address, $"/{gatewayId}/v1")
        : throw new ArgumentException($"There is no simulated gateway '{gatewayId}'.", nameof(gatewayId));

    private static Socket Listen(int port)
    {
        if (port is < 0 or > 65535)
        {
            throw new SimulatorStartException($"Port {port} does not exist: choose one from 1 to 65535, or 0 for any free one.");
        }

        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            listener.Listen(512);
            return listener;
        }
        catch (SocketException failure)
        {
            listener.Dispose();
            throw new SimulatorStartException(
                failure.SocketErrorCode == SocketError.AddressAlreadyInUse
                    ? $"Port {port} is in use: choose another one, or 0 for any free one."
                    : $"Port {port} cannot be opened: {failure.Message}.",
                failure);
        }
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptAsync(_stopping.Token).ConfigureAwait(false);
                if (_connections.Count >= _maxConnections)
                {
                    socket.Dispose();
                    continue;
                }

                var connection = new Connection(socket, _router, _sender);
                _connections[connection] = 0;
                connection.Start(ended => _connections.TryRemove(ended, out _));
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // One connection failed before it began; the next may be sound.
            }
        }
    }

    /// <summary>Stops listening, ends all streams and closes the journal file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _stopping.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        _sender.Dispose();
        foreach (var connection in _connections.Keys)
        {
            connection.Stop();
        }

        if (_file is not null)
        {
            await _file.DisposeAsync().ConfigureAwait(false);
        }

        _stopping.Dispose();
    }
}
