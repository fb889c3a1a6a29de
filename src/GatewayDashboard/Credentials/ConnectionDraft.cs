namespace GatewayDashboard.Credentials;

/// <summary>A connection as entered on the Settings page. Secrets are only ever written: null keeps what is stored.</summary>
public sealed record ConnectionDraft
{
    /// <summary>The gateway's id; empty for a new one of one's own.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name of a gateway of one's own.</summary>
    public string? Name { get; init; }

    /// <summary>The address, or empty for the vendor's.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>A new key, or null to keep the stored one.</summary>
    public string? Key { get; init; }

    /// <summary>Whether the stored key goes.</summary>
    public bool RemoveKey { get; init; }

    /// <summary>The name of a header to send besides, or empty.</summary>
    public string? HeaderName { get; init; }

    /// <summary>Its new value, or null to leave headers as they are.</summary>
    public string? HeaderValue { get; init; }

    /// <summary>The gateway it stands in front of, or empty.</summary>
    public string? InFrontOf { get; init; }

    /// <summary>Whether it may be called.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether the user allows this exact host and port though it is not public https.</summary>
    public bool AllowAddress { get; init; }

    /// <summary>Never shows the key.</summary>
    public override string ToString() => $"connection {Id} at {BaseUrl}";
}
