using System.Globalization;
using GatewayDashboard.Components.Parts;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Live;
using GatewayDashboard.Playground;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace GatewayDashboard.Components.Playground;

/// <summary>Where a prompt is written, to whom it goes, how it is sent and what that will cost.</summary>
public sealed partial class Composer
{
    private const int MostImages = 4;
    private const int MostImageBytes = 4 << 20;

    private readonly List<string> _images = [];
    private IReadOnlyDictionary<string, string> _presets = new Dictionary<string, string>();
    private string? _presetName;
    private string? _fault;
    private string _estimate = "";

    /// <summary>The session.</summary>
    [Parameter, EditorRequired] public PlaygroundSession Session { get; set; } = default!;

    /// <summary>The one pane the next prompt goes to; null for all.</summary>
    [Parameter] public Pane? Only { get; set; }

    /// <summary>Another addressee was chosen.</summary>
    [Parameter] public EventCallback<Pane?> OnlyChanged { get; set; }

    /// <summary>The turn that is changed, from 0; null for a new one.</summary>
    [Parameter] public int? Editing { get; set; }

    /// <summary>The change was given up.</summary>
    [Parameter] public EventCallback<int?> EditingChanged { get; set; }

    /// <summary>A prompt shall be sent.</summary>
    [Parameter] public EventCallback<Prompt> OnSend { get; set; }

    /// <summary>Every call shall stop.</summary>
    [Parameter] public EventCallback OnStop { get; set; }

    [Inject] private PaneTargets Targets { get; set; } = default!;

    [Inject] private CurrentPrices Prices { get; set; } = default!;

    [Inject] private SystemPresets Presets { get; set; } = default!;

    [Inject] private Notices Notices { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => _presets = await Presets.ReadAsync();

    /// <inheritdoc/>
    protected override void OnParametersSet() => Estimate();

    private async Task SendAsync()
    {
        var text = Session.Draft.Trim();
        _fault = text.Length == 0 ? "Write a prompt first." : null;
        if (_fault is null)
        {
            Session.Draft = "";
            Prompt prompt = new(text, [.. _images]);
            _images.Clear();
            await OnSend.InvokeAsync(prompt);
        }
    }

    private void SetDraft(ChangeEventArgs change)
    {
        Session.Draft = change.Value as string ?? "";
        Estimate();
    }

    private void SetSystem(ChangeEventArgs change)
    {
        Session.System = (change.Value as string ?? "").Trim();
        Estimate();
    }

    private void SetRepeats(ChangeEventArgs change) => Set(Session.Options with
    {
        Repeats = int.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var repeats) ? Math.Clamp(repeats, 1, RunOptions.MostRepeats) : 1,
    });

    private void Set(RunOptions options)
    {
        Session.Options = options;
        Estimate();
    }

    private void Estimate() => _estimate = Session.Draft.Length == 0 ? "" : SendEstimate.Of(Session, new(Session.Draft), Targets, Prices.Value, Only).Words(Units.Cost);

    private void ChoosePreset(ChangeEventArgs change)
    {
        if (change.Value is string name && _presets.TryGetValue(name, out var text))
        {
            Session.System = text;
            Estimate();
        }
    }

    private async Task KeepPresetAsync()
    {
        if (string.IsNullOrWhiteSpace(_presetName))
        {
            _fault = "Give the system prompt a name first.";
            return;
        }

        await Presets.KeepAsync(_presetName.Trim(), Session.System);
        _presets = await Presets.ReadAsync();
        (_presetName, _fault) = (null, null);
        Notices.Say("System prompt kept");
    }

    private void AddPane(string gatewayId) =>
        Session.Add(new(gatewayId, Targets.FirstModel(gatewayId, Targets.Find(Session.Panes[0].Setup)?.Offer.Variant)) { Parameters = Session.Panes[0].Setup.Parameters });

    private void ChooseEverywhere(ChangeEventArgs change)
    {
        if (change.Value is not string { Length: > 0 } model)
        {
            return;
        }

        List<string> without = [];
        foreach (var pane in Session.Panes)
        {
            if (Targets.Same(new ModelVariant(model, ""), pane.Setup.GatewayId) is { } id)
            {
                Session.Change(pane, pane.Setup with { Model = id });
            }
            else
            {
                without.Add(Targets.Name(pane.Setup.GatewayId));
            }
        }

        if (without.Count > 0)
        {
            Notices.Say($"Not known to sell it, left as they were: {string.Join(", ", without)}", NoticeKind.Note);
        }
    }

    private async Task TakeImagesAsync(InputFileChangeEventArgs change)
    {
        _fault = null;
        foreach (var file in change.GetMultipleFiles(MostImages).Take(MostImages - _images.Count))
        {
            if (file.Size > MostImageBytes)
            {
                _fault = $"{file.Name} is larger than 4 MiB.";
                continue;
            }

            using var bytes = new MemoryStream();
            await using var stream = file.OpenReadStream(MostImageBytes);
            await stream.CopyToAsync(bytes);
            _images.Add($"data:{file.ContentType};base64,{Convert.ToBase64String(bytes.ToArray())}");
        }
    }

    private static bool IsOn(ChangeEventArgs change) => change.Value is true;

    private static string Words(RunOptions options) =>
        (options.Repeats == 1 ? "once" : $"{options.Repeats} times")
        + (options.Sequential ? ", one after the other" : ", all at once")
        + (options.RandomOrder ? ", in random order" : "")
        + (options.WarmUp ? ", after a warm-up call" : "");
}
