namespace GatewayDashboard.Tests.Runs;

/// <summary>Tests of exactness run after all others of the assembly, so that they do not measure their neighbours.</summary>
[CollectionDefinition(nameof(Undisturbed), DisableParallelization = true)]
public sealed class Undisturbed;
