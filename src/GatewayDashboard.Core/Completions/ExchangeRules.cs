using System.Net.Sockets;

namespace GatewayDashboard.Core.Completions;

/// <summary>What an exchange that broke on the wire means for a call. No exception text is shown: it would be ours, not the gateway's.</summary>
internal static class ExchangeRules
{
    public static (Outcome Outcome, string Message) Judge(Exception e)
    {
        var error = e switch
        {
            HttpIOException io => io.HttpRequestError,
            HttpRequestException request => request.HttpRequestError,
            _ => HttpRequestError.Unknown,
        };
        return error switch
        {
            HttpRequestError.ResponseEnded => (Outcome.Cut, "The gateway closed the connection before the answer was complete."),
            HttpRequestError.InvalidResponse => (Outcome.Protocol, "The response breaks the rules of HTTP."),
            HttpRequestError.ConfigurationLimitExceeded => (Outcome.Protocol, "The response headers are larger than 64 KiB."),
            _ when Socket(e) is { } socket => (Outcome.Cut, $"The connection broke: {socket.SocketErrorCode}."),
            _ when e is IOException or { InnerException: IOException } => (Outcome.Cut, "The connection broke."),
            _ => (Outcome.Protocol, "The exchange failed in a way that HTTP does not know."),
        };
    }

    private static SocketException? Socket(Exception? e) => e is null ? null : e as SocketException ?? Socket(e.InnerException);
}
