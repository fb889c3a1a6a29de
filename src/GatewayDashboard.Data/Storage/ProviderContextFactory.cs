using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Data.Storage;

/// <summary>Hands out the provider's context as the model's.</summary>
internal sealed class ProviderContextFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<DashboardDbContext>
    where TContext : DashboardDbContext
{
    public DashboardDbContext CreateDbContext() => contexts.CreateDbContext();

    public async Task<DashboardDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
}
