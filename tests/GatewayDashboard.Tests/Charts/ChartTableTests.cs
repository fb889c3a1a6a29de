using System.Globalization;
using GatewayDashboard.Components.Charts;

namespace GatewayDashboard.Tests.Charts;

public sealed class ChartTableTests
{
    [Fact]
    public void Csv_OfHostileNames_CannotRunAsAFormula()
    {
        var table = new ChartTable(["Gateway"], [[new("=HYPERLINK(\"http://evil.example\")")], [new("+1")], [new("@x")]]);

        Assert.Equal("Gateway\r\n\"'=HYPERLINK(\"\"http://evil.example\"\")\"\r\n'+1\r\n'@x\r\n", table.Csv());
    }

    [Fact]
    public void Csv_OfNumbers_HasFullPrecisionAndLeavesUnknownEmpty()
    {
        var table = new ChartTable(["a", "b", "c"], [[ChartCell.Number(-1.0625, Short), ChartCell.Number(null, Short), new("x,y")]]);

        Assert.Equal("a,b,c\r\n-1.0625,,\"x,y\"\r\n", table.Csv());
    }

    private static string Short(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
