using GatewayDashboard.Simulator;

namespace GatewayDashboard.Tests.Simulator;

public sealed class SimulatorCommandLineTests
{
    [Fact]
    public void Words_AllUnderstood_BecomeOptions()
    {
        var options = SimulatorCommandLine.Parse(["--port", "8123", "--journal", "j.ndjson", "--seed", "-4", "--scale", "2.5"]);

        Assert.Equal(new SimulatorOptions { Port = 8123, JournalFile = "j.ndjson", Seed = -4, TimeScale = 2.5 }, options);
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--port", "-1")]
    [InlineData("--scale", "0")]
    [InlineData("--seed", "1.5")]
    public void Value_OutOfRange_IsNamed(string name, string value)
    {
        var failure = Assert.Throws<SimulatorStartException>(() => SimulatorCommandLine.Parse([name, value]));

        Assert.StartsWith($"{name} is '{value}'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--verbose", "Unknown option --verbose.")]
    [InlineData("--port", "--port needs a value.")]
    public void Word_NotUnderstood_IsNamed(string word, string sentence)
    {
        var failure = Assert.Throws<SimulatorStartException>(() => SimulatorCommandLine.Parse([word]));

        Assert.Equal(sentence, failure.Message);
    }
}
