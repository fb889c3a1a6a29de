namespace GatewayDashboard.Credentials;

/// <summary>Where a key comes from, as far as a page may say.</summary>
public enum KeySource
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The vendor's environment variable.</summary>
    Environment,

    /// <summary>A file named by a setting that ends in <c>_FILE</c>.</summary>
    File,

    /// <summary>The <c>Gateways</c> section of the configuration.</summary>
    Configuration,

    /// <summary>Entered on the Settings page and stored encrypted.</summary>
    Stored,
}
