using GatewayDashboard.Data.Storage;
using GatewayDashboard.Simulator;
using Microsoft.AspNetCore.Connections;

namespace GatewayDashboard.Hosting;

/// <summary>The app does not start; the message is one sentence for the console that says what to change.</summary>
internal sealed class StartRefusal(string message) : Exception(message)
{
    /// <summary>The exit code of a start that was refused.</summary>
    public const int ExitCode = 3;

    /// <summary>The refusal behind an exception that came out of starting, or null when it is a bug that should be seen whole.</summary>
    public static StartRefusal? From(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case StartRefusal refusal:
                    return refusal;
                case DatabaseUnavailableException or SimulatorStartException:
                    return new StartRefusal(cause.Message);
                case AddressInUseException:
                    // Kestrel's outer exception is the one that names the address.
                    return new StartRefusal($"{exception.Message.TrimEnd('.')}. Stop the program that uses it, or name another port: --urls http://localhost:5300");
            }
        }

        return null;
    }
}
