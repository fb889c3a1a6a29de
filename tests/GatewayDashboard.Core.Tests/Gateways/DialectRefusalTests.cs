using System.Text;
using GatewayDashboard.Core.Completions;
using GatewayDashboard.Core.Gateways;

namespace GatewayDashboard.Core.Tests.Gateways;

public sealed class DialectRefusalTests
{
    // Bodies as the vendors document them: the same status means other things at other gateways.
    [Theory]
    [InlineData("openrouter", 402, """{"error":{"code":402,"message":"Insufficient credits"}}""", Outcome.Account)]
    [InlineData("openrouter", 403, """{"error":{"code":403,"message":"Flagged","metadata":{"reasons":["violence"]}}}""", Outcome.Filtered)]
    [InlineData("openrouter", 404, """{"error":{"code":404,"message":"No endpoints found for the model"}}""", Outcome.Model)]
    [InlineData("openrouter", 529, """{"error":{"code":529,"message":"Overloaded"}}""", Outcome.Overloaded)]
    [InlineData("aimlapi", 403, """{"message":"Top up to continue","path":"/v1/chat/completions","statusCode":403}""", Outcome.Account)]
    [InlineData("aimlapi", 404, """{"message":"The model acme/x was not found","statusCode":"404"}""", Outcome.Model)]
    [InlineData("together", 402, """{"error":{"message":"Spending limit reached","type":"credit_limit","param":null,"code":null}}""", Outcome.Account)]
    [InlineData("together", 403, """{"error":{"message":"Input plus max_tokens is too long","type":"invalid_request_error"}}""", Outcome.Request)]
    [InlineData("together", 503, """{"error":"The server is overloaded"}""", Outcome.Overloaded)]
    [InlineData("groq", 404, """{"error":{"message":"The model `llama-3.1-8b-instant` does not exist or you do not have access to it.","type":"invalid_request_error","code":"model_not_found"}}""", Outcome.Model)]
    [InlineData("groq", 498, """{"error":{"message":"Flex tier at capacity","type":"capacity"}}""", Outcome.Overloaded)]
    [InlineData("groq", 429, """{"error":{"message":"Rate limit reached","type":"tokens","code":"rate_limit_exceeded"}}""", Outcome.RateLimited)]
    [InlineData("sambanova", 410, """{"error":{"message":"Deprecated","type":"model_deprecated","param":null,"code":"model_deprecated"},"request_id":"r"}""", Outcome.Model)]
    [InlineData("sambanova", 400, """{"error":{"message":"Unknown","type":"invalid_request_error","code":"model_not_found"}}""", Outcome.Model)]
    [InlineData("sambanova", 402, """{"error":{"message":"Add a payment method","code":"PAYMENT_METHOD_REQUIRED"}}""", Outcome.Account)]
    [InlineData("sambanova", 429, """{"error":{"message":"Queue is full","code":"queue_full"}}""", Outcome.Overloaded)]
    [InlineData("sambanova", 503, "Service under maintenance", Outcome.Overloaded)]
    [InlineData("baseten", 402, """{"error":"Payment required"}""", Outcome.Account)]
    [InlineData("baseten", 404, """{"error":"model not found"}""", Outcome.Model)]
    [InlineData("portkey", 412, """{"status":"failure","message":"Budget exhausted"}""", Outcome.Account)]
    [InlineData("portkey", 446, """{"error":{"message":"The guardrail checks failed"},"hook_results":{}}""", Outcome.Filtered)]
    [InlineData("portkey-oss", 400, """{"status":"failure","message":"Either x-portkey-config or x-portkey-provider header is required"}""", Outcome.Request)]
    [InlineData("kong", 400, """{"error":{"message":"cannot use own model - must be: gpt-oss-120b"}}""", Outcome.Request)]
    [InlineData("kong", 429, """{"message":"API rate limit exceeded","request_id":"r"}""", Outcome.RateLimited)]
    [InlineData("litellm", 400, """{"error":{"message":"Budget has been exceeded!","type":"budget_exceeded","param":"None","code":"400"}}""", Outcome.Account)]
    [InlineData("litellm", 400, """{"error":{"message":"UnsupportedParamsError","type":"invalid_request_error","param":"None","code":"400"}}""", Outcome.Request)]
    [InlineData("vllm", 404, """{"error":{"message":"The model `x` does not exist.","type":"NotFoundError","param":null,"code":404}}""", Outcome.Model)]
    [InlineData("vllm", 400, """{"object":"error","message":"too long","type":"BadRequestError","param":null,"code":400}""", Outcome.Request)]
    [InlineData("ollama", 404, """{"error":{"message":"model \"x\" not found, try pulling it first","type":"not_found_error","param":null,"code":null}}""", Outcome.Model)]
    [InlineData("llamacpp", 503, """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""", Outcome.Overloaded)]
    [InlineData("custom", 401, """{"error":{"message":"bad key"}}""", Outcome.Auth)]
    public void Judge_DocumentedRefusal_MeansWhatItMeansThere(string gateway, int status, string body, Outcome outcome) =>
        Assert.Equal(outcome, StatusRules.Judge(GatewayCatalogue.Find(gateway)!.Dialect, status, ErrorBody.Read(Encoding.UTF8.GetBytes(body))));
}
