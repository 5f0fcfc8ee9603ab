using InnovationBot.Cards;
using InnovationBot.Conversation.Events;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Conversation.Awards;

/// <summary>Dates, phases and criteria of a round in words, the same on every card.</summary>
public static class AwardWords
{
    /// <summary>Values whose meaning the default criteria tell.</summary>
    private static readonly int[] Told = [1, 3, 5];

    public static CardData Data(AwardRound round) => ("award", round.Id.ToString());

    public static CardData Data(Nomination nomination) => ("nomination", nomination.Id.ToString());

    /// <summary>"Wednesday, 31 March, 23:59 (Ljubljana)", by the round's own clock; of a whole day the day that ends.</summary>
    public static string? When(this Say say, AwardRound round, AwardDate date)
    {
        if (round.Plan[date] is not { } local || SteerAward.Instant(round, date) is not { } at || round.Plan.FoundZone is not { } zone) return null;
        var closes = date is not (AwardDate.CallOpens or AwardDate.Announce);
        return local.IsDate ? say.Date(closes ? at.AddTicks(-1) : at, zone) : say.Instant(round, at);
    }

    /// <summary>An instant by the round's own clock, with the second where it is none of a whole minute: deadlines hold to it.</summary>
    public static string Instant(this Say say, AwardRound round, DateTimeOffset at)
    {
        var zone = round.Plan.FoundZone ?? TimeZoneInfo.Utc;
        return say["Awards.AtTime", ("date", say.Date(at, zone)), ("time", Time(say, TimeZoneInfo.ConvertTime(at, zone))), ("city", (round.Plan.Zone ?? "UTC")[((round.Plan.Zone ?? "UTC").LastIndexOf('/') + 1)..].Replace('_', ' '))];
    }

    private static string Time(Say say, DateTimeOffset local)
    {
        var format = say["Words.TimeFormat"];
        return local.ToString(local.Second == 0 ? format : format.Replace("mm", format.Contains('.', StringComparison.Ordinal) ? "mm.ss" : "mm:ss", StringComparison.Ordinal), say.Culture);
    }

    /// <summary>What a criterion is called: by the round, or in the reader's language.</summary>
    public static string Criterion(this Say say, AwardCriterion criterion) => criterion.Name ?? say[$"Awards.Criterion.{criterion.Key}"];

    /// <summary>What 1 to 5 mean for it; only those that are told.</summary>
    public static IEnumerable<(int Value, string Text)> Anchors(this Say say, AwardCriterion criterion) => criterion.Name is null
        ? Told.Select(value => (value, say[$"Awards.Anchor.{criterion.Key}.{value}"]))
        : criterion.Anchors.Select((text, i) => (i + 1, text)).Where(one => one.text.Length > 0);

    /// <summary>The phase, and until when it lasts.</summary>
    public static (BadgeStyle Style, string Sign, string Text) State(this Say say, AwardRound round, AwardState state) => state switch
    {
        AwardState.Draft when round.IsPublished => (BadgeStyle.Informative, "…", say["Awards.OpensOn", ("when", say.When(round, AwardDate.CallOpens) ?? "")]),
        AwardState.Draft => (BadgeStyle.Subtle, "…", say["Awards.StateDraft"]),
        AwardState.Call => (BadgeStyle.Good, "●", say["Awards.CallUntil", ("when", say.When(round, AwardDate.CallCloses) ?? "")]),
        AwardState.Announced => (BadgeStyle.Good, "✓", say.Word(state)),
        _ => (BadgeStyle.Informative, "◐", say.Word(state)),
    };

    /// <summary>"Initiative · Public service · submitted".</summary>
    public static string Line(this Say say, Nomination nomination, AwardRound round) => Showing.Join(
        say, say.Word(nomination.Track), nomination.Category is { } key ? round.Plan.Category(key)?.Name : null, say.Word(nomination.ShownState(round)));

    /// <summary>What a field is called on the forms of rounds and nominations.</summary>
    public static string AwardField(this Say say, string field) => say[$"Awards.Field_{(field.IndexOfAny(['.', '[']) is > 0 and var at ? field[..at] : field)}"];

    /// <summary>The same on the form of a nomination, where nominees are people and not those who may be.</summary>
    public static string NominationField(this Say say, string field) => field == "nominees" ? say["Nominations.Field_nominees"] : say.AwardField(field);

    /// <summary>What has to be mended, above a form.</summary>
    internal static Container Faults(IEnumerable<AwardFault> faults, Say say, Func<string, string>? name = null) => new()
    {
        Style = ContainerStyle.Accent,
        Items = [.. faults.Take(5).Select(fault => new TextBlock(Markdown.Escape(say.Named((name ?? say.AwardField)(fault.Field), Refusals.Sentence(InWords(fault.Why, say), say)))))],
    };

    /// <summary>A date that a refusal names as files do, as the form calls it.</summary>
    private static Refusal InWords(Refusal why, Say say) =>
        why.Facts.TryGetValue("field", out var field) && Vocabulary.TryRead<AwardDate>(field as string, out var date) ? why.With("field", say.Word(date)) : why;

    internal static Container Note(string note) => new() { Style = ContainerStyle.Accent, Items = [new TextBlock(Markdown.Escape(note))] };

    internal static ExecuteAction Act(string title, string verb, CardData data) => new() { Title = title, Verb = verb, Data = data, AssociatedInputs = AssociatedInputs.None };
}
