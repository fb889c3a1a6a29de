using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace GatewayDashboard.Hosting;

/// <summary>The person at this machine: signed in by being able to reach a loopback address.</summary>
internal sealed class SingleUser(IOptionsMonitor<SingleUserOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<SingleUserOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public new const string Scheme = "SingleUser";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.Name, "You"),
                new(ClaimTypes.Role, Roles.Viewer),
                new(ClaimTypes.Role, Roles.Operator),
                new(ClaimTypes.Role, Roles.Admin),
            ],
            Scheme);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
    }
}

/// <summary>Single-user mode has nothing to set.</summary>
internal sealed class SingleUserOptions : AuthenticationSchemeOptions;
