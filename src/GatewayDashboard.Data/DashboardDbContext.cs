using GatewayDashboard.Data.Benchmarks;
using GatewayDashboard.Data.Connections;
using GatewayDashboard.Data.History;
using GatewayDashboard.Data.Playground;
using GatewayDashboard.Data.Pricing;
using GatewayDashboard.Data.Runs;
using GatewayDashboard.Data.Samples;
using GatewayDashboard.Data.Settings;
using GatewayDashboard.Data.Spending;
using GatewayDashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data;

/// <summary>The one model behind both databases. Each provider has a context of its own only so that it can have migrations of its own.</summary>
public abstract class DashboardDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Benchmark definitions.</summary>
    public DbSet<BenchmarkDefinition> Benchmarks => Set<BenchmarkDefinition>();

    /// <summary>When benchmarks run by themselves.</summary>
    public DbSet<Schedule> Schedules => Set<Schedule>();

    /// <summary>One row per fire of a schedule.</summary>
    public DbSet<Slot> Slots => Set<Slot>();

    /// <summary>Executions of benchmarks.</summary>
    public DbSet<Run> Runs => Set<Run>();

    /// <summary>The ledger: one row per planned call.</summary>
    public DbSet<LedgerCall> Calls => Set<LedgerCall>();

    /// <summary>Outcomes of calls, narrow.</summary>
    public DbSet<SampleRow> Samples => Set<SampleRow>();

    /// <summary>What went wrong, for the samples where something did.</summary>
    public DbSet<SampleFault> SampleFaults => Set<SampleFault>();

    /// <summary>Event times and headers of samples, kept 30 days.</summary>
    public DbSet<SampleEvents> SampleEvents => Set<SampleEvents>();

    /// <summary>Figures of a run per target and prompt, kept for ever.</summary>
    public DbSet<RunSummaryRow> RunSummaries => Set<RunSummaryRow>();

    /// <summary>Whole summaries of ended runs.</summary>
    public DbSet<RunResult> RunResults => Set<RunResult>();

    /// <summary>Hourly and daily histograms.</summary>
    public DbSet<Rollup> Rollups => Set<Rollup>();

    /// <summary>Price history.</summary>
    public DbSet<PriceRow> ModelPrices => Set<PriceRow>();

    /// <summary>What live gateways sell.</summary>
    public DbSet<Offer> Offers => Set<Offer>();

    /// <summary>The last good models list of each gateway.</summary>
    public DbSet<ModelList> ModelLists => Set<ModelList>();

    /// <summary>Gateways as set up on the Settings page.</summary>
    public DbSet<StoredConnection> Connections => Set<StoredConnection>();

    /// <summary>Encrypted keys and header values.</summary>
    public DbSet<Credential> Credentials => Set<Credential>();

    /// <summary>Addresses outside public https that the user allowed.</summary>
    public DbSet<AllowedOrigin> AllowedOrigins => Set<AllowedOrigin>();

    /// <summary>What was spent and is set aside, per day and in all.</summary>
    public DbSet<SpendingPeriod> Spending => Set<SpendingPeriod>();

    /// <summary>Settings made in the product.</summary>
    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>Who changed what; only ever appended to.</summary>
    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    /// <summary>Kept playground sessions.</summary>
    public DbSet<PlaygroundSessionRow> PlaygroundSessions => Set<PlaygroundSessionRow>();

    /// <summary>Requests kept by name in the builder.</summary>
    public DbSet<SavedRequest> SavedRequests => Set<SavedRequest>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DashboardDbContext).Assembly);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<TimeSpan>().HaveConversion<Microseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }
}
