using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Tests.Measurement;

public sealed class KernelClockTests
{
    // Two brackets of 200 ns around the same distance contradict each other only when they lie farther apart than their errors and 10 µs.
    [Theory]
    [InlineData(1_000, false)]
    [InlineData(-9_000, false)]
    [InlineData(20_000, true)]
    [InlineData(-3_600_000_000_000, true)]
    public void Step_IsADistanceTheBracketsExclude(long moved, bool step) => Assert.Equal(step, KernelClock.IsStep(5, 200, 5 + moved, 200));

    [Fact]
    public async Task Stamp_LiesBetweenSendAndRead_EvenWhenTheReadIsLate()
    {
        Assert.SkipUnless(KernelClock.Supported, "This machine's kernel does not stamp.");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var sender = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await sender.ConnectAsync(listener.LocalEndpoint, TestContext.Current.CancellationToken);
        await using var stream = new StampedStream(await listener.AcceptSocketAsync(TestContext.Current.CancellationToken), ArrivalClock.Kernel);

        KernelClock.Check();
        var before = Stopwatch.GetTimestamp();
        await sender.SendAsync("x"u8.ToArray());
        var sent = Stopwatch.GetTimestamp();
        await Task.Delay(30, TestContext.Current.CancellationToken);
        await stream.ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken);

        Assert.Equal(ArrivalClock.Kernel, stream.Clock);
        Assert.InRange(stream.LastArrival, before - KernelClock.Width, sent + KernelClock.Width);
    }

    [Fact]
    public async Task FirstWrite_IsTheFirstAfterRearming()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(listener.LocalEndpoint, TestContext.Current.CancellationToken);
        await using var stream = new StampedStream(client, ArrivalClock.User);

        await stream.WriteAsync("a"u8.ToArray(), TestContext.Current.CancellationToken);
        stream.Rearm();
        var before = Stopwatch.GetTimestamp();
        await stream.WriteAsync("b"u8.ToArray(), TestContext.Current.CancellationToken);
        var first = stream.FirstWrite;
        await stream.WriteAsync("c"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.InRange(stream.FirstWrite, before, Stopwatch.GetTimestamp());
        Assert.Equal(first, stream.FirstWrite);
    }
}
