namespace GatewayDashboard.Core.Measurement;

/// <summary>Where a figure comes from. Figures of different provenance never share a series, a ranking or an average.</summary>
public enum Provenance
{
    /// <summary>Measured here against the vendor's own address.</summary>
    Measured,

    /// <summary>Measured here against an address the user put in the vendor's place.</summary>
    CustomAddress,

    /// <summary>Measured here against a built-in simulated gateway.</summary>
    Simulated,

    /// <summary>Reported by the gateway (usage, cost, timings).</summary>
    Reported,

    /// <summary>Estimated by us (tokens by a tokenizer, cost by a price list).</summary>
    Estimated,

    /// <summary>Published by somebody else.</summary>
    Published,

    /// <summary>Not known; shown as a dash with the reason.</summary>
    Unknown,
}
