using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Credentials;

/// <summary>How one gateway stands at the moment: what can be called, where its key comes from, what is missing.</summary>
public sealed record GatewayStatus
{
    /// <summary>The gateway, with the dialect in force.</summary>
    public required Gateway Gateway { get; init; }

    /// <summary>The connection to the real thing; null where it is not set up, disabled or broken.</summary>
    public Connection? Live { get; init; }

    /// <summary>The connection to its simulated twin; null where the simulator does not play it.</summary>
    public Connection? Simulated { get; init; }

    /// <summary>Where its key comes from.</summary>
    public KeySource KeySource { get; init; }

    /// <summary>The key's last four characters, or empty.</summary>
    public string LastFour { get; init; } = "";

    /// <summary>Whether it may be called; false where it was disabled.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether its address was changed from the vendor's, on the page or in configuration.</summary>
    public bool AddressIsOwn { get; init; }

    /// <summary>What is wrong and what to do, in a sentence; null where nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>What is called when this gateway is named: the real thing where it is set up, else its simulated twin.</summary>
    public Connection? Current => Live ?? Simulated;

    /// <summary>In a word or two, as pages show it.</summary>
    public string Word => this switch
    {
        { Gateway.Kind: GatewayKind.NotCallable } => "Not callable",
        { Enabled: false } => "Disabled",
        { Problem: not null } => "Needs attention",
        { Live: not null } => "Ready",
        { Simulated: not null } => "Simulated",
        _ => "Not set up",
    };
}
