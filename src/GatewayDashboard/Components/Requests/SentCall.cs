using System.Diagnostics;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Data.Spending;
using GatewayDashboard.Live;

namespace GatewayDashboard.Components.Requests;

/// <summary>One call sent from the builder. It is read off the renderer, so that drawing never delays an arrival; the page looks in when it likes.</summary>
public sealed class SentCall : IDisposable
{
    private const int MostEvents = 500;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly List<CompletionEvent> _events = [];
    private readonly long _start = Stopwatch.GetTimestamp();

    private SentCall(Target target) => Target = target;

    /// <summary>Whom it went to.</summary>
    public Target Target { get; }

    /// <summary>How it ended, or null while it runs.</summary>
    public CallMeasurement? Ended { get; private set; }

    /// <summary>How many events arrived beyond those kept for show.</summary>
    public int Further { get; private set; }

    /// <summary>What arrived so far, at most 500 events.</summary>
    public IReadOnlyList<CompletionEvent> Events
    {
        get
        {
            lock (_lock)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>Sends it, past the ledger like every call.</summary>
    public static SentCall Start(CallGate gate, Target target, CompletionRequest request)
    {
        var call = new SentCall(target);
        _ = Task.Run(() => call.ReadAsync(gate, request));
        return call;
    }

    /// <summary>When an event arrived: from the start of the call where that is known, until then from the button.</summary>
    public TimeSpan At(CompletionEvent happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        var origin = Ended?.Timeline.Call is > 0 and var call ? call : _start;
        return Stopwatch.GetElapsedTime(origin, Math.Max(origin, happening.Ticks));
    }

    /// <summary>Ends it; it is charged what was set aside.</summary>
    public void Stop() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task ReadAsync(CallGate gate, CompletionRequest request)
    {
        await foreach (var happening in gate.StreamAsync(Target, request, CallPurpose.Builder, new CallLimits(), _stop.Token))
        {
            lock (_lock)
            {
                if (_events.Count < MostEvents)
                {
                    _events.Add(happening);
                }
                else
                {
                    Further++;
                }
            }

            Ended = (happening as CallEnded)?.Measurement ?? Ended;
        }
    }
}
