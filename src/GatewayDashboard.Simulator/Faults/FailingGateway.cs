using GatewayDashboard.Simulator.Answers;

namespace GatewayDashboard.Simulator.Faults;

/// <summary>The teaching gateway that shows what failures look like: of eight requests four succeed and four fail, each in another way, always in this order.</summary>
internal static class FailingGateway
{
    private static readonly string?[] Sequence = [null, "C12", null, "G1", "C17", null, "D16", null];

    public static Reply Answer(Answer answer, long index)
    {
        var reply = answer.Request.Stream ? StreamedAnswer.Write(answer) : WholeAnswer.Write(answer);
        return Sequence[index % Sequence.Length] is { } id
            ? FaultCatalogue.Find(id)!.Play(answer, reply, new Instructions())
            : reply;
    }
}
