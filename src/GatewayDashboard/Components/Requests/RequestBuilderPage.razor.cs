using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Requests;
using GatewayDashboard.Data.Playground;
using GatewayDashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace GatewayDashboard.Components.Requests;

/// <summary>The page: keeps the draft and the address in step. Numbers, switches and choices stand in the address, texts never do.</summary>
public sealed partial class RequestBuilderPage
{
    private BuilderState _state = null!;
    private string _tab = "json";
    private string? _panel;
    private string? _notice;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private CurrentPrices Prices { get; set; } = default!;

    [Inject] private SavedRequestStore Saved { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _state = new BuilderState(Prices.Value, RequestDraft.Start("groq", GatewayModels.Default("groq")));
        Navigation.LocationChanged += FollowAddress;
        await ReadAddressAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => Navigation.LocationChanged -= FollowAddress;

    // The base element would send a bare "#output" to the front page.
    private string OutputAddress => $"{Navigation.Uri.Split('#')[0]}#output";

    private static string Bool(bool value) => value ? "true" : "false";

    private void FollowAddress(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).AbsolutePath == "/builder")
        {
            _ = InvokeAsync(async () =>
            {
                await ReadAddressAsync();
                StateHasChanged();
            });
        }
    }

    private async Task ReadAddressAsync()
    {
        List<KeyValuePair<string, string>> pairs = [.. QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))];
        _tab = pairs.Find(pair => pair.Key == "tab").Value ?? "json";
        if (pairs.Find(pair => pair.Key == "saved").Value is { Length: > 0 } name)
        {
            RequestDraft? saved = await Saved.FindAsync(name) is { } kept ? DraftFile.Read(kept.Draft) : null;
            _notice = saved is null ? $"No request is saved as “{name}”." : $"Opened “{name}”.";
            _state.Set(saved ?? _state.Draft);
            return;
        }

        if (!pairs.Exists(pair => pair.Key == "gateway") || SameAddress(pairs))
        {
            return;
        }

        (RequestDraft draft, IReadOnlyList<string> ignored) = DraftLink.Read(_state.Draft, pairs);
        if (GatewayCatalogue.Find(draft.GatewayId) is null or { Kind: GatewayKind.NotCallable })
        {
            draft = _state.Draft;
            ignored = ["gateway", .. ignored];
        }

        _notice = ignored.Count == 0 ? null : $"Not understood in the address and left out: {string.Join(", ", ignored)}.";
        _state.Set(draft);
    }

    private bool SameAddress(List<KeyValuePair<string, string>> pairs) =>
        DraftLink.Write(_state.Draft).SequenceEqual(pairs.Where(pair => pair.Key != "tab"));

    // Choosing a gateway or importing is a step one may want to go back from; typing is not.
    private void Push(RequestDraft draft) => Take(draft, replace: false);

    private void Replace(RequestDraft draft) => Take(draft, replace: true);

    private void Quietly(RequestDraft draft) => _state.Set(draft);

    private void EditJson(string text)
    {
        _state.EditJson(text);
        if (_state.JsonFault is null)
        {
            WriteAddress(replace: true);
        }
    }

    private void ShowTab(string tab)
    {
        _tab = tab;
        WriteAddress(replace: true);
    }

    private void Toggle(string panel) => _panel = _panel == panel ? null : panel;

    private void Take(RequestDraft draft, bool replace)
    {
        _notice = null;
        _state.Set(draft);
        WriteAddress(replace);
    }

    private void WriteAddress(bool replace)
    {
        IEnumerable<KeyValuePair<string, string?>> pairs = DraftLink.Write(_state.Draft).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value));
        string address = QueryHelpers.AddQueryString("/builder", _tab == "json" ? pairs : pairs.Append(new("tab", _tab)));
        if (Navigation.ToAbsoluteUri(address).AbsoluteUri != Navigation.Uri)
        {
            Navigation.NavigateTo(address, replace: replace);
        }
    }
}
