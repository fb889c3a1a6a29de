using CsCheck;
using GatewayDashboard.Core.Requests;
using GatewayDashboard.Core.Requests.Import;
using GatewayDashboard.Core.Requests.Snippets;

namespace GatewayDashboard.Core.Tests.Requests;

public sealed class RoundTripTests
{
    [Theory]
    [InlineData("curl")]
    [InlineData("powershell")]
    [InlineData("cmd")]
    public void Import_WhatWasExported_GivesTheSameDraft(string language)
    {
        ISnippetWriter writer = SnippetWriters.Find(language)!;

        Drafts.Any.Sample(
            draft =>
            {
                RequestImport read = RequestImporter.Import(writer.Write(RequestPreview.From(draft)), "custom");
                return draft.Equals(read.Draft) && read.Secrets.Count == 0;
            },
            iter: 400,
            print: draft => writer.Write(RequestPreview.From(draft)));
    }

    [Fact]
    public void Import_TheJsonTab_GivesTheSameBody() => Drafts.Any.Sample(
        draft => RequestImporter.Import(JsonText.Indented(draft.Body), draft.GatewayId).Draft is { } read && read.Equals(draft with { BaseUrl = null, Headers = [] }),
        iter: 400);

    [Fact]
    public void Import_WindowsLineBreaks_ChangeNothing()
    {
        RequestDraft draft = RequestDraft.Start("groq", "m").WithMessages([DraftMessage.Of("user", NastyTexts.Together)]);
        string exported = new BashCurlSnippet().Write(RequestPreview.From(draft));

        Assert.Equal(draft, RequestImporter.Import(exported.Replace("\n", "\r\n", StringComparison.Ordinal), "custom").Draft);
    }

    [Fact]
    public void Link_ReadBack_GivesTheSameDraft() => Drafts.Any.Sample(
        draft =>
        {
            (RequestDraft read, _) = DraftLink.Read(draft, DraftLink.Write(draft));
            return DraftLink.Write(read).SequenceEqual(DraftLink.Write(draft));
        },
        iter: 400);
}
