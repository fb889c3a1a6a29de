using GatewayDashboard.Core.Completions;

namespace GatewayDashboard.Core.Spending;

/// <summary>What the ledger charges for a call that ended: never less than the gateway may bill.</summary>
/// <param name="State"><see cref="CallState.Settled"/>, or <see cref="CallState.Void"/> where nothing was sent.</param>
/// <param name="Usd">The charge.</param>
public readonly record struct CallCharge(CallState State, decimal Usd)
{
    /// <summary>The charge of a call.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="reservedUsd">The worst case that was set aside.</param>
    /// <param name="costUsd">What it cost by usage and price, or null where that is unknown.</param>
    /// <param name="sawToken">Whether any token arrived.</param>
    public static CallCharge Of(Outcome outcome, decimal reservedUsd, decimal? costUsd, bool sawToken) => outcome switch
    {
        Outcome.ConnectDns or Outcome.ConnectTcp or Outcome.ConnectTls or Outcome.Blocked or Outcome.Budget => new(CallState.Void, 0),
        Outcome.Auth or Outcome.Account or Outcome.Model or Outcome.Request or Outcome.RateLimited or Outcome.Redirect => new(CallState.Settled, costUsd ?? 0),
        Outcome.Overloaded or Outcome.Server when !sawToken => new(CallState.Settled, costUsd ?? 0),
        Outcome.Ok or Outcome.OkLength or Outcome.Filtered or Outcome.Empty or Outcome.NotStream or Outcome.Suspect or Outcome.StreamError =>
            new(CallState.Settled, costUsd ?? reservedUsd),
        // The end was not seen, so usage so far is a lower bound only.
        _ => new(CallState.Settled, Math.Max(costUsd ?? 0, reservedUsd)),
    };
}
