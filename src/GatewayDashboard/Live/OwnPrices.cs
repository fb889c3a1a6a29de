using System.Text.Json;
using System.Text.Json.Serialization;
using GatewayDashboard.Core.Pricing;
using GatewayDashboard.Data.Settings;

namespace GatewayDashboard.Live;

/// <summary>Prices typed in here: negotiated ones, or better knowledge. Each with a note that says why.</summary>
public sealed class OwnPrices(SettingsStore settings) : IDisposable
{
    /// <summary>The most that are kept.</summary>
    public const int Most = 200;

    private const string Setting = "pricing.own-prices";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<ModelPrice>> ListAsync(CancellationToken cancellationToken) =>
        await settings.FindAsync(Setting, cancellationToken) is { } kept ? JsonSerializer.Deserialize<ModelPrice[]>(kept, Json) ?? [] : [];

    /// <summary>Keeps a price in the place of an earlier own one of the same offer.</summary>
    /// <returns>False where there are too many already.</returns>
    public async Task<bool> SaveAsync(ModelPrice price, string actor, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            ModelPrice[] kept = [.. (await ListAsync(cancellationToken)).Where(own => own.Key != price.Key), price with { Origin = PriceOrigin.Override }];
            if (kept.Length > Most)
            {
                return false;
            }

            await settings.SetAsync(Setting, JsonSerializer.Serialize(kept, Json), actor, cancellationToken);
            return true;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Removes the own price of an offer, so that the listed one counts again.</summary>
    public async Task RemoveAsync(string offerKey, string actor, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            ModelPrice[] kept = [.. (await ListAsync(cancellationToken)).Where(own => own.Key != offerKey)];
            await settings.SetAsync(Setting, kept.Length == 0 ? null : JsonSerializer.Serialize(kept, Json), actor, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();
}
