namespace GatewayDashboard.Playground;

/// <summary>What form an answer is asked for in.</summary>
public enum AnswerFormat
{
    /// <summary>As the model likes.</summary>
    Text,

    /// <summary>Any JSON object (<c>response_format: json_object</c>).</summary>
    Json,

    /// <summary>JSON that fits a schema (<c>response_format: json_schema</c>).</summary>
    Schema,
}
