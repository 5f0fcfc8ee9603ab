using System.Text;

namespace InnovationBot.Network.Tests.Problems.Concreteness;

/// <summary>A statement as somebody might write it to the bot, judged by a person.</summary>
/// <param name="Half">What the weights are fitted on (<c>tuning</c>), or what was written later and kept apart (<c>report</c>, <c>second_report</c> and so on).</param>
/// <param name="IsAdversarial">Written to mislead: events in fashionable words, strategy with figures, notes, questions, wishes.</param>
public sealed record JudgedStatement(Language Language, string Half, bool IsAdversarial, bool IsConcrete, IReadOnlyList<string> Elements, string Text)
{
    public const string Tuning = "tuning";

    public static readonly IReadOnlyList<JudgedStatement> All = [.. Language.Spoken.SelectMany(Read)];

    /// <summary>Short asks of civil servants, each about something that happens, in their order: the weights are fitted on every other one too.</summary>
    public static readonly IReadOnlyList<JudgedStatement> Asks = [.. ReadAsks()];

    private static IEnumerable<JudgedStatement> ReadAsks()
    {
        using var data = typeof(JudgedStatement).Assembly.GetManifestResourceStream("judged.asks.tsv")!;
        using var lines = new StreamReader(data, Encoding.UTF8);
        lines.ReadLine().ShouldBe("language\ttext");
        while (lines.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            yield return new JudgedStatement(new Language(cells[0]), Tuning, IsAdversarial: false, IsConcrete: true, ["what"], cells[1]);
        }
    }

    private static IEnumerable<JudgedStatement> Read(Language language)
    {
        using var data = typeof(JudgedStatement).Assembly.GetManifestResourceStream($"judged.{language.Code}.tsv")!;
        using var lines = new StreamReader(data, Encoding.UTF8);
        lines.ReadLine().ShouldBe("half\tkind\tlabel\telements\ttext");
        while (lines.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            cells.Length.ShouldBe(5, line);
            cells[1].ShouldBeOneOf("plain", "adversarial");
            cells[2].ShouldBeOneOf("concrete", "abstract");
            yield return new JudgedStatement(
                language, cells[0], cells[1] == "adversarial", cells[2] == "concrete", cells[3].Split(',', StringSplitOptions.RemoveEmptyEntries), cells[4]);
        }
    }
}
