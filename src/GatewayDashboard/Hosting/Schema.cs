using GatewayDashboard.Data.Storage;

namespace GatewayDashboard.Hosting;

/// <summary>Takes the data folder and brings the schema up to date before anything reads it.</summary>
internal sealed class Schema(DatabaseMigrator migrator) : StartStep
{
    protected override Task RunAsync(CancellationToken cancellationToken) => migrator.MigrateAsync(cancellationToken);
}
