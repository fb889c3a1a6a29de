using System.Text;
using CsCheck;

namespace GatewayDashboard.Core.Tests.Completions;

public sealed class SplitInvarianceTests
{
    private static readonly string[] Pieces =
    [
        ": comment\n\n", "\r\n", "data: [1]\r\r", "data:{\"choices\":[{\"delta\":{\"content\":\"é\\u00e9\"}}]}\r\n\r\n",
        "data: {\"choices\":[{\"delta\":{\"reasoning\":\"🎉\"}}]}\n\n", "data: {\"choices\":[]}\n\n", "event: ping\ndata: {\"id\":1}\n\n", "id: 7\nretry: 1\n\n", "stray\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"x\"},\"finish_reason\":\"stop\"}]}\n", "data: {\"choices\":[],\"usage\":{\"completion_tokens\":2}}\n\n",
    ];

    [Fact]
    public void AnyStream_CutAnywhere_GivesTheSameEvents() =>
        Gen.Select(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 12], Gen.Int[1, 9].Array[1, 60]).Sample(
            (pieces, sizes) =>
            {
                var bytes = Encoding.UTF8.GetBytes(string.Concat(pieces));
                return Reading.InReads(bytes).WithoutStamps == Reading.InReads([.. Cut(bytes, sizes)]).WithoutStamps;
            },
            iter: 2_000);

    private static IEnumerable<byte[]> Cut(byte[] bytes, int[] sizes)
    {
        var at = 0;
        for (var i = 0; at < bytes.Length; i++)
        {
            var size = Math.Min(sizes[i % sizes.Length], bytes.Length - at);
            yield return bytes[at..(at + size)];
            at += size;
        }
    }
}
