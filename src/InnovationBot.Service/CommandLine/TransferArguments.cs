using System.CommandLine;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.CommandLine;

/// <summary>What <c>import</c> and <c>export</c> are called with.</summary>
internal static class TransferArguments
{
    public static Argument<string> Kind()
    {
        var kind = new Argument<string>("KIND") { Description = string.Join(" | ", Vocabulary.All<RecordKind>()) };
        kind.Validators.Add(parsed =>
        {
            if (parsed.Tokens is [{ Value: var word }] && !Vocabulary.TryRead<RecordKind>(word, out _))
                parsed.AddError($"'{word}' cannot be transferred; what can is: {string.Join(", ", Vocabulary.All<RecordKind>())}.");
        });
        return kind;
    }

    /// <param name="pairs">As <c>one=other</c>; only the first = divides.</param>
    /// <param name="option">By which they were given.</param>
    /// <param name="fields">Of the kind of record.</param>
    /// <param name="isFieldFirst">Whether the field stands before the =.</param>
    /// <exception cref="CommandFault">A pair without =, or no such field.</exception>
    public static Dictionary<string, string> Pairs(IEnumerable<string> pairs, string option, IReadOnlyList<string> fields, bool isFieldFirst)
    {
        var read = new Dictionary<string, string>();
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw new CommandFault($"{option} takes {(isFieldFirst ? "field=value" : "column=field")}; '{pair}' has no such form.", ExitCode.Usage);
            var (one, other) = (pair[..at].Trim().ToLowerInvariant(), pair[(at + 1)..].Trim());
            var field = isFieldFirst ? one : other.ToLowerInvariant();
            if (!fields.Contains(field)) throw new CommandFault($"There is no field '{field}'. Fields are: {string.Join(", ", fields)}.", ExitCode.Usage);
            read[one] = isFieldFirst ? other : field;
        }

        return read;
    }

    /// <exception cref="CommandFault">It cannot be read.</exception>
    public static FileStream OpenRead(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault($"The file {path} cannot be read.", ExitCode.Usage, e);
        }
    }
}
