using System.Text.Json;
using InnovationBot.Conversation.Help;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Tests.Texts;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Testing.Cards;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Tests.Cards;

public sealed class CardTests
{
    public static TheoryData<string, string> EveryCardInEveryLanguage
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var name in CardSituations.All.Keys)
                foreach (var language in Language.Spoken)
                    all.Add(name, language.Code);
            return all;
        }
    }

    public static TheoryData<string> Names => [.. CardSituations.All.Keys];

    [Theory, MemberData(nameof(EveryCardInEveryLanguage))]
    public void Every_card_keeps_to_schema_phone_and_accessibility_in_every_language(string name, string language) =>
        CardLint.Check(Draw(name, language)).ShouldBeEmpty();

    /// <summary>What people wrote is the same in most languages; a word of another language that stands in few of them comes out of a text.</summary>
    [Theory, MemberData(nameof(Names))]
    public void No_card_is_half_translated(string name)
    {
        var drawn = Language.Spoken.ToDictionary(language => language.Code, language =>
        {
            using var card = JsonDocument.Parse(Draw(name, language.Code));
            return string.Join('\n', Strings(card.RootElement));
        });
        foreach (var (language, text) in drawn)
            OwnWords.Foreign(text, language).Where(word => drawn.Count(one => OwnWords.Has(one.Value, word)) <= drawn.Count / 2).ShouldBeEmpty(language);
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_card_is_as_approved(string name) => ApprovedCards.Check(name, Draw(name, "en"));

    [Theory]
    [InlineData("event-form-what", "title")]
    public void A_field_that_is_left_empty_is_named(string name, string field)
    {
        foreach (var language in Language.Spoken)
        {
            using var card = JsonDocument.Parse(Draw(name, language.Code));
            var input = card.RootElement.GetProperty("body").EnumerateArray().Single(part => part.TryGetProperty("id", out var id) && id.GetString() == field);
            input.GetProperty("errorMessage").GetString()!.ShouldContain(input.GetProperty("label").GetString()!, customMessage: language.Code);
        }
    }

    [Theory]
    [InlineData(Role.Organiser, "**organise**", "**broadcasts**")]
    [InlineData(Role.Juror, "**jury**", null)]
    [InlineData(Role.ContactPoint, "**desk**", null)]
    [InlineData(Role.Administrator, "**settings**", "**roles**")]
    public void Help_shows_what_the_readers_own_roles_open_and_nobody_else_reads_it(Role role, string command, string? another)
    {
        var say = Say.In(Language.English);
        var own = string.Join('\n', Strings(JsonDocument.Parse(HelpCard.For(say, new Member { Roles = [role] }).Utf8).RootElement));
        own.ShouldContain(command);
        if (another is not null) own.ShouldContain(another);
        var others = string.Join('\n', Strings(JsonDocument.Parse(HelpCard.For(say, new Member()).Utf8).RootElement));
        others.ShouldNotContain(command);
        others.ShouldNotContain("By your roles");
    }

    [Fact]
    public void Help_shows_an_ambassador_the_open_hour() =>
        System.Text.Encoding.UTF8.GetString(HelpCard.For(Say.In(Language.English), new Member { Ambassador = AmbassadorState.Confirmed }).Utf8).ShouldContain("open hour");

    [Fact]
    public void Every_verb_on_a_card_has_a_route()
    {
        var routes = new ServiceCollection().AddConversation().BuildServiceProvider().GetRequiredService<Routes>();
        var carried = CardSituations.All.Keys.SelectMany(name => Verbs(JsonDocument.Parse(Draw(name, "en")).RootElement)).Distinct();
        carried.Except(routes.Verbs).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_on_an_answer_points_to_an_unlisted_person() =>
        System.Text.Encoding.UTF8.GetString(Draw("answer", "en")).ShouldNotContain(Answers.Id<MemberId>(3).ToString());

    private static byte[] Draw(string name, string language) =>
        CardSituations.All[name](new Reading(Say.In(new Language(language)), TimeZoneInfo.Utc, CardSituations.Now)).ToUtf8();

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name != "data").SelectMany(property => Strings(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static IEnumerable<string> Verbs(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.Name == "verb" && property.Value.ValueKind == JsonValueKind.String ? [property.Value.GetString()!] : Verbs(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Verbs),
        _ => [],
    };
}
