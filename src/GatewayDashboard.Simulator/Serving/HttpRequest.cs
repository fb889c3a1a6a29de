namespace GatewayDashboard.Simulator.Serving;

/// <summary>One request as read from a connection.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Path">Without the query.</param>
/// <param name="Query">Without the question mark; empty where there is none.</param>
/// <param name="Headers">By name, in any case; the last of equal names.</param>
/// <param name="Body">The whole body.</param>
/// <param name="ArrivalTicks">When its last byte was read.</param>
/// <param name="BytesIn">Bytes of head and body on the wire.</param>
internal sealed record HttpRequest(
    string Method,
    string Path,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body,
    long ArrivalTicks,
    long BytesIn)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public bool WantsClose => string.Equals(Header("Connection"), "close", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A request that cannot be answered as asked: the status and one sentence that says what to change.</summary>
internal sealed class RequestRefusedException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
