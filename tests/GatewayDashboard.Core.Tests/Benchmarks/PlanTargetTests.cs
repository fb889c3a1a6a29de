using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Tests.Benchmarks;

public sealed class PlanTargetTests
{
    [Fact]
    public void From_SeparateVendors_ShareNothing() =>
        Assert.Equal(2, Groups(ScriptedGateways.Target("a"), ScriptedGateways.Target("b")));

    [Fact]
    public void From_OneOrigin_IsOneGroup() =>
        Assert.Equal(1, Groups(ScriptedGateways.Target("a", "https://one.example/a"), ScriptedGateways.Target("b", "https://one.example/b")));

    [Fact]
    public void From_SimulatedGatewaysOfOneListener_ShareNothing() => Assert.Equal(2, Groups(
        ScriptedGateways.Target("a", "http://127.0.0.1:9000/a/v1", Provenance.Simulated),
        ScriptedGateways.Target("b", "http://127.0.0.1:9000/b/v1", Provenance.Simulated)));

    [Fact]
    public void From_ProxyAndItsUpstream_AreOneGroup() =>
        Assert.Equal(1, Groups(ScriptedGateways.Target("groq"), InFrontOf(ScriptedGateways.Target("portkey"), "groq")));

    [Fact]
    public void From_TwoProxiesOfOneUpstream_AreOneGroupThoughTheUpstreamIsNotCalled() =>
        Assert.Equal(1, Groups(InFrontOf(ScriptedGateways.Target("litellm"), "groq"), InFrontOf(ScriptedGateways.Target("portkey"), "groq")));

    [Fact]
    public void From_ProxyThatLinksTwoGroups_JoinsThem() => Assert.Equal(1, Groups(
        ScriptedGateways.Target("groq"),
        ScriptedGateways.Target("kong", "https://edge.example/kong"),
        InFrontOf(ScriptedGateways.Target("portkey", "https://edge.example/portkey"), "groq")));

    private static int Groups(params Target[] targets) => PlanTarget.From(targets).Select(target => target.SharingGroup).Distinct().Count();

    private static Target InFrontOf(Target target, string upstream) => target with { Connection = target.Connection with { InFrontOf = upstream } };
}
