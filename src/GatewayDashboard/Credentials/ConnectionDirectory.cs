using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;
using GatewayDashboard.Core.Secrets;
using GatewayDashboard.Live;

namespace GatewayDashboard.Credentials;

/// <summary>
/// The connections in force, from catalogue, configuration and Settings. A gateway without a key is played by the simulator and turns live the
/// moment its key is there. Reading is free of locks: a change swaps one immutable list and raises <see cref="Subjects.Connections"/>.
/// </summary>
public sealed class ConnectionDirectory
{
    private readonly IConfiguration _configuration;
    private readonly Func<string, Uri?> _simulated;
    private readonly EgressPolicy _egress;
    private readonly ChangeSignal _changes;
    private readonly SecretVault? _vault;
    private readonly Lock _rebuilding = new();
    private readonly HashSet<Uri> _allowed = [];
    private IReadOnlyList<StoredGateway> _stored = [];
    private IReadOnlyList<Uri> _allowedByUser = [];
    private volatile IReadOnlyList<GatewayStatus> _statuses = [];

    /// <summary>Reads configuration at once; what was stored comes with <see cref="Take"/>.</summary>
    /// <param name="configuration">The host's configuration, environment variables included.</param>
    /// <param name="simulatedBaseUrl">Where the simulator plays that gateway, or null where it does not.</param>
    /// <param name="egress">Is told which addresses the user or the operator allowed.</param>
    /// <param name="changes">Is raised when the list changes.</param>
    /// <param name="vault">Opens stored keys; null where there is no master key, then they must be entered again.</param>
    public ConnectionDirectory(IConfiguration configuration, Func<string, Uri?> simulatedBaseUrl, EgressPolicy egress, ChangeSignal changes, SecretVault? vault = null)
    {
        _configuration = configuration;
        _simulated = simulatedBaseUrl;
        _egress = egress;
        _changes = changes;
        _vault = vault;
        Rebuild();
    }

    /// <summary>Every gateway and how it stands: the catalogue's order, then custom ones, then the simulator's teaching ones.</summary>
    public IReadOnlyList<GatewayStatus> Statuses => _statuses;

    /// <summary>One connection per callable gateway: the real one where it is set up, else its simulated twin.</summary>
    public IReadOnlyList<Connection> Current => [.. _statuses.Select(status => status.Current).OfType<Connection>()];

    /// <summary>The real ones alone.</summary>
    public IReadOnlyList<Connection> Live => [.. _statuses.Select(status => status.Live).OfType<Connection>()];

    /// <summary>The simulated ones alone, there whatever keys are set: a run is wholly live or wholly simulated.</summary>
    public IReadOnlyList<Connection> Simulated => [.. _statuses.Select(status => status.Simulated).OfType<Connection>()];

    /// <summary>How the gateway of that id stands, or null where there is none.</summary>
    public GatewayStatus? Find(string gatewayId) =>
        _statuses.FirstOrDefault(status => string.Equals(status.Gateway.Id, gatewayId, StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes what the Settings page stored in place of what was stored before.</summary>
    /// <param name="stored">All stored connections.</param>
    /// <param name="allowed">Addresses outside public https that the user allowed.</param>
    public void Take(IReadOnlyList<StoredGateway> stored, IReadOnlyList<Uri> allowed)
    {
        lock (_rebuilding)
        {
            _stored = stored;
            _allowedByUser = allowed;
        }

        Rebuild();
    }

    /// <summary>Reads configuration and simulator again, for when either has changed.</summary>
    public void Rebuild()
    {
        lock (_rebuilding)
        {
            _statuses = Statused();
            Allow();
        }

        _changes.Raise(Subjects.Connections);
    }

    private List<GatewayStatus> Statused()
    {
        IEnumerable<Gateway> own = ConfiguredGateway.OwnIds(_configuration)
            .Union(_stored.Select(stored => stored.Id).Where(id => GatewayCatalogue.Find(id) is null), StringComparer.OrdinalIgnoreCase)
            .Select(id => GatewayCatalogue.Find("custom")! with { Id = id, Name = id });
        List<GatewayStatus> statuses = [];
        foreach (Gateway gateway in GatewayCatalogue.All.Concat(own))
        {
            StoredGateway? stored = _stored.FirstOrDefault(row => string.Equals(row.Id, gateway.Id, StringComparison.OrdinalIgnoreCase));
            ConfiguredGateway configured = ConfiguredGateway.Read(_configuration, gateway.Id, gateway.KeyVariable);
            statuses.Add(new ConnectionBuilder(gateway, configured, stored, _vault).Build(Simulate(gateway)));
        }

        statuses.AddRange(GatewayCatalogue.Teaching.Select(gateway => new GatewayStatus { Gateway = gateway, Simulated = Simulate(gateway) }).Where(status => status.Simulated is not null));
        return statuses;
    }

    private Connection? Simulate(Gateway gateway) => _simulated(gateway.Id) is { } address
        ? new Connection { Gateway = gateway, BaseUrl = address, Provenance = Provenance.Simulated, Key = gateway.KeyVariable is null ? null : new Secret("simulated-no-key") }
        : null;

    // What the operator wrote in configuration is meant; what was typed on a page counts only where the user also allowed it.
    private void Allow()
    {
        IEnumerable<Uri> configured = _configuration.GetSection(ConfiguredGateway.Section).GetChildren()
            .Select(section => GatewayAddress.Read(section["BaseUrl"]).Address).OfType<Uri>();
        IEnumerable<Uri> simulated = _statuses.Select(status => status.Simulated?.BaseUrl).OfType<Uri>();
        HashSet<Uri> allowed = [.. configured.Concat(simulated).Concat(_allowedByUser).Select(address => new Uri(address.GetLeftPart(UriPartial.Authority)))];
        foreach (Uri gone in _allowed.Except(allowed))
        {
            _egress.Revoke(gone);
        }

        foreach (Uri added in allowed.Except(_allowed))
        {
            _egress.Allow(added);
        }

        _allowed.Clear();
        _allowed.UnionWith(allowed);
    }
}
