using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>One thing that can go wrong at a gateway.</summary>
public sealed class Fault
{
    private readonly Func<FaultScene, Reply> _play;

    internal Fault(string id, string meaning, Func<FaultScene, Reply> play)
        : this(id, meaning, 1, play)
    {
    }

    internal Fault(string id, string meaning, int variants, Func<FaultScene, Reply> play)
    {
        Id = id;
        Meaning = meaning;
        Variants = variants;
        _play = play;
    }

    /// <summary>The id, a letter for the group and a number, for example <c>D14</c>.</summary>
    public string Id { get; }

    /// <summary>One line that says what goes wrong; variants are told apart by semicolons, in their order.</summary>
    public string Meaning { get; }

    /// <summary>How many variants there are, chosen by <c>variant=0</c> and up; at least 1.</summary>
    public int Variants { get; }

    internal Reply Play(Answer answer, Reply reply, Instructions instructions) =>
        _play(new FaultScene(answer, reply, instructions)) with { Fault = Id };
}
