using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Spending;

namespace GatewayDashboard.Core.Tests.Benchmarks;

/// <summary>Answers an executor's calls without a network and keeps what happened when.</summary>
internal sealed class ScriptedGateways
{
    private readonly ConcurrentQueue<Served> _served = new();
    private int _inFlight;
    private int _mostInFlight;

    public sealed record Served(string TargetKey, CompletionRequest Request, string RequestId, long Began, long Ended);

    /// <summary>How long an answer takes.</summary>
    public TimeSpan Takes { get; init; } = TimeSpan.FromMilliseconds(15);

    /// <summary>How the n-th call of a target ends, n from 1.</summary>
    public Func<string, int, (Outcome Outcome, CallFault? Fault)> Ending { get; init; } = (_, _) => (Outcome.Ok, null);

    public IReadOnlyList<Served> Calls => [.. _served];

    public int MostInFlight => _mostInFlight;

    public static Target Target(string id, string? origin = null, Provenance provenance = Provenance.Measured) => new(
        new()
        {
            Gateway = new() { Id = id, Name = id.ToUpperInvariant(), Kind = GatewayKind.Custom },
            BaseUrl = new(origin ?? $"https://{id}.example/v1"),
            Provenance = provenance,
        },
        new(id, "m", new("llama-3.1-8b", "")));

    public static ReserveBlock Permits { get; } = (calls, _) => ValueTask.FromResult(BlockPermits.Granted(calls.Select(call => new CallPermit(call.Id, 0))));

    public async IAsyncEnumerable<CompletionEvent> StreamAsync(
        Target target, CompletionRequest request, CallPermit permit, CallLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        lock (_served)
        {
            _mostInFlight = Math.Max(_mostInFlight, ++_inFlight);
        }

        var cancelled = false;
        try
        {
            await Task.Delay(Takes, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            cancelled = true;
        }

        lock (_served)
        {
            _inFlight--;
        }

        var ended = Stopwatch.GetTimestamp();
        _served.Enqueue(new(target.Key, request, permit.RequestId, began, ended));
        var (outcome, fault) = cancelled ? (Outcome.Cancelled, null) : Ending(target.Key, _served.Count(served => served.TargetKey == target.Key));
        yield return new CallEnded(ended, new()
        {
            RequestId = permit.RequestId,
            Outcome = outcome,
            Fault = fault,
            Clock = ArrivalClock.User,
            Timeline = new() { Scheduled = began, Call = began, Start = began, Done = ended },
        });
    }
}
