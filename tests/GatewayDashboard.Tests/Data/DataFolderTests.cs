using GatewayDashboard.Data.Storage;

namespace GatewayDashboard.Tests.Data;

public sealed class DataFolderTests
{
    [Fact]
    public void SecondProcess_OnTheSameFolder_IsRefusedInOneSentence()
    {
        var options = new DatabaseOptions { DataDirectory = Directory.CreateTempSubdirectory("gddata").FullName };
        using var first = DataFolder.Open(options);

        var refused = Assert.Throws<DatabaseUnavailableException>(() => DataFolder.Open(options));

        Assert.StartsWith("Another Gateway Dashboard is running", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_LetGo_CanBeTakenAgain()
    {
        var options = new DatabaseOptions { DataDirectory = Directory.CreateTempSubdirectory("gddata").FullName };
        DataFolder.Open(options).Dispose();

        using var again = DataFolder.Open(options);

        Assert.Equal(options.DataDirectory, again.Path);
    }

    [Fact]
    public void Folder_ThatCannotBeMade_IsRefusedWithTheKeyToChange()
    {
        // A file stands where the folder should be: refused to any user, root included.
        var file = Path.GetTempFileName();

        var refused = Assert.Throws<DatabaseUnavailableException>(() => DataFolder.Open(new() { DataDirectory = Path.Combine(file, "data") }));

        Assert.Contains("set DataDirectory", refused.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Host=db", null, "Database:ConnectionString")]
    [InlineData(DatabaseProvider.Postgres, null, null, "Database:ConnectionStringFile")]
    [InlineData(DatabaseProvider.Postgres, "nonsense", null, "not a PostgreSQL connection string")]
    [InlineData(DatabaseProvider.Postgres, "Database=x", null, "names no Host")]
    [InlineData(DatabaseProvider.Postgres, null, "/nowhere/at/all", "'/nowhere/at/all', which does not exist")]
    public void Options_ThatCannotWork_NameTheKey(DatabaseProvider provider, string? connection, string? file, string expected)
    {
        var fault = new DatabaseOptions { Provider = provider, ConnectionString = connection, ConnectionStringFile = file }.Validate();

        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }
}
