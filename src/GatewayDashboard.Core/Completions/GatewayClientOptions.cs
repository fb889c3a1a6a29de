using System.Net;
using System.Security.Cryptography.X509Certificates;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Completions;

/// <summary>How the streaming client works, apart from what a single call asks for.</summary>
public sealed record GatewayClientOptions
{
    /// <summary>Who is asked to hold the watch. <see cref="ArrivalClock.User"/> forces the stamp at the read's return even where the kernel could stamp.</summary>
    public ArrivalClock Clock { get; init; } = ArrivalClock.Kernel;

    /// <summary>How long an idle connection is kept. Below the 60 s after which common load balancers close theirs, so that a call is rarely the one to find out. Default 50 s.</summary>
    public TimeSpan LaneIdle { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>After <c>[DONE]</c>, how long the peer may take to end the body before the connection is dropped. Default 2 s.</summary>
    public TimeSpan AfterDone { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>After a finish reason, how long usage and <c>[DONE]</c> may take. Default 5 s.</summary>
    public TimeSpan AfterFinish { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Name resolution; null takes the machine's.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>>? Resolve { get; init; }

    /// <summary>Certificates of authorities trusted besides the machine's, for gateways behind a private one; null for none.</summary>
    public X509Certificate2Collection? TrustedRoots { get; init; }
}
