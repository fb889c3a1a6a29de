using System.Text;
using System.Text.Json;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Secrets;
using GatewayDashboard.Data;
using GatewayDashboard.Data.Connections;
using Microsoft.EntityFrameworkCore;

namespace GatewayDashboard.Credentials;

/// <summary>Stores connections: everything of a draft in one commit, or nothing. Each change stands in the audit log, no key ever does.</summary>
public sealed class ConnectionStore(IDbContextFactory<DashboardDbContext> contexts, ConnectionDirectory directory, SecretVault vault, TimeProvider time)
{
    /// <summary>Reads what is stored and puts it in force.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var origins = await db.AllowedOrigins.AsNoTracking().Select(allowed => allowed.Origin).ToListAsync(cancellationToken);
        directory.Take(await ReadAsync(db, cancellationToken), [.. origins.Select(origin => GatewayAddress.Read(origin).Address).OfType<Uri>()]);
    }

    /// <summary>Stores a draft and puts it in force.</summary>
    /// <returns>What is wrong by field name, with nothing stored; empty where it was stored.</returns>
    public async Task<IReadOnlyDictionary<string, string>> SaveAsync(ConnectionDraft draft, string actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = (await ReadAsync(db, cancellationToken)).FirstOrDefault(row => row.Id == draft.Id);
        var problems = DraftCheck.Problems(draft, stored, directory.Statuses);
        if (problems.Count > 0)
        {
            return problems;
        }

        var id = draft.Id.Length > 0 ? draft.Id : IdOf(draft.Name!);
        var address = DraftCheck.Address(draft)!;
        var now = time.GetUtcNow();
        var row = await db.Connections.FindAsync([id], cancellationToken) ?? db.Connections.Add(new() { Id = id, UpdatedAt = now }).Entity;
        row.Name = Given(draft.Name);
        row.BaseUrl = string.IsNullOrWhiteSpace(draft.BaseUrl) ? null : address.AbsoluteUri;
        row.InFrontOf = Given(draft.InFrontOf);
        row.Enabled = draft.Enabled;
        row.UpdatedAt = now;
        await SetSecretsAsync(db, draft, id, address, now, cancellationToken);
        await AllowAsync(db, draft, id, address, now, cancellationToken);
        db.AuditLog.Add(new() { At = now, Actor = actor, Action = draft.Key is null ? "connection.set" : "key.set", Subject = id, Detail = address.GetLeftPart(UriPartial.Authority) });
        await db.SaveChangesAsync(cancellationToken);
        await LoadAsync(cancellationToken);
        return problems;
    }

    /// <summary>Lets a gateway be called, or not.</summary>
    public async Task SetEnabledAsync(string id, bool enabled, string actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var row = await db.Connections.FindAsync([id], cancellationToken) ?? db.Connections.Add(new() { Id = id, UpdatedAt = now }).Entity;
        (row.Enabled, row.UpdatedAt) = (enabled, now);
        db.AuditLog.Add(new() { At = now, Actor = actor, Action = enabled ? "connection.enable" : "connection.disable", Subject = id });
        await db.SaveChangesAsync(cancellationToken);
        await LoadAsync(cancellationToken);
    }

    /// <summary>Forgets what was stored of a gateway, its keys with it; what configuration says holds again.</summary>
    public async Task RemoveAsync(string id, string actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Connections.FindAsync([id], cancellationToken) is { } row)
        {
            db.Credentials.RemoveRange(await db.Credentials.Where(credential => credential.ConnectionId == id).ToListAsync(cancellationToken));
            db.Connections.Remove(row);
            await ForgetUnusedAsync(db, id, null, cancellationToken);
            db.AuditLog.Add(new() { At = time.GetUtcNow(), Actor = actor, Action = "connection.remove", Subject = id });
            await db.SaveChangesAsync(cancellationToken);
        }

        await LoadAsync(cancellationToken);
    }

    /// <summary>Seals every stored key anew under another master key. Keys that cannot be opened here stay as they are and must be entered again.</summary>
    /// <returns>How many were moved, and how many could not be.</returns>
    public async Task<(int Moved, int Left)> RekeyAsync(MasterKey next, string actor, CancellationToken cancellationToken = default)
    {
        var (moved, left) = (0, 0);
        var nextVault = new SecretVault(next);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var credential in await db.Credentials.ToListAsync(cancellationToken))
        {
            if (vault.Rekey(Sealed(credential), new(credential.ConnectionId, credential.Field, credential.Origin), nextVault) is { } resealed)
            {
                Put(credential, resealed);
                moved++;
            }
            else
            {
                left++;
            }
        }

        db.AuditLog.Add(new() { At = time.GetUtcNow(), Actor = actor, Action = "key.rekey", Subject = "all", Detail = $"{moved} moved, {left} left" });
        await db.SaveChangesAsync(cancellationToken);
        return (moved, left);
    }

    /// <summary>The id a name gives: lower case letters and digits, joined by hyphens.</summary>
    internal static string IdOf(string name)
    {
        StringBuilder id = new();
        foreach (var character in name.Trim().ToLowerInvariant())
        {
            id.Append(char.IsAsciiLetterOrDigit(character) ? character : id.Length > 0 && id[^1] != '-' ? "-" : "");
        }

        return id.ToString().Trim('-');
    }

    private async Task SetSecretsAsync(DashboardDbContext db, ConnectionDraft draft, string id, Uri address, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        var kept = await db.Credentials.Where(credential => credential.ConnectionId == id).ToListAsync(cancellationToken);

        // Sealed for another origin they open nowhere any more: better gone than lying about.
        db.Credentials.RemoveRange(kept.Where(credential => credential.Origin != origin || (draft.RemoveKey && credential.Field == ConnectionBuilder.KeyField)));
        if (draft.Key is { } key)
        {
            Seal(db, kept, id, ConnectionBuilder.KeyField, origin, new Secret(key), now);
        }

        if (draft.HeaderValue is { Length: > 0 } value)
        {
            Seal(db, kept, id, ConnectionBuilder.HeaderField + draft.HeaderName, origin, new Secret(value), now);
        }
    }

    private void Seal(DashboardDbContext db, List<Credential> kept, string id, string field, string origin, Secret secret, DateTimeOffset now)
    {
        var stored = vault.Seal(secret, new SecretBinding(id, field, origin));
        if (kept.Find(credential => credential.Field == field) is { } credential)
        {
            Put(credential, stored);
            (credential.Origin, credential.LastFour, credential.UpdatedAt) = (origin, secret.LastFour, now);
            db.Entry(credential).State = EntityState.Modified;
        }
        else
        {
            db.Credentials.Add(new()
            {
                ConnectionId = id, Field = field, Origin = origin, KeyId = stored.KeyId, Nonce = stored.Nonce, Ciphertext = stored.Ciphertext, Tag = stored.Tag,
                LastFour = secret.LastFour, UpdatedAt = now,
            });
        }
    }

    private static async Task AllowAsync(DashboardDbContext db, ConnectionDraft draft, string id, Uri address, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        await ForgetUnusedAsync(db, id, draft.AllowAddress ? origin : null, cancellationToken);
        if (draft.AllowAddress && await db.AllowedOrigins.FindAsync([origin], cancellationToken) is null)
        {
            db.AllowedOrigins.Add(new() { Origin = origin, AddedAt = now });
        }
    }

    // An allowance was given for a connection and ends with it.
    private static async Task ForgetUnusedAsync(DashboardDbContext db, string changedId, string? keptOrigin, CancellationToken cancellationToken)
    {
        var addresses = await db.Connections.Where(row => row.Id != changedId && row.BaseUrl != null).Select(row => row.BaseUrl!).ToListAsync(cancellationToken);
        var used = addresses.Select(address => new Uri(address).GetLeftPart(UriPartial.Authority)).Append(keptOrigin).ToHashSet();
        var allowed = await db.AllowedOrigins.ToListAsync(cancellationToken);
        db.AllowedOrigins.RemoveRange(allowed.Where(allowance => !used.Contains(allowance.Origin)));
    }

    private static async Task<IReadOnlyList<StoredGateway>> ReadAsync(DashboardDbContext db, CancellationToken cancellationToken)
    {
        var credentials = (await db.Credentials.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(credential => credential.ConnectionId);
        var rows = await db.Connections.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new StoredGateway
            {
                Id = row.Id,
                Name = row.Name,
                BaseUrl = row.BaseUrl,
                Enabled = row.Enabled,
                InFrontOf = row.InFrontOf,
                Dialect = row.Dialect is null ? null : JsonSerializer.Deserialize<GatewayDialect>(row.Dialect, JsonSerializerOptions.Web),
                Secrets = credentials[row.Id].ToDictionary(credential => credential.Field, Sealed),
            }),
        ];
    }

    private static SealedSecret Sealed(Credential credential) => new(credential.KeyId, credential.Nonce, credential.Ciphertext, credential.Tag);

    private static void Put(Credential credential, SealedSecret stored) =>
        (credential.KeyId, credential.Nonce, credential.Ciphertext, credential.Tag) = (stored.KeyId, stored.Nonce, stored.Ciphertext, stored.Tag);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
