using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GatewayDashboard.Tests.Runs;

/// <summary>The open-source gateway from npm, on loopback alone.</summary>
internal sealed class PortkeyGateway : IAsyncDisposable
{
    // Without the pin of its web server every stream answers 500.
    private const string Manifest =
        """{ "private": true, "dependencies": { "@portkey-ai/gateway": "1.15.2" }, "overrides": { "@hono/node-server": "1.13.7" } }""";

    // It listens on all interfaces by itself.
    private const string LoopbackOnly =
        """
        const net = require('net');
        const listen = net.Server.prototype.listen;
        net.Server.prototype.listen = function (...args) {
          if (typeof args[0] === 'number') { args.splice(1, typeof args[1] === 'string' ? 1 : 0, '127.0.0.1'); }
          else if (args[0] && typeof args[0] === 'object') { args[0] = { ...args[0], host: '127.0.0.1' }; }
          return listen.apply(this, args);
        };
        """;

    private readonly Process _process;

    private PortkeyGateway(Process process, int port) => (_process, BaseUrl) = (process, new Uri($"http://127.0.0.1:{port}/v1"));

    public Uri BaseUrl { get; }

    /// <summary>Installs it once beside the test assembly and starts it; skips visibly where npm cannot.</summary>
    public static async Task<PortkeyGateway> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "portkey")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), Manifest, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "loopback.cjs"), LoopbackOnly, cancellationToken);
        var script = Path.Combine(folder, "node_modules", "@portkey-ai", "gateway", "build", "start-server.js");
        if (!File.Exists(script))
        {
            var install = await RunAsync("npm", folder, "install --no-audit --no-fund --ignore-scripts --loglevel=error", cancellationToken);
            Assert.SkipUnless(install is { Exit: 0 }, $"npm could not install the gateway: {install?.Error ?? "npm is not installed"}");
        }

        var port = FreePort();
        var start = new ProcessStartInfo("node", ["--require", Path.Combine(folder, "loopback.cjs"), script, $"--port={port}", "--headless"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NODE_ENV"] = "production", ["TRUSTED_CUSTOM_HOSTS"] = "127.0.0.1" },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        await AnswersAsync(port, cancellationToken);
        return new(process, port);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task AnswersAsync(int port, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return;
            }
            catch (SocketException) when (attempt < 300)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }

    private static async Task<(int Exit, string Error)?> RunAsync(string command, string folder, string arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
