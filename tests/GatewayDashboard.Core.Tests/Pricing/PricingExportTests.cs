using System.Text.Json;
using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Core.Tests.Pricing;

public sealed class PricingExportTests
{
    private static CostReport Report(string modelId = "plain", string? note = null) => CostReport.Answer(
        new CostQuestion { Model = "m", Preset = null, Workload = new Workload { InputTokens = 1000, OutputTokens = 100, RequestsPerDay = 1000, DaysPerMonth = 30 } },
        new PriceCatalogue([SamplePrices.Plain with { ModelId = modelId, Source = note ?? "test" }]),
        SamplePrices.Today);

    [Fact]
    public void Csv_Row_HasTheUnroundedInvariantMonth()
    {
        string[] lines = PricingExport.Csv(Report()).Split("\r\n");

        Assert.StartsWith("rank,gateway,model_id,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1,Groq,plain,direct,0.003,3,0.003,3,90,", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("-2", "'-2")]
    [InlineData("a,b", "\"a,b\"")]
    public void Csv_HostileModelId_IsNoFormula(string modelId, string expected) =>
        Assert.StartsWith($"1,Groq,{expected},", PricingExport.Csv(Report(modelId)).Split("\r\n")[1], StringComparison.Ordinal);

    [Fact]
    public void Json_Report_CanBeReadBackWithItsLink()
    {
        using var json = JsonDocument.Parse(PricingExport.Json(Report()));

        Assert.Equal(90m, json.RootElement.GetProperty("rows")[0].GetProperty("usd_per_month").GetDecimal());
        Assert.Equal("m", PricingLinkReader.Read(json.RootElement.GetProperty("query").GetString()).Question.Model);
    }

    [Fact]
    public void Markdown_PipeInAName_StaysInItsCell() => Assert.Contains("| a\\|b |", PricingExport.Markdown(Report("a|b")), StringComparison.Ordinal);

    [Fact]
    public void Sum_Row_IsTheWholeSumWithSources()
    {
        string sum = PricingExport.Sum(Report().Rows[0]);

        Assert.Contains("input: 1,000 tokens × $2.00 per million = $0.002\n", sum, StringComparison.Ordinal);
        Assert.Contains("a month: usage and fees = $90.00", sum, StringComparison.Ordinal);
        Assert.Contains("price: test, 2026-11-24", sum, StringComparison.Ordinal);
    }
}
