namespace GatewayDashboard.Core.Pricing;

/// <summary>How old a price is and what that is worth.</summary>
/// <param name="Days">Whole days since it was read; never negative.</param>
/// <param name="Origin">How it was read, which decides the wording.</param>
public sealed record PriceAge(int Days, PriceOrigin Origin)
{
    /// <summary>More days than this and the price wants a look.</summary>
    public const int CheckAfterDays = 30;

    /// <summary>More days than this and it is still computed, but may not win "cheapest" unless asked.</summary>
    public const int StaleAfterDays = 90;

    /// <summary>Older than 30 days.</summary>
    public bool WantsCheck => Days > CheckAfterDays;

    /// <summary>Older than 90 days.</summary>
    public bool IsStale => Days > StaleAfterDays;

    /// <summary>The badge's words, for example <c>checked 12 days ago</c>.</summary>
    public string Text => Origin switch
    {
        PriceOrigin.ModelsList when Days == 0 => "today",
        PriceOrigin.Override when Days == 0 => "own, today",
        PriceOrigin.Override => $"own, {DayCount}",
        _ when IsStale => $"stale, {DayCount}",
        _ when WantsCheck => $"check, {DayCount}",
        PriceOrigin.ModelsList => DayCount,
        _ => Days == 0 ? "checked today" : $"checked {DayCount} ago",
    };

    private string DayCount => Days == 1 ? "1 day" : $"{Days} days";

    /// <summary>The age of a price on a day; a date in the future counts as read today.</summary>
    public static PriceAge Of(ModelPrice price, DateOnly today) =>
        new(Math.Max(0, today.DayNumber - price.RetrievedOn.DayNumber), price.Origin);
}
