using CsCheck;
using GatewayDashboard.Components.Charts;

namespace GatewayDashboard.Tests.Charts;

public sealed class AxisScaleTests
{
    [Theory]
    [InlineData(842, 1000, 5)]
    [InlineData(131, 150, 6)]
    [InlineData(1000, 1000, 5)]
    [InlineData(0, 1, 1)]
    public void Scale_OfALargestValue_EndsOnARoundStep(double largest, double max, int ticks) =>
        Assert.Equal(new AxisScale(max, ticks), AxisScale.For(largest));

    [Fact]
    public void Scale_OfAnyValue_HoldsItWithAtMostSixSteps() =>
        Gen.Double[1e-6, 1e9].Sample(largest =>
        {
            var scale = AxisScale.For(largest);
            return scale.Max >= largest * (1 - 1e-12) && scale.Ticks is >= 1 and <= 6;
        });
}
