using System.Runtime.CompilerServices;

namespace GatewayDashboard.BrowserTests;

internal static class ModuleSetup
{
    // The factory looks for its manifest in the current directory, which is not always the test's own.
    [ModuleInitializer]
    internal static void NameContentRoot() => Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_GATEWAYDASHBOARD", AppContext.BaseDirectory);
}
