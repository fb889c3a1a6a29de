namespace GatewayDashboard.Core.Completions;

/// <summary>Exactly what goes on the wire, with secret header values still wrapped.</summary>
/// <param name="Url">The full address.</param>
/// <param name="Headers">Headers in the order they are sent.</param>
/// <param name="Body">The JSON body, UTF-8.</param>
public sealed record ComposedRequest(Uri Url, IReadOnlyList<ComposedHeader> Headers, ReadOnlyMemory<byte> Body);

/// <summary>One header of a composed request: a plain value or a secret, never both.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Value">What is shown: the value itself, or three asterisks (with the scheme) for a secret.</param>
/// <param name="Secret">The secret that is sent in place of the asterisks, or null.</param>
public sealed record ComposedHeader(string Name, string Value, Secrets.Secret? Secret = null);
