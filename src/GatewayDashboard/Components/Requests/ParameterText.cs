using System.Text.Json;
using System.Text.Json.Nodes;
using GatewayDashboard.Core.Requests;

namespace GatewayDashboard.Components.Requests;

/// <summary>A parameter's value as its field shows and takes it.</summary>
public static class ParameterText
{
    /// <summary>The value as text.</summary>
    public static string Write(RequestParameter parameter, JsonNode? value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        bool plain = value?.GetValueKind() == JsonValueKind.String && parameter.Type is ParameterType.Text or ParameterType.Choice or ParameterType.TextList;
        // A plain text that itself looks like a list would be read back as one.
        return plain && !(parameter.Type == ParameterType.TextList && value!.GetValue<string>().TrimStart() is ['[' or '"', ..])
            ? value!.GetValue<string>()
            : JsonText.Indented(value);
    }

    /// <summary>The value a text stands for, or what is wrong with it.</summary>
    public static (JsonNode? Value, string? Error) Read(RequestParameter parameter, string text)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(text);
        switch (parameter.Type)
        {
            case ParameterType.Text or ParameterType.Choice:
                return (JsonValue.Create(text), null);
            case ParameterType.TextList when text.TrimStart() is not ['[' or '"', ..]:
                return (JsonValue.Create(text), null);
            // "auto" or "required", as people write it, is meant as text.
            case ParameterType.Json when text.Trim() is { } word && word is not ("true" or "false" or "null") && word.All(c => char.IsAsciiLetterLower(c) || c == '_'):
                return (JsonValue.Create(word), null);
        }

        BodyReading reading = DraftJson.Read($"{{\"v\":{text}\n}}");
        if (reading.Body is not { Count: 1 } body || !body.ContainsKey("v"))
        {
            return (null, parameter.Type is ParameterType.Number or ParameterType.WholeNumber ? "A number is needed, with a point for decimals." : $"Not JSON: {reading.Error ?? "one value is needed."}");
        }

        JsonNode? value = body["v"]?.DeepClone();
        bool number = parameter.Type is ParameterType.Number or ParameterType.WholeNumber;
        return number && value?.GetValueKind() is not (JsonValueKind.Number or null) ? (null, "A number is needed.") : (value, null);
    }
}
