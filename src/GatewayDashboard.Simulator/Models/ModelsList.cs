using System.Globalization;
using System.Text.Json.Nodes;
using GatewayDashboard.Simulator.Dialects;

namespace GatewayDashboard.Simulator.Models;

/// <summary>A gateway's models list in its documented shape.</summary>
internal static class ModelsList
{
    private const long Created = 1_753_000_000;

    public static string Write(WireDialect dialect, string query)
    {
        var items = new JsonArray([.. ModelCatalogue.Of(dialect.GatewayId).Select(model => Item(dialect.Models, model, query))]);
        JsonNode root = dialect.Models switch
        {
            ModelsShape.Together => items,
            ModelsShape.OpenRouter => new JsonObject { ["data"] = items, ["links"] = new JsonObject { ["next"] = null }, ["total_count"] = items.Count },
            ModelsShape.Baseten => new JsonObject { ["data"] = items },
            _ => new JsonObject { ["object"] = "list", ["data"] = items },
        };
        return root.ToJsonString();
    }

    private static JsonObject Item(ModelsShape shape, SimulatedModel model, string query) => shape switch
    {
        ModelsShape.OpenRouter => new JsonObject
        {
            ["id"] = model.Id,
            ["canonical_slug"] = model.Id,
            ["name"] = model.Canonical,
            ["created"] = Created,
            ["context_length"] = model.Context,
            ["architecture"] = new JsonObject { ["input_modalities"] = new JsonArray("text"), ["output_modalities"] = new JsonArray("text"), ["tokenizer"] = "Other" },
            ["pricing"] = PerTokenText(model),
            ["top_provider"] = new JsonObject { ["context_length"] = model.Context, ["max_completion_tokens"] = null, ["is_moderated"] = false },
            ["supported_parameters"] = new JsonArray("max_tokens", "temperature", "top_p", "seed", "stop"),
        },
        ModelsShape.AimlApi => AimlApi(model, query),
        ModelsShape.Together => Known(new JsonObject
        {
            ["id"] = model.Id,
            ["object"] = "model",
            ["created"] = Created,
            ["type"] = "chat",
            ["display_name"] = model.Canonical,
            ["context_length"] = model.Context,
            ["pricing"] = model.Input is null ? null : new JsonObject { ["hourly"] = 0, ["input"] = model.Input, ["output"] = model.Output, ["cached_input"] = model.Cached },
        }),
        ModelsShape.Groq => Known(new JsonObject
        {
            ["id"] = model.Id,
            ["object"] = "model",
            ["created"] = Created,
            ["owned_by"] = "Simulated",
            ["active"] = true,
            ["context_window"] = model.Context,
            ["pricing"] = PerTokenText(model),
        }),
        ModelsShape.SambaNova => Known(new JsonObject
        {
            ["id"] = model.Id,
            ["object"] = "model",
            ["owned_by"] = "no-reply@sambanova.ai",
            ["context_length"] = model.Context,
            ["max_completion_tokens"] = 16384,
            ["pricing"] = model.Input is null ? null : new JsonObject { ["prompt"] = model.Input / 1_000_000, ["completion"] = model.Output / 1_000_000 },
        }),
        ModelsShape.Baseten => Known(new JsonObject
        {
            ["id"] = model.Id,
            ["object"] = "model",
            ["created"] = Created,
            ["context_length"] = model.Context,
            ["pricing"] = PerTokenText(model),
            ["supported_features"] = new JsonArray("tools", "json_mode"),
        }),
        ModelsShape.Vllm => new JsonObject { ["id"] = model.Id, ["object"] = "model", ["created"] = Created, ["owned_by"] = "vllm", ["root"] = model.Id, ["parent"] = null, ["max_model_len"] = model.Context },
        ModelsShape.LlamaCpp => new JsonObject { ["id"] = model.Id, ["object"] = "model", ["created"] = Created, ["owned_by"] = "llamacpp", ["meta"] = new JsonObject { ["n_ctx_train"] = model.Context } },
        _ => new JsonObject { ["id"] = model.Id, ["object"] = "model", ["created"] = Created, ["owned_by"] = "simulated" },
    };

    /// <summary>Prices come only when asked for, as this gateway's document says.</summary>
    private static JsonObject AimlApi(SimulatedModel model, string query)
    {
        var item = new JsonObject
        {
            ["id"] = model.Id,
            ["aliases"] = new JsonArray(),
            ["type"] = "openai/chat-completions",
            ["info"] = Known(new JsonObject { ["name"] = model.Canonical, ["developer"] = "Simulated", ["contextLength"] = model.Context }),
            ["tags"] = new JsonArray("openai/chat-completion"),
        };
        if (model.Input is not null && query.Contains("pricing", StringComparison.Ordinal))
        {
            item["pricing"] = new JsonObject { ["units"] = new JsonArray(Unit("prompt_tokens", model.Input), Unit("completion_tokens", model.Output)) };
        }

        return item;
    }

    private static JsonObject Unit(string name, decimal? price) =>
        new() { ["name"] = name, ["measure"] = "token", ["price"] = price, ["per"] = 1_000_000 };

    private static JsonObject? PerTokenText(SimulatedModel model) => model.Input is null
        ? null
        : Known(new JsonObject { ["prompt"] = Text(model.Input), ["completion"] = Text(model.Output), ["input_cache_read"] = Text(model.Cached) });

    private static string? Text(decimal? perMillion) => perMillion is { } price ? (price / 1_000_000).ToString("0.##############", CultureInfo.InvariantCulture) : null;

    /// <summary>Without the members that have no value: these gateways leave them out.</summary>
    private static JsonObject Known(JsonObject item)
    {
        foreach (var empty in item.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            item.Remove(empty);
        }

        return item;
    }
}
