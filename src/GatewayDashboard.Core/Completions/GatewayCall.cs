using System.Diagnostics;
using System.Net;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

/// <summary>One call from composing to its one ending. Every step leaves the events it brought in <see cref="Events"/>; no failure of the other side is thrown.</summary>
internal sealed partial class GatewayCall : IDisposable
{
    private readonly GatewayCallRoom _room;
    private readonly Connection _connection;
    private readonly CallLimits _limits;
    private readonly CompletionRequest _request;
    private readonly string _id;
    private readonly bool _asksForStream;
    private readonly CancellationToken _cancellationToken;
    private readonly CallClocks _clocks;
    private readonly CallMeter _meter = new();
    private readonly AnswerReader _answer;
    private readonly List<CompletionEvent> _events = [];

    private Func<ValueTask> _next;
    private ComposedRequest? _composed;
    private FaultText? _clean;
    private LaneTrip? _trip;
    private LaneKey _key;
    private Lane? _lane;
    private HttpResponseMessage? _response;
    private Stream? _body;
    private long _called;
    private int _steps;
    private bool _ended;

    public GatewayCall(GatewayCallRoom room, Connection connection, CompletionRequest request, string id, CallLimits limits, CancellationToken cancellationToken)
    {
        (_room, _connection, _request, _id, _limits, _cancellationToken) = (room, connection, request, id, limits, cancellationToken);
        _asksForStream = CompletionBody.AsksForStream(request);
        _answer = new AnswerReader(connection.Gateway.Dialect, limits, _meter);
        _clocks = new CallClocks(room.Time, limits.Total, cancellationToken);
        _next = SendAsync;
    }

    /// <summary>What the last step brought; used again by the next.</summary>
    public IReadOnlyList<CompletionEvent> Events => _events;

    /// <summary>Takes the next step; false when the call has ended and told so.</summary>
    public async ValueTask<bool> AdvanceAsync()
    {
        _events.Clear();
        if (_ended)
        {
            return false;
        }

        try
        {
            await _next().ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
            EndBy(e);
        }

        return true;
    }

    public void Dispose()
    {
        _response?.Dispose();
        _lane?.Dispose();
        _clocks.Dispose();
    }

    private async ValueTask SendAsync()
    {
        _called = Stopwatch.GetTimestamp();
        _composed = CompletionRequestComposer.Compose(_connection, _request, _id);
        _clean = new FaultText(_composed);
        if (_room.Egress.Refusal(_composed.Url) is { } refusal)
        {
            End(Outcome.Blocked, new CallFault(refusal));
            return;
        }

        if (_composed.Headers.FirstOrDefault(header => !HeaderRules.CanBeSent(header)) is { } header)
        {
            End(Outcome.Request, new CallFault($"The header {header.Name} holds characters that cannot be sent; only visible ASCII can.", Hint: "Enter the key or header again."));
            return;
        }

        KernelClock.Check();
        _steps = KernelClock.Steps;
        _key = LaneKey.Of(_connection, _composed);
        _lane = _room.Lanes.Lease(_key, _composed.Url);
        // A whole answer begins only when it is complete: its headers wait as long as the call may.
        _trip = new LaneTrip(_composed.Url, _limits.Connect, _asksForStream ? _limits.Headers : _limits.Total, _clocks);
        using var message = HeaderRules.Message(_composed);
        _called = Stopwatch.GetTimestamp();
        _response = await _lane.SendAsync(message, _trip, _clocks.Token).ConfigureAwait(false);

        var headers = HeaderRules.Evidence(_response, _clean);
        Tell(new HeadersReceived(_lane.Stream!.LastArrival, (int)_response.StatusCode, headers));
        _body = await _response.Content.ReadAsStreamAsync(_clocks.Token).ConfigureAwait(false);
        ChooseReading(_response);
    }

    private void ChooseReading(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        if (response.StatusCode != HttpStatusCode.OK)
        {
            _clocks.Begin(CallPhase.Headers, Stopwatch.GetTimestamp(), _limits.Idle);
            _next = status is >= 300 and < 400 ? EndByRedirectAsync : ReadRefusalAsync;
        }
        else if (response.Content.Headers.ContentEncoding.FirstOrDefault(coding => coding != "identity") is { } coding)
        {
            End(Outcome.Protocol, new CallFault($"The answer is encoded as {coding}, which was not asked for and is not unpacked.", status));
        }
        else if (type is "text/html" or "application/x-ndjson" or "application/jsonl")
        {
            _clocks.Begin(CallPhase.FirstToken, Stopwatch.GetTimestamp(), _limits.FirstToken);
            _next = ReadRefusalAsync;
        }
        else if (type == "application/json")
        {
            _clocks.Begin(CallPhase.Total, Stopwatch.GetTimestamp(), _limits.Total);
            _next = ReadWholeAsync;
        }
        else
        {
            _clocks.Begin(CallPhase.FirstToken, Start, _limits.FirstToken);
            _next = type == "text/event-stream" ? ReadStreamAsync : ReadUnnamedAsync;
        }
    }

    /// <summary>The first request byte, or the call itself where none left.</summary>
    private long Start => _lane?.Stream?.FirstWrite is > 0 and var first ? first : _called;

    private void Tell(CompletionEvent happening)
    {
        _meter.Add(happening);
        _events.Add(happening);
    }
}
