using Microsoft.AspNetCore.Authorization;

namespace GatewayDashboard.Hosting;

/// <summary>Who may do what: nothing is open unless it says so, and on loopback the one user has every role.</summary>
internal static class Access
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(SingleUser.Scheme).AddScheme<SingleUserOptions, SingleUser>(SingleUser.Scheme, null);
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Roles.Operator, policy => policy.RequireRole(Roles.Operator))
            .AddPolicy(Roles.Admin, policy => policy.RequireRole(Roles.Admin));
        builder.Services.AddCascadingAuthenticationState();
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }
}

/// <summary>The roles; each may do what the ones before it may.</summary>
internal static class Roles
{
    /// <summary>Sees everything that is not a secret.</summary>
    public const string Viewer = "viewer";

    /// <summary>May send calls and spend money.</summary>
    public const string Operator = "operator";

    /// <summary>May change keys, addresses, budgets and users.</summary>
    public const string Admin = "admin";
}
