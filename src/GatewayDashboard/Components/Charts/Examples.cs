using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Theming;

namespace GatewayDashboard.Components.Charts;

/// <summary>Made-up figures for the page that explains the charts.</summary>
internal static class Examples
{
    /// <summary>Two close gateways, one slower, one with an outlier, one that never answered.</summary>
    public static IReadOnlyList<IntervalRow> Intervals { get; } =
    [
        Row("Gateway A", "groq", 131, 128, 135, [126, 128, 128, 129, 130, 131, 131, 132, 134, 135, 138, 140]),
        Row("Gateway B", "sambanova", 133, 129, 138, [125, 129, 129, 130, 132, 133, 133, 135, 137, 138, 141, 152]),
        Row("Gateway C", "openrouter", 402, 389, 421, [371, 389, 390, 395, 400, 401, 403, 410, 418, 421, 440, 466]),
        Row("Gateway D", "together", 431, 420, 447, [402, 420, 421, 425, 429, 430, 432, 437, 441, 447, 460, 905]),
        new("Gateway E", GatewayLook.Of("aimlapi"), 0, null, null, null) { Provenance = Provenance.Simulated },
    ];

    /// <summary>Two gateways whose total time grows with what they write.</summary>
    public static IReadOnlyList<ScatterSeries> Scatter { get; } =
    [
        new("Gateway A", GatewayLook.Of("groq"), [new(420, 1100), new(510, 1240), new(640, 1460), new(720, 1650), new(905, 1990)]),
        new("Gateway C", GatewayLook.Of("openrouter"), [new(380, 4100), new(450, 4700), new(560, 6050), new(690, 7100), new(840, 8800)]),
    ];

    /// <summary>Ten days with two missing.</summary>
    public static IReadOnlyList<TimeBandSeries> History { get; } =
    [
        new("Gateway A", GatewayLook.Of("groq"), [.. Days(131, 133, 128, 135, null, null, 140, 138, 131, 130)]),
        new("Gateway C", GatewayLook.Of("openrouter"), [.. Days(402, 398, 410, 455, null, null, 470, 420, 405, 401)]),
    ];

    /// <summary>A reasoning answer beside a plain one.</summary>
    public static IReadOnlyList<TimingRow> Timing { get; } =
    [
        new("Gateway C", GatewayLook.Of("openrouter"), [new(TimingPhase.Connect, 60), new(TimingPhase.Wait, 340), new(TimingPhase.Thinking, 900), new(TimingPhase.Answer, 2_540)]),
        new("Gateway A", GatewayLook.Of("groq"), [new(TimingPhase.Connect, 40), new(TimingPhase.Wait, 90), new(TimingPhase.Answer, 700)]),
    ];

    /// <summary>A month's cost on two gateways.</summary>
    public static IReadOnlyList<BarRow> Costs { get; } =
    [
        new("Gateway A", [new("Input", 12, "$12.00"), new("Output", 30, "$30.00")], "$42.00"),
        new("Gateway C", [new("Input", 18, "$18.00"), new("Output", 44, "$44.00"), new("Fee", 3.4, "$3.40")], "$65.40"),
    ];

    /// <summary>Quarters of two days.</summary>
    public static IReadOnlyList<HeatRow> Heat { get; } =
    [
        new("Monday", [new(131, "131 ms", 24), new(140, "140 ms", 24), new(402, "402 ms", 24), new(260, "260 ms", 3)]),
        new("Tuesday", [new(128, "128 ms", 24), new(null, "–", 0), new(371, "371 ms", 24), new(190, "190 ms", 24)]),
    ];

    private static IEnumerable<TimeBandPoint> Days(params double?[] medians) =>
        medians.Select((median, day) => new TimeBandPoint(new DateTimeOffset(2026, 11, 1 + day, 6, 0, 0, TimeSpan.Zero), median, median * 0.95, median * 1.07, median is null ? 0 : 24));

    private static IntervalRow Row(string name, string look, double median, double low, double high, double[] samples) =>
        new(name, GatewayLook.Of(look), samples.Length, median, low, high) { Samples = samples, Provenance = Provenance.Simulated };
}
