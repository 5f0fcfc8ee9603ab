using InnovationBot.Conversation.Routing;
using InnovationBot.Network;

namespace InnovationBot.Service.Demo.Acting;

/// <summary>Finds a member by what somebody typed of the name: without diacritics and capitals, words in any order, begun or misspelt.</summary>
public static class MemberNames
{
    /// <returns>The one who is meant, or all who may be; empty when nobody is.</returns>
    public static IReadOnlyList<NamedMember> Find(string typed, IReadOnlyCollection<NamedMember> members)
    {
        var words = Words(typed);
        if (words.Length == 0) return [];
        if (typed.Contains('@', StringComparison.Ordinal))
            return [.. members.Where(member => typed.Trim().Equals(member.Email, StringComparison.OrdinalIgnoreCase))];

        var whole = members.Where(member => Words(member.Name).SequenceEqual(words)).ToList();
        if (whole.Count > 0) return whole;
        var complete = members.Where(member => words.All(Words(member.Name).Contains)).ToList();
        if (complete.Count > 0) return complete;
        var begun = members.Where(member => words.All(word => Words(member.Name).Any(part => part.StartsWith(word, StringComparison.Ordinal)))).ToList();
        return begun.Count > 0
            ? begun
            : [.. members.Where(member => words.All(word => Words(member.Name).Any(part => IsNear(word, part)))).OrderBy(member => member.Name, StringComparer.Ordinal)];
    }

    private static string[] Words(string name) => CommandWords.Normalise(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One letter wrong in a short word, two in a long one.</summary>
    private static bool IsNear(string typed, string word) =>
        typed.Length >= 3 && Math.Abs(typed.Length - word.Length) <= 2 && Distance(typed, word) <= (word.Length < 6 ? 1 : 2);

    /// <summary>Levenshtein's.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}

/// <param name="Place">Role and organisation, as far as known.</param>
public sealed record NamedMember(MemberId Id, string Name, string? Email, string Place);
