using System.Globalization;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Transfer;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;
using InnovationBot.Service.Transfer;

namespace InnovationBot.Service.CommandLine;

/// <summary>How an import is told on the command line: its progress, and what it did.</summary>
internal sealed class ImportLines(CommandConsole console) : IImportProgress
{
    /// <summary>A file that takes less is told of by its end alone.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private const int LongestValue = 80;

    private long told = TimeProvider.System.GetTimestamp();
    private bool waits;

    public void Checked(int lines) => Tell(() => $"checked {Lines(lines)}");

    public void Written(int lines, int of) => Tell(() => $"written {Number(lines)} of {Lines(of)}");

    public void Waiting()
    {
        if (!waits) console.Progress("Another import is being written; this one begins when it has ended.");
        waits = true;
    }

    public static IEnumerable<string> Of(ImportSummary summary, ImportRequest request)
    {
        if (request.DryRun) yield return "Dry run: nothing was stored.";
        yield return $"{Vocabulary.Write(request.Kind)}: {Number(summary.Read)} read, {Number(summary.New)} new, {Number(summary.Changed)} changed, {Number(summary.Unchanged)} unchanged";
        if (summary.Incomplete > 0) yield return $"incomplete, without a lesson or a result: {Number(summary.Incomplete)}";
        if (summary.OrganisationsMade > 0) yield return $"organisations that came with cases: {Number(summary.OrganisationsMade)}";
        if (summary.Awaited > 0) yield return $"contacts who are no members yet, and become contacts once they are: {Number(summary.Awaited)}";
        if (summary.NumbersLeftOut > 0) yield return $"texts in which a personal number was left out: {Number(summary.NumbersLeftOut)}";
        if (summary.LinksNotShown > 0) yield return $"links that are not shown, because they do not begin with https: {Number(summary.LinksNotShown)}";
        if (summary.KeptCount == 0) yield break;

        yield return $"kept as it is in the network, because it was changed there or the person decides it: {Number(summary.KeptCount)}";
        foreach (var kept in summary.Kept)
        {
            yield return kept.Field.Length == 0
                ? $"line {kept.Line}, {kept.Id}: {Say.In(Language.English).Mend(kept.Why!)}; nothing of the line was taken over"
                : $"line {kept.Line}, {kept.Id}, {kept.Field}: here \"{Short(kept.Here)}\", in the file \"{Short(kept.InFile)}\"";
        }

        if (summary.KeptCount > summary.Kept.Count) yield return $"… and {Number(summary.KeptCount - summary.Kept.Count)} more";
    }

    private void Tell(Func<string> line)
    {
        if (TimeProvider.System.GetElapsedTime(told) < Between) return;
        console.Progress(line());
        told = TimeProvider.System.GetTimestamp();
    }

    private static string Lines(int number) => Counted.Of(number, "line", "lines");

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestValue ? line : $"{line[..LongestValue]}…";
    }
}
