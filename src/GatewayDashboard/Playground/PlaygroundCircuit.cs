using Microsoft.AspNetCore.Components.Server.Circuits;

namespace GatewayDashboard.Playground;

/// <summary>
/// One browser tab's hold on its session. A closed tab disposes no component for minutes, so the hold follows the connection: it is let go when the
/// connection is lost and taken again when it comes back.
/// </summary>
public sealed class PlaygroundCircuit(PlaygroundSessions sessions) : CircuitHandler, IDisposable
{
    private readonly Lock _gate = new();
    private PlaygroundSession? _session;
    private IDisposable? _hold;

    /// <summary>The session this tab had open last, or null: a bare link to the playground goes back to it.</summary>
    public string? LastId { get; private set; }

    /// <summary>Holds a session for as long as the tab shows it.</summary>
    public void Hold(PlaygroundSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        lock (_gate)
        {
            var former = _hold;
            _session = session;
            _hold = sessions.Lease(session);
            LastId = session.Id;
            former?.Dispose();
        }
    }

    /// <summary>Lets go: the tab shows another page.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _session = null;
            _hold?.Dispose();
            _hold = null;
        }
    }

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _hold?.Dispose();
            _hold = null;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_session is not null && _hold is null)
            {
                _hold = sessions.Lease(_session);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => Release();
}
