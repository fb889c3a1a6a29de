using System.Text.Json;
using System.Text.Json.Serialization;

namespace GatewayDashboard.Simulator.Profiles;

/// <summary>A published figure is a bare number in the data; an assumed one is an object that says what it is.</summary>
internal sealed class ProfileFigureConverter : JsonConverter<ProfileFigure>
{
    public override ProfileFigure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return new ProfileFigure(reader.GetDouble(), null);
        }

        using var figure = JsonDocument.ParseValue(ref reader);
        return new ProfileFigure(figure.RootElement.GetProperty("value").GetDouble(), figure.RootElement.GetProperty("assumed").GetString());
    }

    public override void Write(Utf8JsonWriter writer, ProfileFigure value, JsonSerializerOptions options)
    {
        if (value.Assumption is null)
        {
            writer.WriteNumberValue(value.Value);
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("value", value.Value);
        writer.WriteString("assumed", value.Assumption);
        writer.WriteEndObject();
    }
}
