using System.Runtime.CompilerServices;

namespace GatewayDashboard.Tests.Host;

public sealed class LicenceTests
{
    // From 5.0 on the chart library's licence is another one; an upgrade has to be a decision.
    [Fact]
    public void ChartLibrary_AsInstalled_IsUnderTheMitLicence()
    {
        var licence = Path.Combine(AssetsFolder(), "node_modules", "apexcharts", "LICENSE");
        Assert.SkipUnless(File.Exists(licence), "The web assets were bundled elsewhere (BundleWebAssets=false); node_modules is not here.");

        Assert.Equal("The MIT License (MIT)", File.ReadLines(licence).First().Trim());
    }

    [Fact]
    public void ChartLibrary_AsAskedFor_IsAnExactVersion() =>
        Assert.Contains("\"apexcharts\": \"4.7.0\"", File.ReadAllText(Path.Combine(AssetsFolder(), "package.json")), StringComparison.Ordinal);

    private static string AssetsFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "wwwroot-assets"));
}
