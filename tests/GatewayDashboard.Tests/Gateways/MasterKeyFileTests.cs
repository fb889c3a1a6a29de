using System.Runtime.Versioning;
using GatewayDashboard.Core.Secrets;
using GatewayDashboard.Credentials;
using GatewayDashboard.Hosting;
using Microsoft.Extensions.Configuration;

namespace GatewayDashboard.Tests.Gateways;

// File modes exist only there, and the container image is Linux.
[UnsupportedOSPlatform("windows")]
public sealed class MasterKeyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("master").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Open_FirstStart_MakesAFileForTheOwnerAlone()
    {
        var key = Open();
        var path = Path.Combine(_folder, "master.key");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(key.Id, Open().Id);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Open_ReadableByOthers_RefusesAndSaysHowToMendIt()
    {
        Open();
        File.SetUnixFileMode(Path.Combine(_folder, "master.key"), UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Assert.Throws<StartRefusal>(() => Open()).Message);
    }

    [Fact]
    public void Open_FileNamedBySetting_TakesItsKeyAndMakesNone()
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "mounted")).FullName, "key");
        var key = MasterKey.Create();
        File.WriteAllText(path, key.Reveal());
        Assert.Equal(key.Id, Open(("MasterKey_FILE", path)).Id);
        Assert.False(File.Exists(Path.Combine(_folder, "master.key")));
    }

    [Theory]
    [InlineData("MasterKey", "short")]
    [InlineData("MasterKey_FILE", "/nonexistent/key")]
    public void Open_SettingThatCannotBeUsed_Refuses(string setting, string value) =>
        Assert.Contains(setting == "MasterKey" ? "32 random bytes" : "cannot be read", Assert.Throws<StartRefusal>(() => Open((setting, value))).Message);

    private MasterKey Open(params (string Key, string Value)[] settings) => MasterKeyFile.Open(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build(), _folder);
}
