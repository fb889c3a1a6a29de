using CsCheck;
using GatewayDashboard.Core.Benchmarks;

namespace GatewayDashboard.Core.Tests.Benchmarks;

public sealed class BenchmarkPlanTests
{
    private static readonly PlanTarget[] Targets = [new("a/m", "a"), new("b/m", "b"), new("c/m", "c")];

    [Fact]
    public void Create_AnySeed_CallsEveryTargetOncePerBlock() => Gen.ULong.Sample(seed =>
        BenchmarkPlan.Create(BenchmarkPresets.ArticleProtocol, Targets, seed).Blocks
            .All(block => block.Calls.Select(call => call.TargetKey).Order().SequenceEqual(["a/m", "b/m", "c/m"])
                && block.Calls.All(call => call.Prompt == block.Prompt && call.Block == block.Number)), iter: 20);

    [Fact]
    public void Create_ArticleProtocol_HasFiftyMeasuredBlocksPerPromptAfterOneWarmUpEach()
    {
        var blocks = BenchmarkPlan.Create(BenchmarkPresets.ArticleProtocol, Targets, seed: 1).Blocks;

        Assert.Equal(102, blocks.Count);
        Assert.All(blocks.Take(2), block => Assert.True(block.WarmUp));
        Assert.Equal(50, blocks.Count(block => !block.WarmUp && block.Prompt == "short"));
        Assert.Equal(50, blocks.Count(block => !block.WarmUp && block.Prompt == "long"));
    }

    [Fact]
    public void Create_SameSeed_GivesTheSameOrderUnderFreshIds()
    {
        var one = BenchmarkPlan.Create(BenchmarkPresets.ArticleProtocol, Targets, seed: 7);
        var other = BenchmarkPlan.Create(BenchmarkPresets.ArticleProtocol, Targets, seed: 7);

        Assert.Equal(Shape(one), Shape(other));
        Assert.Empty(one.Calls.Select(call => call.Id).Intersect(other.Calls.Select(call => call.Id)));
        Assert.Empty(one.Calls.Select(call => call.Nonce).Intersect(other.Calls.Select(call => call.Nonce)));
    }

    [Fact]
    public void Create_OtherSeed_GivesAnotherOrder() => Assert.NotEqual(
        Shape(BenchmarkPlan.Create(BenchmarkPresets.ArticleProtocol, Targets, seed: 7)),
        Shape(BenchmarkPlan.Create(BenchmarkPresets.ArticleProtocol, Targets, seed: 8)));

    [Fact]
    public void Create_ManyBlocks_PutEachTargetFirstAboutEquallyOften()
    {
        // 3,000 blocks, three targets: 1,000 ± 4 standard deviations of a binomial(3,000, 1/3) is 897 to 1,103.
        var plan = BenchmarkPlan.Create(BenchmarkPresets.Quick with { Runs = 3_000 }, Targets, seed: 3);

        Assert.All(
            plan.Blocks.GroupBy(block => block.Calls[0].TargetKey),
            first => Assert.InRange(first.Count(), 897, 1_103));
    }

    [Fact]
    public void Create_Stagger_StaysWithinItsLimitAndVaries()
    {
        var staggers = BenchmarkPlan.Create(BenchmarkPresets.Quick, Targets, seed: 5).Calls.Select(call => call.Stagger.TotalMilliseconds).ToArray();

        Assert.All(staggers, stagger => Assert.InRange(stagger, 0, 50));
        Assert.True(staggers.Max() - staggers.Min() > 25);
    }

    [Fact]
    public void Create_NonceOff_SendsNone() =>
        Assert.All(BenchmarkPlan.Create(BenchmarkPresets.Quick with { Nonce = false }, Targets, seed: 5).Calls, call => Assert.Null(call.Nonce));

    [Fact]
    public void Create_Nonce_IsOneOfItsOwnForEachBlock()
    {
        var plan = BenchmarkPlan.Create(BenchmarkPresets.Quick, Targets, seed: 5);

        Assert.All(plan.Blocks, block => Assert.Single(block.Calls.Select(call => call.Nonce).Distinct()));
        Assert.Equal(plan.Blocks.Count, plan.Calls.Select(call => call.Nonce).Distinct().Count());
    }

    [Fact]
    public void Restore_StoredCallsInAnyOrder_GivesTheSameBlocks()
    {
        var plan = BenchmarkPlan.Create(BenchmarkPresets.Quick, Targets, seed: 9);

        var restored = BenchmarkPlan.Restore(plan.Benchmark, plan.Targets, plan.Seed, plan.Calls.OrderBy(call => call.Id).Reverse());

        Assert.Equal(plan.Calls, restored.Calls);
    }

    private static string[] Shape(BenchmarkPlan plan) => [.. plan.Calls.Select(call => $"{call.Block} {call.Prompt} {call.TargetKey} {call.Stagger}")];
}
