using System.Globalization;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Cases;

/// <summary>A case in a line or two, the same in answers, lists and on its card.</summary>
public static class CaseLine
{
    /// <summary>The title; for readers of another language in English, where the author gave it.</summary>
    public static string Title(this Say say, Case @case) => say.ReadsEnglish(@case) ? @case.EnglishTitle ?? @case.Title : @case.Title;

    /// <summary>The lesson; for readers of another language in English, where the author gave it.</summary>
    public static string? Lesson(this Say say, Case @case) => say.ReadsEnglish(@case) ? @case.EnglishLesson ?? @case.Lesson : @case.Lesson;

    /// <summary>"Občina Lipovec, Slovenia · local · 2022 · written in Slovene · confirmed in March 2027 · 2 things to take over".</summary>
    public static string Line(this Say say, Case @case, Organisation? organisation, OrganisationKind? kind, Confirmation? confirmation) => Showing.Join(
        say,
        say.Origin(@case, organisation, kind),
        say.WrittenIn(@case),
        confirmation is { } known ? say.Confirmed(known) : null,
        @case.TakeOvers.Count > 0 ? say.Count("Reading.TakeOverCount", @case.TakeOvers.Count) : null);

    /// <summary>The case's language where it is not the reader's.</summary>
    public static string? WrittenIn(this Say say, Case @case) =>
        @case.Language == say.Language ? null : say["Cases.InLanguage", ("language", say.LanguageName(@case.Language))];

    public static string Confirmed(this Say say, Confirmation confirmation) => confirmation switch
    {
        { At: not { } } => say["Reading.NeverConfirmed"],
        { IsOld: true, At: { } at } => say["Reading.NotConfirmed", ("year", at.Year.ToString(CultureInfo.InvariantCulture))],
        { At: { } at } => say["Reading.Confirmed", ("month", say.Month(at))],
    };

    /// <summary>"Winner: Award 2027".</summary>
    public static string? Mark(this Say say, AwardMark? mark) => mark is null ? null : say["Awards.Mark", ("place", say.Word(mark.Place)), ("round", mark.Round)];

    /// <summary>"March 2027".</summary>
    public static string Month(this Say say, DateTimeOffset at) => at.ToString(say["Words.MonthFormat"], say.Culture);

    private static bool ReadsEnglish(this Say say, Case @case) => @case.Language != say.Language;
}
