using CsCheck;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Core.Requests;

namespace GatewayDashboard.Core.Tests.Requests;

public sealed class RequestEstimateTests
{
    // $1 in and $10 out a million: 3 tokens in, 100 out come to 0.001003.
    private static readonly PriceCatalogue s_prices = new(
        [new ModelPrice { GatewayId = "groq", ModelId = "m", Input = 1, Output = 10, ContextLength = 200, Source = "list", RetrievedOn = new DateOnly(2026, 8, 1) }]);

    private static readonly RequestDraft s_draft = RequestDraft.Start("groq", "m").WithMessages([DraftMessage.Of("user", "one two three")]);

    [Fact]
    public void Estimate_WithALimit_IsTheMostItCanCost()
    {
        RequestEstimate estimate = RequestEstimate.Of(s_draft.With("max_tokens", 100), s_prices);

        Assert.Equal((3, 100L, 0.001003m), (estimate.InputTokens, estimate.MaxOutput, estimate.MostUsd));
    }

    [Fact]
    public void Estimate_WithoutALimit_KnowsOnlyTheInput()
    {
        RequestEstimate estimate = RequestEstimate.Of(s_draft, s_prices);

        Assert.Equal((0.000003m, null), (estimate.InputUsd, estimate.MostUsd));
    }

    [Fact]
    public void Estimate_WithoutAPrice_IsUnknownAndNotFree() => Assert.Null(RequestEstimate.Of(s_draft.With("model", "other"), s_prices).InputUsd);

    [Theory]
    [InlineData(197, false)]
    [InlineData(198, true)]
    public void Check_AgainstTheContext_CountsTheLimitToo(int limit, bool found) =>
        Assert.Equal(found, RequestEstimate.Of(s_draft.With("max_completion_tokens", limit), s_prices).Check() is not null);

    [Fact]
    public void DraftFile_WrittenAndRead_IsTheSameDraft() => Drafts.Any.Sample(draft => draft.Equals(DraftFile.Read(DraftFile.Write(draft))), iter: 300);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"gateway":"groq","endpoint":"Other","body":{}}""")]
    public void DraftFile_OfSomethingElse_IsNull(string text) => Assert.Null(DraftFile.Read(text));

    [Fact]
    public void Header_WithAVariableAtItsEnd_IsReadAsOne()
    {
        Assert.Equal(new RequestHeader("X-A", "Bearer ", "TOKEN"), RequestHeader.Read("X-A", "Bearer ${TOKEN}"));
        Assert.Equal(new RequestHeader("X-A", "5$ each"), RequestHeader.Read("X-A", "5$ each"));
        Assert.Null(RequestHeader.Read("X A", "x"));
        Assert.Null(RequestHeader.Read("X-A", "a\nb"));
    }
}
