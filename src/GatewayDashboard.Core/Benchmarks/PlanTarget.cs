using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>What a plan needs to know of a target.</summary>
/// <param name="Key">The target's key, unique in the run.</param>
/// <param name="SharingGroup">Targets with the same group share an upstream or an origin and go one after another inside a block.</param>
public sealed record PlanTarget(string Key, string SharingGroup)
{
    /// <summary>
    /// Groups targets: the same origin, or one standing in front of the other or of the same third, is one group.
    /// Simulated gateways are told apart by their path, because one listener plays them all.
    /// </summary>
    public static IReadOnlyList<PlanTarget> From(IReadOnlyList<Target> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var groups = targets.Select(target => Address(target.Connection)).ToArray();
        for (var i = 0; i < targets.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (ShareUpstream(targets[i].Connection, targets[j].Connection))
                {
                    Join(groups, groups[i], groups[j]);
                }
            }
        }

        return [.. targets.Select((target, i) => new PlanTarget(target.Key, groups[i]))];
    }

    private static string Address(Connection connection) =>
        connection.Provenance == Provenance.Simulated ? connection.BaseUrl.AbsoluteUri.TrimEnd('/') : connection.Origin;

    private static bool ShareUpstream(Connection one, Connection other) =>
        string.Equals(one.Gateway.Id, other.Gateway.Id, StringComparison.Ordinal)
        || (one.InFrontOf is not null && (one.InFrontOf == other.Gateway.Id || one.InFrontOf == other.InFrontOf))
        || (other.InFrontOf is not null && other.InFrontOf == one.Gateway.Id);

    private static void Join(string[] groups, string one, string other)
    {
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i] == other)
            {
                groups[i] = one;
            }
        }
    }
}
