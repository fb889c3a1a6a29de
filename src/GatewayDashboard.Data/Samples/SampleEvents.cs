using GatewayDashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GatewayDashboard.Data.Samples;

/// <summary>The evidence of one sample, in a table of its own so that it can go after 30 days.</summary>
public sealed class SampleEvents
{
    /// <summary>The request id.</summary>
    public required string CallId { get; init; }

    /// <summary>Every token-bearing event, packed by <see cref="TokenEventCodec"/>.</summary>
    public required byte[] Packed { get; init; }

    /// <summary>Selected response headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}

internal sealed class SampleEventsMapping : IEntityTypeConfiguration<SampleEvents>
{
    public void Configure(EntityTypeBuilder<SampleEvents> builder)
    {
        builder.ToTable("SampleEvents");
        builder.HasKey(x => x.CallId);
        builder.Property(x => x.Headers).StoredAsJson();
    }
}
