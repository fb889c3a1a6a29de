namespace GatewayDashboard.Simulator.Faults;

/// <summary>All faults the simulator can play, by name: model <c>fault/D14?at=3</c> or header <c>X-Simulate: fault=D14&amp;at=3</c>.</summary>
public static class FaultCatalogue
{
    /// <summary>Every fault, in the order of the catalogue.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        .. TransportFaults.All,
        .. RefusalFaults.All,
        .. HeaderFaults.All,
        .. FramingFaults.All,
        .. EndingFaults.All,
        .. JsonFaults.All,
        .. TimingFaults.All,
        .. MeaningFaults.All,
        .. UsageFaults.All,
    ];

    private static readonly Dictionary<string, Fault> ById = All.ToDictionary(fault => fault.Id);

    /// <summary>The fault with this id, or null.</summary>
    public static Fault? Find(string id) => ById.GetValueOrDefault(id);
}
