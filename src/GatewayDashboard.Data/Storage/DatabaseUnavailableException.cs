namespace GatewayDashboard.Data.Storage;

/// <summary>The program cannot start on this database or folder. The message is one sentence for the person who started it.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
