using GatewayDashboard.Core.Pricing;

namespace GatewayDashboard.Live;

/// <summary>The prices in force. One assignment swaps them, so whoever reads keeps a consistent view.</summary>
public sealed class CurrentPrices(ChangeSignal signal)
{
    private volatile PriceCatalogue _value = PriceCatalogue.Bundled;

    /// <summary>The catalogue in force.</summary>
    public PriceCatalogue Value => _value;

    /// <summary>Puts another catalogue in force and tells the pages.</summary>
    public void Swap(PriceCatalogue catalogue)
    {
        _value = catalogue;
        signal.Raise(Subjects.Prices);
    }
}
