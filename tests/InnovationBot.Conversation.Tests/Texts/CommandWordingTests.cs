using System.Globalization;
using System.Text.RegularExpressions;
using InnovationBot.Conversation.Help;
using InnovationBot.Conversation.Introductions;
using InnovationBot.Conversation.People;
using InnovationBot.Conversation.People.Profile;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Tests.Texts;

public sealed partial class CommandWordingTests
{
    private static readonly Routes Routes =
        new ServiceCollection().AddLogging().AddConversation().BuildServiceProvider().GetRequiredService<Routes>();

    public static TheoryData<string> Spoken => Translations.Spoken;

    [Fact]
    public void No_wording_means_two_commands_whatever_language_it_is_from() =>
        (from language in Language.Spoken
         from key in CommandKeys
         from wording in Translations.List(language, key)
         group key by CommandWords.Normalise(wording) into meant
         where meant.Distinct().Count() > 1
         select $"{meant.Key}: {string.Join(", ", meant.Distinct())}").ShouldBeEmpty();

    [Fact]
    public void Thanks_and_yes_are_no_command()
    {
        var commands = AllWordings().ToHashSet();
        Language.Spoken.SelectMany(language => Translations.List(language, "Routing.ThanksWords"))
            .Where(word => commands.Contains(CommandWords.Normalise(word))).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Spoken))]
    public void A_command_names_each_wording_once(string language) =>
        CommandKeys.ShouldAllBe(key => Translations.List(new Language(language), key).Select(CommandWords.Normalise).Distinct().Count()
            == Translations.List(new Language(language), key).Count());

    [Theory, MemberData(nameof(Spoken))]
    public void Help_shows_each_command_by_its_first_wording(string language)
    {
        (string Text, string[] Commands)[] lines =
        [
            ("Help.CommandCases", ["Commands.Cases", "Commands.CasesThatFailed"]),
            ("Help.CommandProblems", ["Commands.MyProblems"]), ("Help.CommandIntroductions", ["Commands.MyIntroductions"]),
            ("Help.CommandRequests", ["Commands.MyRequests"]), ("Help.CommandData", ["Commands.MyData", "Commands.ForgetMe"]),
            ("Help.CommandCheckIn", ["Commands.CheckIn", "Commands.Stop"]), ("Help.CommandStep", ["Commands.SmallestStep"]),
            ("Help.CommandObjection", ["Commands.Objections", "Commands.Manager"]), ("Help.CommandProfile", ["Commands.Profile", "Commands.ChangedJobs"]),
            ("Help.CommandLog", ["Commands.OwnLog", "Commands.Privacy"]), ("Help.CommandLanguage", ["Commands.Language"]),
            ("Help.CommandEvents", ["Commands.Events", "Commands.MyEvents"]), ("Help.CommandAwards", ["Commands.Awards", "Commands.Nominate"]),
            ("Help.CommandAmbassadors", ["Commands.Ambassadors", "Commands.BecomeAmbassador"]),
            ("Help.RoleAmbassador", ["Commands.MyRequests", "Commands.OpenHour", "Commands.Pause"]),
            ("Help.RoleGathering", ["Commands.NewEvent", "Commands.Broadcasts"]), ("Help.RoleAdministrator", ["Commands.Settings"]),
            ("Help.RoleOrganiser", ["Commands.Organise", "Commands.Invitations", "Commands.Organisations", "Commands.Roles", "Commands.Import"]),
            ("Help.RoleJuror", ["Commands.Jury"]), ("Help.RoleContactPoint", ["Commands.Desk"]),
        ];
        var spoken = new Language(language);
        foreach (var (text, commands) in lines)
            Bold().Matches(Translations.Written(spoken, text)).Select(bold => CommandWords.Normalise(bold.Groups[1].Value))
                .ShouldBe(commands.Select(command => CommandWords.Normalise(Translations.List(spoken, command).First())), text);
    }

    [Theory, MemberData(nameof(Spoken))]
    public void What_a_text_says_to_write_is_understood(string language)
    {
        (string Text, Type Command)[] told =
        [
            ("Routing.UnknownVerb", typeof(HelpCommand)), ("Routing.EmptyText", typeof(HelpCommand)), ("Routing.TooLittle", typeof(HelpCommand)), ("People.PausedUntil", typeof(ResumeCommand)),
            ("People.Paused", typeof(ResumeCommand)), ("Introductions.PausedHint", typeof(ResumeCommand)), ("Refusals.NotJoined", typeof(ProfileCommand)),
            ("Profile.Left", typeof(ProfileCommand)), ("Profile.LeaveText", typeof(ForgetMeCommand)), ("People.PauseUnknown", typeof(PauseCommand)),
        ];
        foreach (var (text, command) in told)
        {
            var quoted = Quoted(new Language(language), text).ToList();
            quoted.ShouldNotBeEmpty(text);
            quoted.ShouldAllBe(words => Routes.Command(words)!.Value.Command == command, text);
        }

        Quoted(new Language(language), "Introductions.RedirectPassText").Count(words => Routes.Command(words)?.Command == typeof(HelpCommand)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Spoken))]
    public void A_button_that_a_text_names_is_called_so(string language) =>
        Quoted(new Language(language), "Introductions.MyIntroductionsNone")
            .ShouldBe([Translations.Written(new Language(language), "Problems.AskForIntroduction")]);

    [Theory, MemberData(nameof(Spoken))]
    public void The_examples_of_a_pause_name_a_day(string language)
    {
        var reading = new Reading(Say.In(new Language(language)), TimeZoneInfo.Utc, new DateTimeOffset(2027, 11, 20, 9, 0, 0, TimeSpan.Zero));
        Quoted(new Language(language), "People.PauseUnknown")
            .Select(words => AwayDates.Read(Routes.Command(words)!.Value.Argument, reading))
            .ShouldBe([new DateOnly(2027, 12, 24), new DateOnly(2027, 12, 4)]);
    }

    [Theory]
    [InlineData("en", "for 3 days")]
    [InlineData("sl", "za 3 dni")]
    [InlineData("sl", "do 23. novembra")]
    [InlineData("sl", "do vključno 23. 11.")]
    [InlineData("da", "i 3 dage")]
    [InlineData("da", "til og med 23. november")]
    [InlineData("nl", "t/m 23 november")]
    [InlineData("fr", "pendant 3 jours")]
    [InlineData("fr", "jusqu’au 23 novembre 2027")]
    [InlineData("de", "bis zum 23. November")]
    public void A_pause_is_told_as_people_say_it(string language, string argument) =>
        AwayDates.Read(argument, new Reading(Say.In(new Language(language)), TimeZoneInfo.Utc, new DateTimeOffset(2027, 11, 20, 9, 0, 0, TimeSpan.Zero)))
            .ShouldBe(new DateOnly(2027, 11, 23));

    [Theory]
    [InlineData("29 February", "2027-11-20", "2028-02-29")]
    [InlineData("29/2", "2026-11-20", "2027-02-28")]
    [InlineData("24 December", "2026-11-20", "2026-12-24")]
    [InlineData("1 November", "2026-11-20", "2027-11-01")]
    public void A_day_without_a_year_is_the_next_one_to_come(string day, string today, string next) =>
        AwayDates.Read(day, new Reading(Say.In(Language.English), TimeZoneInfo.Utc, DateTimeOffset.Parse(today + "T09:00Z", CultureInfo.InvariantCulture)))
            .ShouldBe(DateOnly.Parse(next, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_is_no_command(string text) => Routes.Command(text).ShouldBeNull();

    private static IEnumerable<string> CommandKeys =>
        Translations.Catalog.All(Language.English).Keys.Where(key => key.StartsWith("Commands.", StringComparison.Ordinal));

    private static IEnumerable<string> AllWordings() =>
        from language in Language.Spoken from key in CommandKeys from wording in Translations.List(language, key) select CommandWords.Normalise(wording);

    private static IEnumerable<string> Quoted(Language language, string key) =>
        InQuotes().Matches(Translations.Written(language, key)).Select(quote => quote.Groups.Values.Skip(1).First(part => part.Success).Value.Trim('\u00A0'));

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex("“([^”]+)”|»([^«]+)«|›([^‹]+)‹|‘([^’]+)’|«\u00A0([^»]+)\u00A0»|„([^“]+)“|‚([^‘]+)‘")]
    private static partial Regex InQuotes();
}
