using System.Collections.Immutable;
using CsCheck;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

public sealed class PricingLinkTests
{
    private static readonly string?[] Presets = ["rag", "chat", "measured", null];
    private static readonly string[] Models = ["gpt-oss-120b", "a b&c=d/é+", CostQuestion.ArticleModel];
    private static readonly string?[] Fronts = ["litellm", "portkey-pro", null];
    private static readonly Gen<decimal> Shares = Gen.Int[0, 10_000].Select(bp => bp / 10_000m);

    private static readonly Gen<Workload> Workloads = Gen.Select(
        Gen.Int[0, 1_000_000_000], Gen.Long[0, 10_000_000], Gen.Int[0, 100], Gen.Long[0, 10_000_000], Gen.Int[1, 200], Shares, Shares,
        (requests, input, cachedPercent, output, turns, batch, failed) => new Workload
        {
            RequestsPerDay = requests / 4m,
            InputTokens = input,
            CachedTokens = input * cachedPercent / 100,
            OutputTokens = output,
            ReasoningTokens = output / 3,
            Turns = turns,
            AddedPerTurn = turns * 7,
            BatchShare = batch,
            FailedShare = failed,
            BilledShare = batch,
            GrowthPerMonth = failed - 0.5m,
        });

    private static readonly Gen<CostQuestion> Questions = Gen.Select(
        Workloads, Gen.Int[0, 3].Select(i => Presets[i]), Gen.Int[0, 2].Select(i => Models[i]),
        Gen.Bool, Shares, Gen.Int[0, 5], Gen.Int[0, 2].Select(i => Fronts[i]),
        (workload, preset, model, stale, share, rows, front) => new CostQuestion
        {
            Workload = workload,
            Preset = preset,
            Model = model,
            AllowStale = stale,
            Gateways = stale ? ["groq", "openrouter"] : [],
            SideBySide = [.. Enumerable.Range(0, rows).Select(row => $"card:openrouter/x{row}:free")],
            Explained = stale ? "direct:groq/a" : null,
            View = front,
            Sort = stale ? "-year" : null,
            Snapshot = stale ? "0a1b2c3d" : null,
            CheapestThen = stale ? share * 1000 : null,
            Range = stale ? new TokenRange(share, 1 + share, 0.5m, 2) : new TokenRange(),
            Terms = new PaymentTerms
            {
                TopUp = 1 + (share * 100),
                Front = front,
                ServerPerMonth = share * 1000,
                Ways = stale ? ImmutableSortedDictionary<string, string>.Empty.Add("openrouter", "byok") : ImmutableSortedDictionary<string, string>.Empty,
                Discounts = stale ? ImmutableSortedDictionary<string, decimal>.Empty.Add("groq", share) : ImmutableSortedDictionary<string, decimal>.Empty,
            },
        });

    [Fact]
    public void Write_AnyQuestion_ReadsBackTheSame() => Questions.Sample(question =>
    {
        PricingLinkReader read = PricingLinkReader.Read(PricingLink.Write(question));

        Assert.Empty(read.Ignored);
        Assert.Equal(question, read.Question);
    });

    [Fact]
    public void Read_NoQuery_IsTheDefaultQuestion() => Assert.Equal(new CostQuestion(), PricingLinkReader.Read(null).Question);

    [Fact]
    public void Read_PresetAlone_TakesItsNumbers() =>
        Assert.Equal(WorkloadPreset.Find("agent")!.Workload, PricingLinkReader.Read("?preset=agent").Question.Workload);

    [Fact]
    public void Read_LinkAsWrittenByHand_IsUnderstood()
    {
        CostQuestion question = PricingLinkReader.Read("?preset=rag&in=6000&cached=4000&out=400&rpd=20000&g=openrouter,together").Question;

        Assert.Equal((6000L, 4000L, 400L, 20000m, "openrouter,together"),
            (question.Workload.InputTokens, question.Workload.CachedTokens, question.Workload.OutputTokens, question.Workload.RequestsPerDay, string.Join(',', question.Gateways)));
    }

    [Theory]
    [InlineData("rpd=-5")]
    [InlineData("rpd=")]
    [InlineData("in=1e12")]
    [InlineData("in=abc")]
    [InlineData("in=0,5")]
    [InlineData("turns=0")]
    [InlineData("batch=101")]
    [InlineData("front=nobody")]
    [InlineData("pay=groq:byok")]
    [InlineData("off=groq:-1")]
    [InlineData("g=nobody")]
    [InlineData("range=1,2")]
    [InlineData("preset=gone")]
    [InlineData("novelty=1")]
    public void Read_PartThatMakesNoSense_IsLeftOutAndNamed(string part)
    {
        PricingLinkReader read = PricingLinkReader.Read($"model=gpt-oss-120b&{part}");

        Assert.Equal(part, Assert.Single(read.Ignored));
        Assert.Equal("gpt-oss-120b", read.Question.Model);
    }

    [Fact]
    public void Read_CachedMoreThanInput_DropsTheCachedPartAndSaysSo()
    {
        PricingLinkReader read = PricingLinkReader.Read("in=100&cached=200");

        Assert.Equal(0, read.Question.Workload.CachedTokens);
        Assert.Single(read.Ignored);
    }

    [Fact]
    public void Read_AnyGarbage_NeverThrows() => Gen.String.Sample(text => Assert.NotNull(PricingLinkReader.Read(text).Question));
}
