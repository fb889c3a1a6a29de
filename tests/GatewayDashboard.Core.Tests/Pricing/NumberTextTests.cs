using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("20000", 20000)]
    [InlineData(" 20,000 ", 20000)]
    [InlineData("20 000", 20000)]
    [InlineData("2e4", 20000)]
    [InlineData("0.5", 0.5)]
    [InlineData("0", 0)]
    public void Read_UsualWritings_AreUnderstood(string text, double expected) =>
        Assert.Equal(((decimal)expected, (string?)null), NumberText.Read(text, 0, 1_000_000, whole: false));

    [Theory]
    [InlineData("", "Type a number from 0 to 100.")]
    [InlineData("  ", "Type a number from 0 to 100.")]
    [InlineData(null, "Type a number from 0 to 100.")]
    [InlineData("-1", "It cannot be negative.")]
    [InlineData("1e12", "At most 100.")]
    [InlineData("lots", "This is not a number.")]
    [InlineData("NaN", "This is not a number.")]
    [InlineData("0,5", "Write decimals with a point, for example 0.5.")]
    [InlineData("1.000,5", "Write decimals with a point, for example 0.5.")]
    [InlineData("9e99999", "This is not a number.")]
    public void Read_WhatCannotBeMeant_SaysWhatToDo(string? text, string expected) =>
        Assert.Equal(((decimal?)null, expected), NumberText.Read(text, 0, 100, whole: false));

    [Fact]
    public void Read_PointInAWholeNumber_AsksInsteadOfGuessing() =>
        // "1.000" is a thousand to half the world and one to the other half
        Assert.Equal("A whole number, without a point.", NumberText.Read("1.000", 0, 10_000, whole: true).Error);

    [Fact]
    public void Presets_All_AreElevenAndFitTogether()
    {
        Assert.Equal(11, WorkloadPreset.All.Count);
        Assert.All(WorkloadPreset.All.Where(preset => preset.Workload is not null), preset => Assert.Empty(WorkloadFields.Contradictions(preset.Workload!)));
    }

    [Fact]
    public void Contradictions_MoreCachedThanInput_IsSaidBesideCached() =>
        Assert.Equal(["cached"], WorkloadFields.Contradictions(new Workload { InputTokens = 10, CachedTokens = 11 }).Keys);

    [Fact]
    public void Contradictions_CachedAndWrittenTogetherTooMany_IsSaidBesideWritten() =>
        Assert.Equal(["write"], WorkloadFields.Contradictions(new Workload { InputTokens = 10, CachedTokens = 6, CacheWriteTokens = 6 }).Keys);
}
