using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>One thing that can go wrong at a gateway.</summary>
public sealed class Fault
{
    private readonly Func<FaultScene, Reply> _play;

    internal Fault(string id, string meaning, Func<FaultScene, Reply> play)
    {
        Id = id;
        Meaning = meaning;
        _play = play;
    }

    /// <summary>The id, a letter for the group and a number, for example <c>D14</c>.</summary>
    public string Id { get; }

    /// <summary>One line that says what goes wrong.</summary>
    public string Meaning { get; }

    internal Reply Play(Answer answer, Reply reply, Instructions instructions) =>
        _play(new FaultScene(answer, reply, instructions)) with { Fault = Id };
}
