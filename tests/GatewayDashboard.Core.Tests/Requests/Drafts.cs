using System.Text.Json.Nodes;
using CsCheck;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Core.Requests;

namespace GatewayDashboard.Core.Tests.Requests;

/// <summary>Random drafts: any gateway, any known parameter, nasty texts everywhere a person can write.</summary>
internal static class Drafts
{
    private static readonly Gen<string> s_text = Gen.OneOf(Gen.OneOf(NastyTexts.All.ToArray()), Gen.String, Gen.OneOf(NastyTexts.All.ToArray()).Array[2, 5].Select(string.Concat))
        .Select(text => new string([.. text.Where(c => !char.IsSurrogate(c) && c is not ('\ufdd0' or '\ufdd1'))]));

    private static readonly Gen<JsonNode?> s_value = Gen.OneOf(
        s_text.Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Int[-5, 100_000].Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Double[-2, 2].Select(number => (JsonNode?)JsonNode.Parse(number.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture))),
        Gen.Bool.Select(flag => (JsonNode?)JsonValue.Create(flag)),
        Gen.Const((JsonNode?)null),
        s_text.Array[0, 3].Select(texts => (JsonNode?)new JsonArray([.. texts.Select(text => JsonValue.Create(text))])),
        Gen.Select(s_text, s_text).Select((name, text) => (JsonNode?)new JsonObject { [name] = text, ["deep"] = new JsonObject { ["er"] = new JsonArray() } }));

    private static readonly Gen<JsonNode?> s_message = Gen.Select(Gen.OneOf("system", "user", "assistant"), s_text, Gen.Bool)
        .Select((role, text, image) => (JsonNode?)(image
            ? DraftMessage.Of(role, text).WithImages([new DraftImage("https://example.test/i.png?a=1&b='2'", "low")]).ToJson()
            : DraftMessage.Of(role, text).ToJson()));

    private static readonly string[] s_names = [.. ParameterCatalogue.For(RequestEndpoint.Chat).Where(parameter => parameter.Name is not ("model" or "messages")).Select(parameter => parameter.Name), "own_field", "__proto__"];

    private static readonly Gen<RequestHeader> s_header = Gen.OneOf(
        Gen.OneOf("plain", "it's", "a \"b\" & c", "$HOME `x` %PATH% ^ | <y>", "back\\", "a\\\"b").Select(text => new RequestHeader("X-Title", text)),
        Gen.Const(new RequestHeader("X-Team", "team ", "TEAM_ID")),
        Gen.Const(new RequestHeader("X-Own", "", "OWN_VALUE")));

    private static readonly RequestDraft[] s_places =
    [
        .. GatewayCatalogue.All.Where(gateway => gateway.Kind != GatewayKind.NotCallable && (gateway.BaseUrl ?? gateway.ExampleBaseUrl) is not null).Select(gateway => new RequestDraft { GatewayId = gateway.Id }),
        new RequestDraft { GatewayId = "custom", BaseUrl = new Uri("http://127.0.0.1:9000/v1") },
    ];

    public static Gen<RequestDraft> Any { get; } = Gen.Select(Gen.OneOf(s_places), s_message.Array[1, 4], Gen.Dictionary(Gen.OneOf(s_names), s_value)[0, 6], s_header.Array[0, 2], Gen.Bool)
        .Select((place, messages, fields, headers, stream) =>
        {
            JsonObject body = new() { ["model"] = "maker/model-1", ["messages"] = new JsonArray(messages) };
            foreach ((string name, JsonNode? value) in fields)
            {
                body[name] = value?.DeepClone();
            }

            body["stream"] = stream;
            return place with { Body = body, Headers = [.. headers.DistinctBy(header => header.Name)] };
        });
}
