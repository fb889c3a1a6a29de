using System.Globalization;
using GatewayDashboard.Components.Parts;

namespace GatewayDashboard.Tests.Parts;

public sealed class UnitsTests
{
    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.06, "0.06 ms")]
    [InlineData(4.2, "4.2 ms")]
    [InlineData(842.4, "842 ms")]
    [InlineData(999.6, "1.00 s")] // never "1000 ms"
    [InlineData(3_840, "3.84 s")]
    [InlineData(9_996, "10.0 s")]
    [InlineData(41_200, "41.2 s")]
    [InlineData(125_000, "2:05 min")]
    [InlineData(3_725_000, "1:02:05 h")]
    [InlineData(-12, "−12 ms")]
    public void Duration_OfAnySize_HasTheDigitsThatMeanSomething(double milliseconds, string expected) =>
        Assert.Equal(expected, Plain(Units.Milliseconds(milliseconds)));

    [Theory]
    [InlineData(87.34, "87.3 tok/s")]
    [InlineData(99.96, "100 tok/s")]
    [InlineData(1412.4, "1,412 tok/s")]
    public void Speed_AboveAHundred_IsWhole(double speed, string expected) => Assert.Equal(expected, Plain(Units.Speed(speed)));

    [Theory]
    [InlineData("0", "$0.00")]
    [InlineData("12.4", "$12.40")]
    [InlineData("0.03125", "$0.0313")]
    [InlineData("0.000184", "$0.000184")]
    [InlineData("0.0000000123456", "$0.0000000123")] // no exponent, and never "$0.00"
    [InlineData("1234.5", "$1,234.50")]
    public void Cost_OfAnySize_IsNeitherZeroNorAnExponent(string usd, string expected) =>
        Assert.Equal(expected, Units.Cost(decimal.Parse(usd, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("0.15", "$0.15")]
    [InlineData("0.0375", "$0.0375")]
    [InlineData("3", "$3.00")]
    public void PricePerMillion_KeepsTwoToFourDecimals(string usd, string expected) =>
        Assert.Equal(expected, Units.PricePerMillion(decimal.Parse(usd, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0.98, "98 %")]
    [InlineData(0.0312, "3.1 %")]
    [InlineData(0.9996, "99.9 %")] // one failure in 2,500 is not "100 %"
    [InlineData(1, "100 %")]
    [InlineData(0, "0.0 %")]
    public void Percent_NearAll_IsNotAll(double share, string expected) => Assert.Equal(expected, Plain(Units.Percent(share)));

    [Theory]
    [InlineData(12, "just now")]
    [InlineData(240, "4 min ago")]
    [InlineData(10_900, "3 h ago")]
    [InlineData(100_000, "1 day ago")]
    [InlineData(2_600_000, "30 days ago")]
    public void Age_IsWrittenInItsLargestUnit(int seconds, string expected) => Assert.Equal(expected, Plain(Units.Age(TimeSpan.FromSeconds(seconds))));

    [Theory]
    [InlineData(980, "980")]
    [InlineData(12_480, "12.5k")]
    [InlineData(999_960, "1M")]
    public void ShortCount_ForAChip_IsShort(long count, string expected) => Assert.Equal(expected, Units.ShortCount(count));

    [Fact]
    public void Ratio_HasOneDecimal() => Assert.Equal("3.1×", Units.Ratio(3.07));

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
