using GatewayDashboard.Playground;

namespace GatewayDashboard.Tests.Playground;

public sealed class SetupLinkTests
{
    private static readonly PaneSetup[] Setups =
    [
        new("groq", "llama-3.1-8b-instant"),
        new("openrouter", "openai/gpt-oss-20b:free") { Parameters = new() { Temperature = 0.2, MaxTokens = null, TopP = 0.9, Seed = 7, ReasoningEffort = "low", Stream = false, Format = AnswerFormat.Json } },
        new("failing", "sim/ok?ttft=300&tokens=20") { Parameters = new() { Temperature = null } },
    ];

    [Fact]
    public void Link_ReadBack_IsTheSameSetup() => Assert.Equal(Setups, SetupLink.Read("?" + SetupLink.Write(Setups)));

    [Fact]
    public void Link_WithASystemPrompt_DoesNotCarryIt()
    {
        PaneSetup[] setups = [new("groq", "m") { Parameters = new() { System = "confidential" } }];

        Assert.DoesNotContain("confidential", SetupLink.Write(setups), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t=0.2")]
    [InlineData("p=nocolon&p=:x&max")]
    public void Link_WithoutATarget_IsEmpty(string query) => Assert.Empty(SetupLink.Read(query));

    [Fact]
    public void Link_WithValuesOutOfRange_KeepsTheUsualOnes() => Assert.Equal([new("groq", "m")], SetupLink.Read("p=groq:m&t=9&max=0&unknown=1&top=-1"), new WithoutLimit());

    [Fact]
    public void Link_WithMoreThanEightTargets_TakesEight() => Assert.Equal(8, SetupLink.Read(string.Join('&', Enumerable.Repeat("p=groq:m", 12))).Count);

    // "max=0" cannot be a limit and is read as none.
    private sealed class WithoutLimit : IEqualityComparer<PaneSetup>
    {
        public bool Equals(PaneSetup? x, PaneSetup? y) => Bare(x) == Bare(y);

        public int GetHashCode(PaneSetup obj) => 0;

        private static PaneSetup? Bare(PaneSetup? setup) => setup is null ? null : setup with { Parameters = setup.Parameters with { MaxTokens = null } };
    }
}
