using System.Buffers.Binary;
using System.Security.Cryptography;
using InnovationBot.Network.People;

namespace InnovationBot.Network.Introductions.Matching;

/// <summary>
/// The order in which people are named: best first, but among those near the best the new ones and then those who have
/// waited longest, so that the same few are not always asked. The same data give the same order.
/// </summary>
public static class Rotation
{
    public static IReadOnlyList<(Candidate Candidate, PersonScore Score)> Order(
        IEnumerable<(Candidate Candidate, PersonScore Score)> scored, ProblemId problem, DateTimeOffset now)
    {
        var left = scored.OrderByDescending(one => one.Score.Total).ThenBy(one => Draw(problem, one.Candidate.Member.Id)).ToList();
        var ordered = new List<(Candidate, PersonScore)>(left.Count);
        while (left.Count > 0)
        {
            var floor = left[0].Score.Total - MatchingPolicy.RotationWithin;
            var next = left.TakeWhile(one => one.Score.Total >= floor)
                .OrderByDescending(one => IsNew(one.Candidate, now))
                .ThenBy(one => one.Candidate.Load.LastAsked ?? DateTimeOffset.MinValue)
                .ThenByDescending(one => one.Score.Total)
                .ThenBy(one => Draw(problem, one.Candidate.Member.Id))
                .First();
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }

    private static bool IsNew(Candidate candidate, DateTimeOffset now) =>
        candidate.Member.Ambassador == AmbassadorState.Confirmed
        && candidate.Load.LastAsked is null
        && candidate.Member.AmbassadorSince > now - MatchingPolicy.NewFor;

    /// <summary>A lot drawn anew for each problem, the same each time it is looked at.</summary>
    private static ulong Draw(ProblemId problem, MemberId member)
    {
        Span<byte> ids = stackalloc byte[32];
        problem.Value.TryWriteBytes(ids);
        member.Value.TryWriteBytes(ids[16..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(ids, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
