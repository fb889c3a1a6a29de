using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Spending;
using GatewayDashboard.Data.Spending;
using GatewayDashboard.Live;

namespace GatewayDashboard.Playground;

/// <summary>Sends prompts to panes and pumps what comes back into their answers, off every page.</summary>
public sealed partial class PlaygroundRunner(CallGate gate, CurrentPrices prices, PaneTargets targets, SessionKeeper keeper, ILogger<PlaygroundRunner> logger)
{
    private const int WarmUpTokens = 16;

    private static readonly CallLimits s_limits = new() { TextBytes = 1 << 20 };

    /// <summary>Sends a prompt to all panes, or to one, and returns at once. Panes at work are left alone.</summary>
    /// <returns>Ends with the last answer; it never fails.</returns>
    public Task Send(PlaygroundSession session, Prompt prompt, Pane? only = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        List<Pane> panes = [.. (only is null ? session.Panes : [only]).Where(pane => !pane.Running)];
        if (panes.Count == 0)
        {
            return Task.CompletedTask;
        }

        var options = session.Options;
        var lanes = panes.Select(pane => Plan(session, pane, prompt, Math.Clamp(options.Repeats, 1, RunOptions.MostRepeats))).ToArray();
        session.Say($"Sent to {panes.Count} {(panes.Count == 1 ? "gateway" : "gateways")}");
        if (options.RandomOrder)
        {
            Random.Shared.Shuffle(lanes);
        }

        return Task.Run(() => RunAsync(session, lanes, options));
    }

    /// <summary>Sends a pane's last prompt again, in place of what it got.</summary>
    public Task Retry(PlaygroundSession session, Pane pane)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(pane);
        if (pane.Running || pane.Last is not { } last)
        {
            return Task.CompletedTask;
        }

        pane.Turns = pane.Turns.RemoveAt(pane.Turns.Count - 1);
        return Send(session, last.Prompt, pane);
    }

    private Lane Plan(PlaygroundSession session, Pane pane, Prompt prompt, int repeats)
    {
        var target = targets.Find(pane.Setup);
        var request = Conversation.Request(session, pane, prompt);
        var turn = new Turn(prompt, [.. Enumerable.Range(0, repeats).Select(_ => new Answer(target, request, pane.Touch))]);
        pane.Turns = pane.Turns.Add(turn);
        pane.Touch();
        return new(pane, turn);
    }

    private async Task RunAsync(PlaygroundSession session, Lane[] lanes, RunOptions options)
    {
        try
        {
            if (options.WarmUp)
            {
                await Task.WhenAll(lanes.Select(WarmUpAsync));
            }

            if (options.Sequential)
            {
                // Repeat by repeat, so that a gateway's bad minute meets all of them alike.
                for (var repeat = 0; repeat < lanes.Max(lane => lane.Turn.Answers.Count); repeat++)
                {
                    foreach (var lane in lanes)
                    {
                        await AnswerAsync(session, lane, lane.Turn.Answers[repeat]);
                    }
                }
            }
            else
            {
                // A gateway and another that stands in front of it share a line: together they would slow each other down.
                await Task.WhenAll(lanes.GroupBy(Line).SelectMany(Apart).Select(async together =>
                {
                    foreach (var (lane, answer) in together.SelectMany(lane => lane.Turn.Answers.Select(answer => (lane, answer))))
                    {
                        await AnswerAsync(session, lane, answer);
                    }
                }));
            }
        }
        finally
        {
            foreach (var answer in lanes.SelectMany(lane => lane.Turn.Answers).Where(answer => !answer.Ended))
            {
                answer.Skip("Not sent: something before it failed.");
            }

            session.Say(Summary(lanes));
        }

        await KeepAsync(session);
    }

    private async Task KeepAsync(PlaygroundSession session)
    {
        try
        {
            await keeper.KeepAsync(session);
        }
        catch (Exception exception)
        {
            NotKept(logger, exception);
        }
    }

    private async Task AnswerAsync(PlaygroundSession session, Lane lane, Answer answer)
    {
        if (answer.Target is not { } target)
        {
            answer.Skip($"{targets.Name(lane.Pane.Setup.GatewayId)} is not set up. Add its key under Settings.");
            return;
        }

        try
        {
            answer.Stopping.Token.ThrowIfCancellationRequested();
            answer.Begin();
            await foreach (var part in gate.StreamAsync(target, answer.Request, CallPurpose.Playground, s_limits, answer.Stopping.Token))
            {
                if (part is CallEnded ended)
                {
                    var measurement = ended.Measurement.WithNormalisedTokens();
                    answer.End(measurement, CallPricing.Cost(prices.Value, target, measurement));
                    session.Say($"{target.Connection.DisplayName}: {(measurement.Succeeded ? "finished" : "ended, " + OutcomeWords.Of(measurement.Outcome))}");
                }
                else
                {
                    answer.Take(part);
                }
            }
        }
        catch (OperationCanceledException) when (answer.Stopping.IsCancellationRequested)
        {
            if (!answer.Ended)
            {
                answer.Skip("Stopped before it was sent.");
            }
        }
        catch (Exception exception)
        {
            Failed(logger, exception, target.Key);
            answer.Skip("Our own storage or program failed; the server's log says how.");
        }
    }

    private async Task WarmUpAsync(Lane lane)
    {
        if (lane.Turn.Answers[0] is not { Target: { } target } first)
        {
            return;
        }

        try
        {
            var request = first.Request with { Messages = [ChatMessage.User("Say OK.")], MaxTokens = WarmUpTokens, Extra = null };
            await gate.SendAsync(target, request, CallPurpose.Playground, s_limits, first.Stopping.Token);
        }
        catch (OperationCanceledException) when (first.Stopping.IsCancellationRequested)
        {
            // Stopped during the warm-up: the answers see it, too.
        }
    }

    private static string Line(Lane lane) => lane.Turn.Answers[0].Target is { } target ? target.Connection.InFrontOf ?? target.Offer.GatewayId : "";

    private static IEnumerable<Lane[]> Apart(IEnumerable<Lane> line)
    {
        Lane[] lanes = [.. line];
        return lanes.DistinctBy(lane => lane.Pane.Setup.GatewayId).Count() > 1 && lanes[0].Turn.Answers[0].Target is not null ? [lanes] : lanes.Select(lane => new[] { lane });
    }

    private static string Summary(Lane[] lanes)
    {
        var answers = lanes.SelectMany(lane => lane.Turn.Answers).ToList();
        var whole = answers.Count(answer => answer.Measurement is { Succeeded: true });
        return $"All finished: {whole} of {answers.Count} answered";
    }

    [LoggerMessage(EventId = 41, Level = LogLevel.Error, Message = "A playground call to {Target} failed on our side")]
    private static partial void Failed(ILogger logger, Exception exception, string target);

    [LoggerMessage(EventId = 42, Level = LogLevel.Error, Message = "A playground session could not be kept in the history")]
    private static partial void NotKept(ILogger logger, Exception exception);

    private sealed record Lane(Pane Pane, Turn Turn);
}
