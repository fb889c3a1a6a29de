using GatewayDashboard.Core.Requests;
using GatewayDashboard.Playground;
using Microsoft.AspNetCore.WebUtilities;

namespace GatewayDashboard.Tests.Playground;

public sealed class BuilderLinkTests
{
    [Fact]
    public void Link_ReadByTheBuilder_HasTheSameTargetAndParameters()
    {
        var link = BuilderLink.Write(new("groq", "openai/gpt-oss-20b") { Parameters = new() { Temperature = 0.2, MaxTokens = 99, System = "confidential" } });
        var pairs = QueryHelpers.ParseQuery(link[link.IndexOf('?', StringComparison.Ordinal)..]).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()));
        var (draft, ignored) = DraftLink.Read(RequestDraft.Start("openrouter", "x"), pairs);

        Assert.Equal(("groq", "openai/gpt-oss-20b", "0.2", "99"), (draft.GatewayId, draft.Model, draft.Field("temperature")!.ToJsonString(), draft.Field("max_tokens")!.ToJsonString()));
        Assert.Empty(ignored);
        Assert.DoesNotContain("confidential", link, StringComparison.Ordinal);
    }
}
