using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Tests.Completions;

/// <summary>Every way a call can end, over a real socket.</summary>
public sealed class OutcomeTests
{
    private const string Good = "data: {\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    private const string Begun = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    private const string Part = "data: {\"choices\":[{\"delta\":{\"content\":\"part\"}}]}\n\n";

    private static string Chunk(string text) => $"{text.Length:x}\r\n{text}\r\n";

    [Theory]
    [InlineData("400 Bad Request", "{\"error\":{\"message\":\"Unknown parameter stream_options\"}}", Outcome.Request)]
    [InlineData("401 Unauthorized", "{\"error\":{\"message\":\"Invalid key\"}}", Outcome.Auth)]
    [InlineData("402 Payment Required", "{\"error\":{\"code\":402,\"message\":\"Insufficient credits\"}}", Outcome.Account)]
    [InlineData("403 Forbidden", "{\"message\":\"Your balance is used up\",\"statusCode\":403}", Outcome.Account)]
    [InlineData("403 Forbidden", "{\"error\":{\"message\":\"Not allowed\"}}", Outcome.Auth)]
    [InlineData("403 Forbidden", "<html><title>Just a moment...</title></html>", Outcome.Protocol)]
    [InlineData("404 Not Found", "{\"error\":{\"message\":\"The model x does not exist\",\"code\":\"model_not_found\"}}", Outcome.Model)]
    [InlineData("404 Not Found", "<html><title>404</title></html>", Outcome.Request)]
    [InlineData("404 Not Found", "{\"detail\":\"Not Found\"}", Outcome.Request)]
    [InlineData("400 Bad Request", "{\"error\":{\"message\":\"gone\",\"code\":\"model_decommissioned\"}}", Outcome.Model)]
    [InlineData("405 Method Not Allowed", "", Outcome.Request)]
    [InlineData("408 Request Timeout", "", Outcome.TimeoutHeaders)]
    [InlineData("413 Too Large", "{\"error\":\"too long\"}", Outcome.Request)]
    [InlineData("422 Unprocessable", "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"field required\"}]}", Outcome.Request)]
    [InlineData("429 Too Many", "{\"error\":{\"message\":\"slow down\"}}", Outcome.RateLimited)]
    [InlineData("500 Oops", "", Outcome.Server)]
    [InlineData("502 Bad Gateway", "<html><title>502</title></html>", Outcome.Server)]
    [InlineData("503 Busy", "{\"error\":{\"message\":\"loading\"}}", Outcome.Overloaded)]
    [InlineData("529 Busy", "", Outcome.Overloaded)]
    [InlineData("204 No Content", "", Outcome.Protocol)]
    [InlineData("299 Odd", "", Outcome.Protocol)]
    public async Task Status_IsClassed(string status, string body, Outcome outcome)
    {
        var measurement = await Call.OnceAsync(status.StartsWith("204", StringComparison.Ordinal)
            ? "HTTP/1.1 204 No Content\r\n\r\n"
            : ScriptedServer.Answer(body, status, body.StartsWith('<') ? "text/html" : "application/json"));

        Assert.Equal(outcome, measurement.Outcome);
        Assert.NotNull(measurement.Fault);
        Assert.Null(measurement.Total);
    }

    [Fact]
    public async Task RefusalOfTheDialect_WinsOverTheStatus()
    {
        // Portkey answers 412 when a budget is used up.
        var dialect = new GatewayDialect { Refusals = [new RefusalRule(412, null, Outcome.Account)] };

        var measurement = await Call.OnceAsync(ScriptedServer.Answer("{\"status\":\"failure\",\"message\":\"budget\"}", "412 Precondition Failed", "application/json"), dialect: dialect);

        Assert.Equal((Outcome.Account, "budget", 412), (measurement.Outcome, measurement.Fault!.Message, measurement.Fault.Status));
    }

    [Fact]
    public async Task FastApiDetail_IsFoundInItsList() =>
        Assert.Equal("field required", (await Call.OnceAsync(ScriptedServer.Answer("{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"field required\"}]}", "422 No", "application/json"))).Fault!.Message);

    [Theory]
    [InlineData("Retry-After: 7", 7)]
    [InlineData("Retry-After: 99999999", 900)]
    [InlineData("Retry-After: -1", 1)]
    [InlineData("Retry-After: Wed, 21 Oct 2015 07:28:00 GMT", 1)]
    [InlineData("x-ratelimit-reset-requests: 1m30.5s", 90.5)]
    [InlineData("x-ratelimit-reset-tokens: 12ms", 1)]
    public async Task RetryAfter_IsReadAndClamped(string header, double seconds)
    {
        var measurement = await Call.OnceAsync(ScriptedServer.Answer("{}", "429 No", "application/json", header + "\r\n"));

        Assert.Equal(seconds, measurement.Fault!.RetryAfter!.Value.TotalSeconds, 3);
    }

    [Fact]
    public async Task Redirect_IsNeverFollowed()
    {
        await using var other = new ScriptedServer(ScriptedServer.Stream(Good));
        await using var server = new ScriptedServer(ScriptedServer.Answer("", "307 Go", "text/plain", $"Location: {other.Address}\r\n"));

        var measurement = await Call.OnceAsync(server);

        Assert.Equal((Outcome.Redirect, 0), (measurement.Outcome, other.Connections));
        Assert.Contains(other.Address.ToString(), measurement.Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EchoedKey_NeverReachesTheFaultOrTheHeaders()
    {
        var measurement = await Call.OnceAsync(ScriptedServer.Answer($"{{\"error\":{{\"message\":\"Bad key {Call.Key}\",\"code\":\"{Call.Key}\"}}}}", "401 No", "application/json", $"X-Echo: Bearer {Call.Key}\r\n"));

        Assert.DoesNotContain(Call.Key, measurement.ToString() + measurement.Fault + string.Join('\n', measurement.Headers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongFault_IsCutToTwoKibibytes() =>
        Assert.InRange((await Call.OnceAsync(ScriptedServer.Answer($"{{\"error\":\"{new string('é', 9_000)}\"}}", "500 No", "application/json"))).Fault!.Message.Length, 1, 1024);

    // A captive portal or login page: zero events and no error in the framework's parser.
    [Fact]
    public async Task HtmlInsteadOfStream_IsProtocol()
    {
        var measurement = await Call.OnceAsync(ScriptedServer.Answer("<!doctype html><title>Sign in</title>", "200 OK", "text/html"));

        Assert.Equal(Outcome.Protocol, measurement.Outcome);
        Assert.Contains("Sign in", measurement.Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HtmlLabelledAsStream_IsProtocol() => Assert.Equal(Outcome.Protocol, (await Call.OnceAsync(ScriptedServer.Stream("<html><p>hello</p>\n</html>\n"))).Outcome);

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task JsonInsteadOfStream_CountsForTotalLatencyOnly(string type)
    {
        var measurement = await Call.OnceAsync(ScriptedServer.Stream("{\"model\":\"m\",\"choices\":[{\"message\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}],\"usage\":{\"completion_tokens\":1}}", type));

        Assert.Equal((Outcome.NotStream, "Hi", 1), (measurement.Outcome, measurement.Answer, measurement.Usage!.Output));
        Assert.NotNull(measurement.Total);
        Assert.Null(measurement.FirstToken);
    }

    [Fact]
    public async Task JsonErrorWithStatus200_IsAStreamError() => Assert.Equal(Outcome.StreamError, (await Call.OnceAsync(ScriptedServer.Stream("{\"error\":{\"message\":\"no\"}}", "application/json"))).Outcome);

    [Fact]
    public async Task JsonLines_AreProtocol() => Assert.Equal(Outcome.Protocol, (await Call.OnceAsync(ScriptedServer.Stream("{\"response\":\"a\"}\n{\"response\":\"b\"}\n", "application/x-ndjson"))).Outcome);

    [Fact]
    public async Task StreamWithoutItsType_IsReadAndNoted()
    {
        var measurement = await Call.OnceAsync(ScriptedServer.Stream(Good, "text/plain"));

        Assert.Equal(Outcome.Ok, measurement.Outcome);
        Assert.Contains("content-type", measurement.Notes);
    }

    [Fact]
    public async Task CompressedAnswer_IsNotUnpacked() => Assert.Equal(Outcome.Protocol, (await Call.OnceAsync(ScriptedServer.Answer(Good, "200 OK", "text/event-stream", "Content-Encoding: gzip\r\n"))).Outcome);

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + Part)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 999\r\n\r\n" + Part)]
    [InlineData("HTTP/1.1 200 OK\r\nConte")]
    [InlineData("")]
    public async Task ConnectionEndingEarly_IsCut(string response)
    {
        await using var server = new ScriptedServer(async exchange =>
        {
            await exchange.SendAsync(response);
            exchange.Close();
        });

        Assert.Equal(Outcome.Cut, (await Call.OnceAsync(server)).Outcome);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task ConnectionReset_IsCutAndKeepsThePart()
    {
        await using var server = new ScriptedServer(async exchange =>
        {
            await exchange.SendAsync(Begun + Chunk(Part));
            await exchange.WaitAsync(50);
            exchange.Reset();
        });

        var measurement = await Call.OnceAsync(server);

        Assert.Equal((Outcome.Cut, "part"), (measurement.Outcome, measurement.Answer));
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n")]
    [InlineData(Begun + "zz\r\nnonsense\r\n")]
    public async Task BrokenHttp_IsProtocol(string response) => Assert.Equal(Outcome.Protocol, (await Call.OnceAsync(response)).Outcome);

    [Fact]
    public async Task HugeHeaders_AreProtocol() => Assert.Equal(Outcome.Protocol, (await Call.OnceAsync($"HTTP/1.1 200 OK\r\nX-Big: {new string('a', 90_000)}\r\n\r\n")).Outcome);

    [Fact]
    public async Task DataAfterDone_IsIgnoredAndNoted()
    {
        var measurement = await Call.OnceAsync(ScriptedServer.Stream(Good + Part));

        Assert.Equal((Outcome.Ok, "Hi"), (measurement.Outcome, measurement.Answer));
        Assert.Contains("data-after-done", measurement.Notes);
    }

    [Fact]
    public async Task EmptyBody_IsCut() => Assert.Equal(Outcome.Cut, (await Call.OnceAsync(ScriptedServer.Stream(""))).Outcome);

    [Fact]
    public async Task EndlessLine_IsALimit()
    {
        await using var server = new ScriptedServer(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: ");
            while (true)
            {
                await exchange.SendAsync(new string('a', 65_536));
            }
        });

        Assert.Equal(Outcome.Limit, (await Call.OnceAsync(server)).Outcome);
    }

    [Fact]
    public async Task TooMuchText_IsALimit() => Assert.Equal(Outcome.Limit, (await Call.OnceAsync(ScriptedServer.Stream(Part + Part + Good), new CallLimits { TextBytes = 6 })).Outcome);

    [Theory]
    [InlineData("length", Outcome.OkLength)]
    [InlineData("content_filter", Outcome.Filtered)]
    [InlineData("error", Outcome.StreamError)]
    [InlineData("odd", Outcome.Ok)]
    public async Task FinishReason_IsClassed(string reason, Outcome outcome) =>
        Assert.Equal(outcome, (await Call.OnceAsync(ScriptedServer.Stream(Good.Replace("stop", reason, StringComparison.Ordinal)))).Outcome);

    [Theory]
    [InlineData("\"model\":\"m\"", "", "X-Cache: HIT\r\n", "cached")]
    [InlineData("\"model\":\"llama\"", "", "", "other-model")]
    public async Task IncomparableAnswer_IsSuspect(string model, string _, string header, string note)
    {
        var measurement = await Call.OnceAsync(ScriptedServer.Answer(Good.Replace("\"model\":\"m\"", model, StringComparison.Ordinal), "200 OK", "text/event-stream", header));

        Assert.Equal(Outcome.Suspect, measurement.Outcome);
        Assert.Contains(note, measurement.Notes);
    }
}
