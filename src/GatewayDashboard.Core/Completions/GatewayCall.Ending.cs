using System.Diagnostics;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

internal sealed partial class GatewayCall
{
    private void EndOfStream()
    {
        if (_answer.AfterDone)
        {
            _meter.Note("data-after-done");
        }

        if (_answer.Error is { } error)
        {
            EndByStreamError(error);
        }
        else if (_answer.Exceeded is { } limit)
        {
            End(Outcome.Limit, Fault(limit));
        }
        else if (_meter.FinishReason is null && !_answer.Done)
        {
            End(_answer.StrayLines > 0 ? Outcome.Protocol : _answer.Undecodable ? Outcome.Decode : Outcome.Cut,
                Fault(_answer.StrayLines > 0 ? "The body is not a stream of server-sent events." : "The stream ended without a finish signal."));
        }
        else
        {
            if (!_answer.Done)
            {
                _meter.Note("no-done");
            }

            EndWithAnswer(Outcome.Ok);
        }
    }

    private void EndOfWhole(ReadOnlyMemory<byte> body)
    {
        if (_answer.Error is { } error)
        {
            EndByStreamError(error);
        }
        else if (_answer.Undecodable)
        {
            var html = ErrorBody.Read(body) is { IsHtml: true } page ? page : null;
            End(html is null ? Outcome.Decode : Outcome.Protocol, Fault(html is null ? "The answer is not the JSON of a completion." : $"A web page answered: {html.Message}."));
        }
        else if (_answer.Exceeded is { } limit)
        {
            End(Outcome.Limit, Fault(limit));
        }
        else
        {
            EndWithAnswer(_asksForStream ? Outcome.NotStream : Outcome.Ok);
        }
    }

    private void EndWithAnswer(Outcome whole)
    {
        var (outcome, message) = AnswerRules.Judge(_answer, _meter);
        if (outcome is Outcome.Ok or Outcome.OkLength)
        {
            outcome = whole == Outcome.NotStream ? whole : outcome;
            AnswerRules.NoteSuspicions(_answer, _meter, _request.Model);
            if (_meter.Suspect)
            {
                outcome = Outcome.Suspect;
                message = "The answer is complete but cannot be compared.";
            }
        }

        End(outcome, message is null ? null : Fault(message));
    }

    private void EndByStreamError(ErrorBody error) =>
        End(Outcome.StreamError, new CallFault(Words(error, "The gateway reported an error inside the stream."), _meter.Status, Code(error)));

    private void EndByStatus(ErrorBody body)
    {
        var status = _meter.Status!.Value;
        var outcome = status == 200 ? Outcome.Protocol : StatusRules.Judge(_connection.Gateway.Dialect, status, body);
        var hint = status == 200 ? "A sign-in page or another service may live at this address." : StatusRules.Hint(outcome, status, body);
        End(outcome, new CallFault(Words(body, $"HTTP {status}."), status, Code(body), hint, RetryAfter.Read(_meter.Headers, _room.Time.GetUtcNow())));
    }

    private void EndBy(Exception e)
    {
        if (e is OperationCanceledException && _clocks.Expired is { } phase)
        {
            EndByClock(phase);
        }
        else if (_answer.Done || _meter.FinishReason is not null)
        {
            EndOfStream();
        }
        else if (e is OperationCanceledException)
        {
            End(Outcome.Cancelled, Fault("The call was cancelled."));
        }
        else if (_trip?.Failure is { } failure)
        {
            End(_trip.Step, failure);
        }
        else
        {
            var (outcome, message) = ExchangeRules.Judge(e);
            End(outcome, Fault(message));
        }
    }

    private void EndByClock(CallPhase phase)
    {
        switch (phase)
        {
            case CallPhase.AfterDone or CallPhase.AfterFinish:
                _meter.Note("left-open");
                _done ??= _lastArrival;
                EndOfStream();
                break;
            case CallPhase.Connect:
                End(_trip!.Step, _trip.Failure ?? new CallFault(LaneConnector.Words(_trip.Step, _trip.Address, null)));
                break;
            case CallPhase.Headers:
                End(Outcome.TimeoutHeaders, Fault($"No response headers within {_trip!.HeadersLimit.TotalSeconds:0.###} s."));
                break;
            case CallPhase.FirstToken:
                End(Outcome.TimeoutFirstToken, Fault($"No token within {_limits.FirstToken.TotalSeconds:0.###} s."));
                break;
            case CallPhase.Idle:
                End(Outcome.TimeoutIdle, Fault($"No further token within {_limits.Idle.TotalSeconds:0.###} s."));
                break;
            default:
                End(Outcome.TimeoutTotal, Fault($"The call did not end within {_limits.Total.TotalSeconds:0.###} s."));
                break;
        }
    }

    private void End(Outcome outcome, CallFault? fault)
    {
        KernelClock.Check();
        var clock = _lane?.Stream?.Clock ?? _room.Options.Clock;
        if (clock == ArrivalClock.Kernel && KernelClock.Steps != _steps && _lane is not null)
        {
            _meter.Note("clock-stepped");
            outcome = outcome is Outcome.Ok or Outcome.OkLength ? Outcome.Suspect : outcome;
        }

        var complete = outcome is Outcome.Ok or Outcome.OkLength or Outcome.Suspect or Outcome.NotStream or Outcome.Filtered or Outcome.Empty;
        var measurement = _meter.Measure(_id, new CallEnding(outcome, fault)
        {
            Call = _called,
            Start = Start,
            Done = (complete ? _done : null) ?? Stopwatch.GetTimestamp(),
            Clock = clock,
            Connection = _trip?.Phases ?? new ConnectionPhases(),
            Model = _answer.Model,
            Provider = _answer.Provider,
            Fingerprint = _answer.Fingerprint,
        });
        if (measurement.Buffered)
        {
            measurement = measurement with { Notes = [.. measurement.Notes, "buffered"] };
        }

        GiveBackLane(outcome);
        _ended = true;
        _events.Add(new CallEnded(measurement.Timeline.Done, measurement));
    }

    /// <summary>A connection is used again only after a response that was read to its end and that the gateway meant.</summary>
    private void GiveBackLane(Outcome outcome)
    {
        var sound = outcome is Outcome.Ok or Outcome.OkLength or Outcome.Suspect || _meter.Status is >= 400 and < 500;
        _response?.Dispose();
        if (_lane is { } lane && sound && _bodyEnded)
        {
            _room.Lanes.Return(_key, lane);
        }
        else
        {
            _lane?.Dispose();
        }

        _lane = null;
        _response = null;
    }

    private string Words(ErrorBody body, string otherwise) =>
        body.IsHtml ? $"A web page answered: {_clean!.Clean(body.Message)}." : body.Message.Length == 0 ? otherwise : _clean!.Clean(body.Message);

    private string? Code(ErrorBody body) => body.Code is null ? null : _clean!.Clean(body.Code);

    private CallFault Fault(string message) => new(message, _meter.Status);
}
