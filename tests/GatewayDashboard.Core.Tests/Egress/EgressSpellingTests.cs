using System.Net;
using System.Net.Sockets;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Egress;
using GatewayDashboard.Core.Tests.Completions;

namespace GatewayDashboard.Core.Tests.Egress;

/// <summary>Hundreds of ways to write an address that must not be called, against listeners that would notice.</summary>
public sealed class EgressSpellingTests : IDisposable
{
    private readonly TcpListener[] _traps;
    private readonly int _port;

    public EgressSpellingTests()
    {
        var first = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        _port = ((IPEndPoint)first.LocalEndpoint).Port;
        var others = new List<TcpListener> { first };
        foreach (var address in new[] { "127.9.9.9", "::1" })
        {
            var trap = new TcpListener(IPAddress.Parse(address), _port);
            try
            {
                trap.Start();
                others.Add(trap);
            }
            catch (SocketException)
            {
                // A machine without IPv6, or one that binds only 127.0.0.1: the other traps still stand.
            }
        }

        _traps = [.. others];
    }

    public void Dispose() => Array.ForEach(_traps, trap => trap.Dispose());

    [Fact]
    public async Task EverySpelling_ConnectsNowhere()
    {
        var spellings = Spellings.Of(_port).Distinct().ToArray();
        Assert.True(spellings.Length >= 300, $"{spellings.Length} spellings");
        using var client = new GatewayClient(new EgressPolicy());
        var limits = new CallLimits { Connect = TimeSpan.FromSeconds(2) };
        var reached = new List<string>();

        await Parallel.ForEachAsync(spellings, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (spelling, stop) =>
        {
            // What is no address at all is refused by the form before it comes this far.
            if (!Uri.TryCreate(spelling, UriKind.Absolute, out var address))
            {
                return;
            }

            var (measurement, _) = await Call.SendAsync(client, Call.To(address), limits: limits, cancellationToken: stop);
            if (measurement.Outcome is not (Outcome.Blocked or Outcome.ConnectDns) || measurement.Timeline.Connection.Tcp is not null)
            {
                lock (reached)
                {
                    reached.Add($"{spelling}: {measurement.Outcome}");
                }
            }
        });

        Assert.Empty(reached);
        Assert.DoesNotContain(_traps, trap => trap.Pending());
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9")]
    public async Task TrapsAreReal_AnAllowedAddressReachesThem(string host)
    {
        var address = new Uri($"http://{host}:{_port}/v1");
        using var client = Call.Client(address);

        await Call.SendAsync(client, Call.To(address), limits: new CallLimits { Headers = TimeSpan.FromMilliseconds(50) });

        Assert.Contains(_traps, trap => trap.Pending());
    }

    // DNS rebinding, and a private address hidden among public ones: the set that was resolved decides.
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("8.8.8.8,127.0.0.1")]
    [InlineData("8.8.8.8,10.0.0.1")]
    [InlineData("2606:4700::1111,::1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("169.254.169.254")]
    public async Task NameLeadingToAPrivateAddress_IsBlocked(string addresses)
    {
        using var client = new GatewayClient(new EgressPolicy(), new GatewayClientOptions
        {
            Resolve = (_, _) => Task.FromResult(addresses.Split(',').Select(IPAddress.Parse).ToArray()),
        });

        var (measurement, _) = await Call.SendAsync(client, Call.To(new Uri($"https://gateway.example:{_port}/v1")));

        Assert.Equal(Outcome.Blocked, measurement.Outcome);
        Assert.DoesNotContain(_traps, trap => trap.Pending());
    }

    [Fact]
    public async Task NameResolvingDifferentlyTheSecondTime_IsNotAskedTwice()
    {
        var asked = 0;
        using var client = new GatewayClient(new EgressPolicy(), new GatewayClientOptions
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Parse("192.0.2.1") : IPAddress.Loopback]),
        });

        await Call.SendAsync(client, Call.To(new Uri($"https://gateway.example:{_port}/v1")));

        Assert.Equal(1, asked);
    }
}
