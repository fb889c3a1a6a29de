using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using GatewayDashboard.Tests.Data;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace GatewayDashboard.Tests.Data;

/// <summary>A real PostgreSQL server of the tests' own, started once and never as root. Where the binaries are missing, tests that need it skip and say so.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private string? _folder;
    private string? _connection;
    private int _databases;

    private static readonly string? Binaries = FindBinaries();

    /// <summary>Makes an empty database and gives its connection string; skips the test where there is no PostgreSQL.</summary>
    /// <param name="template">The database to copy, or null for an empty one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string> NewDatabaseAsync(string? template, CancellationToken cancellationToken)
    {
        Assert.SkipWhen(Binaries is null, "PostgreSQL's initdb and pg_ctl were not found on PATH or under /usr/lib/postgresql; this test needs them.");
        await StartAsync(cancellationToken);
        var name = $"gd{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(_connection + "Database=postgres;Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template ?? "template0"}", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return _connection + $"Database={name};Maximum Pool Size=20";
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_folder is not null)
        {
            await RunAsync("pg_ctl", ["-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop"], CancellationToken.None);
            Directory.Delete(_folder, recursive: true);
        }

        _starting.Dispose();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_connection is not null)
            {
                return;
            }

            _folder = Directory.CreateTempSubdirectory("gdpg").FullName;
            if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
            {
                await ExpectAsync("chown", ["nobody", _folder], cancellationToken);
            }

            var data = Path.Combine(_folder, "data");
            await RunAsync("initdb", ["-D", data, "-U", "gd", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"], cancellationToken);
            var port = FreePort();
            // Durability is what SQLite's tests look at; here it would only cost time.
            var options = $"-p {port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200 -c shared_buffers=32MB";
            await RunAsync("pg_ctl", ["-D", data, "-l", Path.Combine(_folder, "log"), "-o", options, "-w", "start"], cancellationToken);
            _connection = $"Host=127.0.0.1;Port={port};Username=gd;";
        }
        finally
        {
            _starting.Release();
        }
    }

    private static Task RunAsync(string tool, string[] arguments, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Binaries!, tool);
        return OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
            ? ExpectAsync("runuser", ["-u", "nobody", "--", path, .. arguments], cancellationToken)
            : ExpectAsync(path, arguments, cancellationToken);
    }

    private static async Task ExpectAsync(string file, string[] arguments, CancellationToken cancellationToken)
    {
        // Output goes to no pipe of ours: the server inherits it and would keep it open.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", file, .. arguments]) { WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string? FindBinaries()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin"))
            : [];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(installed)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }
}
