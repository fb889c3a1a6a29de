using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Measurement;

namespace GatewayDashboard.Core.Tests.Completions;

public sealed class TlsTests
{
    private const string Answer = "data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    [Fact]
    public async Task Call_OverTls_IsStampedAndTimedByPhase()
    {
        using var certificate = Certificate(DateTimeOffset.UnixEpoch.AddYears(200));
        await using var server = new TlsServer(certificate);
        using var client = Call.Client(server.Address, new GatewayClientOptions { TrustedRoots = [certificate] });

        var (first, _) = await Call.SendAsync(client, Call.To(server.Address));
        var (second, _) = await Call.SendAsync(client, Call.To(server.Address));

        Assert.Equal((Outcome.Ok, Outcome.Ok), (first.Outcome, second.Outcome));
        Assert.NotNull(first.Timeline.Connection.Tls);
        Assert.True(second.Warm);
        Assert.True(second.Timeline.Start < second.Timeline.FirstToken);
        Assert.Equal(OperatingSystem.IsLinux() ? ArrivalClock.Kernel : ArrivalClock.User, second.Clock);
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 31)]
    public async Task Certificate_UntrustedOrExpired_IsConnectTls(bool trusted, int untilYearsAfter1970)
    {
        using var certificate = Certificate(DateTimeOffset.UnixEpoch.AddYears(untilYearsAfter1970));
        await using var server = new TlsServer(certificate);
        using var client = Call.Client(server.Address, new GatewayClientOptions { TrustedRoots = trusted ? [certificate] : null });

        var (measurement, _) = await Call.SendAsync(client, Call.To(server.Address));

        Assert.Equal(Outcome.ConnectTls, measurement.Outcome);
        Assert.Equal(0, server.Requests);
    }

    private static X509Certificate2 Certificate(DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=gateway.test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var bare = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(30), until);
        return X509CertificateLoader.LoadPkcs12(bare.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class TlsServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly X509Certificate2 _certificate;
        private readonly Task _serving;

        public TlsServer(X509Certificate2 certificate)
        {
            _certificate = certificate;
            _listener.Start();
            _serving = ServeAsync();
        }

        public Uri Address => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");

        public int Requests { get; private set; }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _serving;
            _listener.Dispose();
            _stop.Dispose();
        }

        private async Task ServeAsync()
        {
            try
            {
                using var socket = await _listener.AcceptSocketAsync(_stop.Token);
                await using var tls = new SslStream(new NetworkStream(socket));
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
                var buffer = new byte[8192];
                while (await tls.ReadAsync(buffer, _stop.Token) is > 0 and var count)
                {
                    if (buffer[count - 1] == '}')
                    {
                        Requests++;
                        await tls.WriteAsync(Encoding.UTF8.GetBytes(ScriptedServer.Stream(Answer)), _stop.Token);
                    }
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client refused the certificate, or the test is over.
            }
        }
    }
}
