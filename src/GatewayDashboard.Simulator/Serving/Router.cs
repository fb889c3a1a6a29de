using GatewayDashboard.Simulator.Answers;
using GatewayDashboard.Simulator.Dialects;
using GatewayDashboard.Simulator.Journals;
using GatewayDashboard.Simulator.Models;
using GatewayDashboard.Simulator.Profiles;

namespace GatewayDashboard.Simulator.Serving;

/// <summary>Finds the answer to a request by its path: <c>/{gateway}/v1/chat/completions</c>, <c>/{gateway}/v1/models</c> or <c>/_journal</c>.</summary>
internal sealed class Router(Journal journal, AnswerDesk desk)
{
    private static readonly string[] KeyHeaders = ["Authorization", "apikey", "x-api-key", "x-portkey-api-key"];
    private long _sequence;

    public (Reply Reply, ExchangeLog Log) Answer(HttpRequest request)
    {
        if (request.Path == "/_journal")
        {
            return (JournalReply(request.Query), Unjournaled);
        }

        if (request.Path == WarmUp.Path)
        {
            var plain = WireDialects.Find("vllm")!;
            return (desk.Answer(plain, ChatRequest.Parse(request.Body), null), Unjournaled);
        }

        var segments = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var gateway = segments.Length > 0 ? segments[0] : "";
        var begun = Begin(request, gateway);
        if (WireDialects.Find(gateway) is not { } dialect)
        {
            var ids = string.Join(", ", GatewayProfiles.All.Select(profile => profile.GatewayId));
            return Refused(begun, ErrorBody.Invalid($"There is no simulated gateway '{gateway}'. Known: {ids}.") with { Status = 404 }, null);
        }

        var rest = string.Join('/', segments.Skip(segments.Length > 1 && segments[1] == "v1" ? 2 : 1));
        return (request.Method, rest) switch
        {
            ("GET", "models") => Plain(begun, Reply.Json(200, ModelsList.Write(dialect, request.Query))),
            ("POST", "chat/completions") => Chat(request, dialect, begun),
            (_, "models" or "chat/completions") => Refused(begun, ErrorBody.Invalid($"{request.Method} is not allowed here.") with { Status = 405 }, dialect),
            _ => Refused(begun, ErrorBody.Invalid($"Unknown path {request.Path}.") with { Status = 404 }, dialect),
        };
    }

    /// <summary>The reply to bytes that are no acceptable request; the connection ends with it.</summary>
    public (Reply Reply, ExchangeLog Log) Refuse(RequestRefusedException refused)
    {
        var begun = new JournalEntry { Sequence = Interlocked.Increment(ref _sequence), GatewayId = "", Request = "" };
        var (reply, log) = Refused(begun, ErrorBody.Invalid(refused.Message) with { Status = refused.Status }, null);
        return (reply.ThenClose(), log);
    }

    private static ExchangeLog Unjournaled => new(null, new JournalEntry { Sequence = 0, GatewayId = "", Request = "" }, null);

    private (Reply Reply, ExchangeLog Log) Chat(HttpRequest request, WireDialect dialect, JournalEntry begun)
    {
        try
        {
            var chat = ChatRequest.Parse(request.Body);
            begun = begun with { Model = chat.Model, Streamed = chat.Stream, PromptTokens = chat.PromptTokens };
            var reply = desk.Answer(dialect, chat, request.Header("X-Simulate"), request.Header("Authorization"));
            return (reply, new ExchangeLog(journal, begun with { Status = reply.Status, Fault = reply.Fault }, ModelCatalogue.Find(dialect.GatewayId, chat.Model)));
        }
        catch (RequestRefusedException refused)
        {
            return Refused(begun, ErrorBody.Invalid(refused.Message) with { Status = refused.Status }, dialect);
        }
    }

    private (Reply Reply, ExchangeLog Log) Refused(JournalEntry begun, ErrorBody error, WireDialect? dialect) =>
        Plain(begun, error.ToReply(dialect ?? new WireDialect("")));

    private (Reply Reply, ExchangeLog Log) Plain(JournalEntry begun, Reply reply) =>
        (reply, new ExchangeLog(journal, begun with { Status = reply.Status }, null));

    private JournalEntry Begin(HttpRequest request, string gateway) => new()
    {
        Sequence = Interlocked.Increment(ref _sequence),
        RequestId = request.Header("X-Client-Request-Id"),
        GatewayId = gateway,
        Request = $"{request.Method} {request.Path}",
        KeyPresent = KeyHeaders.Any(header => request.Header(header) is { Length: > 0 }),
        ArrivalTicks = request.ArrivalTicks,
        BytesIn = request.BytesIn,
    };

    private Reply JournalReply(string query)
    {
        const string Prefix = "id=";
        var entries = journal.Entries.AsEnumerable();
        if (query.StartsWith(Prefix, StringComparison.Ordinal))
        {
            var id = Uri.UnescapeDataString(query[Prefix.Length..]);
            entries = entries.Where(entry => entry.RequestId == id);
        }

        var lines = entries.Select(entry => BodyPart.Of(PartKind.Raw, 0, JournalLine.Write(entry) + "\n"));
        return new Reply
        {
            Headers =
            [
                new("Content-Type", "application/x-ndjson"),
                new("X-Ticks-Per-Second", System.Diagnostics.Stopwatch.Frequency.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                new("X-Dropped", journal.Dropped.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ],
            Parts = lines,
        };
    }
}
