using System.CommandLine;
using GatewayDashboard.Credentials;
using GatewayDashboard.Data.Storage;
using GatewayDashboard.Hosting;

namespace GatewayDashboard.CommandLine;

/// <summary><c>rekey</c>: encrypts all stored gateway keys under another master key. The old key file stays, so that nothing is lost if the server starts with it once more.</summary>
internal static class RekeyCommand
{
    private static readonly Argument<FileInfo> NewKey = new("new-key") { Description = "The file of the new master key; it is made where it does not exist" };
    private static readonly Option<DirectoryInfo?> Data = new("--DataDirectory") { Description = "The server's data folder; the server must not be running" };

    /// <summary>The command. Its exit status: 0 all moved, 1 some must be entered again.</summary>
    public static Command Create()
    {
        var command = new Command("rekey", "Encrypt all stored gateway keys under another master key.");
        command.Arguments.Add(NewKey);
        command.Options.Add(Data);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.ClearProviders();
            if (parsed.GetValue(Data) is { } folder)
            {
                builder.Configuration.AddInMemoryCollection([new(DataFolderRegistration.Key, folder.FullName)]);
            }

            builder.AddRooms();
            using var host = builder.Build();
            await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
            var file = parsed.GetRequiredValue(NewKey).FullName;
            var (moved, left) = await host.Services.GetRequiredService<ConnectionStore>().RekeyAsync(MasterKeyFile.Own(file), "command line", cancellationToken);
            await Console.Out.WriteLineAsync($"{moved} keys moved{(left > 0 ? $", {left} could not be opened and must be entered again" : "")}. From now on start with {MasterKeyFile.Setting}_FILE={file}");
            return left == 0 ? 0 : 1;
        });
        return command;
    }
}
