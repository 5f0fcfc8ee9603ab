using System.Text;
using InnovationBot.Conversation.CheckIns;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.CheckIns.Quarters;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Coalitions;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>One running service for all of them: each test is about a person of its own.</summary>
public sealed class CheckInService : IAsyncLifetime
{
    public BotUnderTest Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bot = await BotUnderTest.Start(sample: true);

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}

/// <summary>Check-ins at the running service.</summary>
public sealed class CheckInScenarioTests(CheckInService service) : IClassFixture<CheckInService>
{
    private const string Event = "Forty families came to the counter twice last month because the form asks for a paper they had already sent.";

    private static int people;

    private readonly BotUnderTest bot = service.Bot;
    private readonly string name = $"Ana Kos {Interlocked.Increment(ref people)}";

    private Chat Ana => bot.Of(name);

    [Fact]
    public async Task Somebody_answers_in_the_chat_is_shown_what_was_understood_and_reads_what_was_found_in_the_same_turn()
    {
        await Ana.Say("check-in");
        Ana.LastCard.Text.ShouldContain("What got in the way of your work this week?");
        await Ana.Say(Event);
        await AnswerUntilMirror();
        Ana.LastCard.Text.ShouldContain("Right?");
        (await Ana.Press("checkin/confirm", new Dictionary<string, string> { ["service"] = "Innovation" })).Text.ShouldContain("Name the task or service");
        var answer = await Ana.Press("checkin/confirm", new Dictionary<string, string> { ["service"] = "School enrolment" });
        answer.Card.ShouldNotBeNull();
        Ana.LastCard.Verbs.ShouldContain("case/open");
        (await Problems()).Single().Service.ShouldBe("School enrolment");
    }

    [Fact]
    public async Task A_yes_that_names_no_task_is_asked_for_it_and_the_next_words_are_the_task()
    {
        await Ana.Say("check-in");
        await Ana.Say(Event);
        await AnswerUntilMirror();
        await Ana.Say("yes");
        await Ana.Say("👍");
        Ana.Text.ShouldContain("Name the task or service");
        await Ana.Say("School enrolment");
        Ana.LastCard.Verbs.ShouldContain("case/open");
        (await Problems()).Single().Service.ShouldBe("School enrolment");
    }

    [Fact]
    public async Task What_was_understood_and_is_shown_again_takes_a_typed_yes_and_no_sign_forgets_it()
    {
        await Ana.Say("check-in");
        await Ana.Say(Event);
        await AnswerUntilMirror();
        await Ana.Say("check-in");
        (await Ana.Say("🚧")).Single().Words.ShouldStartWith("I found no words in that.");
        await Ana.Say("check-in");
        await Ana.Say("yes");
        await Ana.Say("School enrolment");
        (await Problems()).Single().Service.ShouldBe("School enrolment");
    }

    [Fact]
    public async Task An_answer_of_several_sentences_is_said_back_with_who_what_how_often_and_what_it_leads_to()
    {
        await Ana.Say("check-in");
        await Ana.Say(Event + " They lose half a day, and we tried a list at the door.");
        Ana.LastCard.Text.ShouldContain(
            "So: forty families came to the counter twice last month because the form asks for a paper they had already sent, and that leads to this: they lose half a day. We tried a list at the door. Right?");
    }

    [Fact]
    public async Task Whoever_cannot_say_more_keeps_what_they_said_and_is_not_asked_the_same_again()
    {
        await Ana.Say("check-in");
        await Ana.Say("Letters to companies come back.");
        var first = Ana.LastCard.Text;
        await Ana.Say("No.");
        Ana.LastCard.Text.ShouldNotBe(first);
        await Ana.Say("I don’t know");
        Ana.LastCard.Text.ShouldContain("So: letters to companies come back. Right?");
        await Ana.Press("checkin/confirm", new Dictionary<string, string> { ["service"] = "Post room" });
        (await Problems()).Single().Text.ShouldBe("Letters to companies come back.");
    }

    [Fact]
    public async Task What_was_answered_in_a_word_or_a_figure_is_stored_with_what_it_answers()
    {
        await Ana.Say("check-in");
        await Ana.Say("Letters come back to us.");
        Ana.LastCard.Text.ShouldContain("About how many were there last month?");
        await Ana.Say("20");
        Ana.LastCard.Text.ShouldContain("What does that lead to?");
        await Ana.Say("overtime");
        await Ana.Press("checkin/confirm", new Dictionary<string, string> { ["service"] = "Post room" });
        (await Problems()).Single().Text.ShouldBe("Letters come back to us.\nAbout 20 last month.\nThat leads to: overtime");
    }

    [Fact]
    public async Task What_has_happened_since_the_last_time_is_that_it_is_solved()
    {
        await Ana.Say("check-in");
        await Ana.Say(Event);
        await AnswerUntilMirror();
        await Ana.Press("checkin/confirm", new Dictionary<string, string> { ["service"] = "Counter" });
        bot.Clock.Advance(TimeSpan.FromDays(15));
        await Ana.Say("check-in");
        Ana.LastCard.Text.ShouldContain("Last time you were stuck on this.");
        Ana.LastCard.Verbs.ShouldContain("checkin/solved");
        await Ana.Say("It’s solved!");
        Ana.LastCard.Verbs.ShouldContain("share/problem");
        (await Problems()).Single().State.ShouldBe(ProblemState.Solved);
    }

    [Fact]
    public async Task What_was_a_new_question_is_asked_in_one_press()
    {
        await Ana.Say("check-in");
        await Ana.Say(Event);
        await Ana.Press("checkin/new-question");
        Ana.LastCard.Verbs.ShouldContain("case/open");
        (await Problems()).Single().Text.ShouldBe(Event);
        (await CheckIn()).Text.ShouldBeNull();
    }

    [Fact]
    public async Task A_whole_question_written_while_a_check_in_is_open_is_asked_by_itself_and_one_press_makes_it_the_answer()
    {
        await Ana.Say("check-in");
        (await Ana.Say("Thank you!")).Single().Words.ShouldNotBeNull();
        await Ana.Say(PermitNetwork.Problem);
        Ana.LastCard.Verbs.ShouldContain("case/open");
        (await CheckIn()).State.ShouldBe(CheckInState.Sent);

        await Ana.Press("problem/was-answer");
        (await CheckIn()).Text.ShouldBe(PermitNetwork.Problem);
        (await Problems()).ShouldAllBe(one => one.State == ProblemState.Withdrawn);
    }

    [Fact]
    public async Task An_ask_while_an_unasked_check_in_is_open_stays_an_ask_and_a_reply_to_its_card_is_its_answer()
    {
        await Joined("fortnightly");
        bot.Clock.Advance(TimeSpan.FromDays(7));
        var card = await Ana.WaitForCard(seen => seen.Verbs.Contains("checkin/later"), TestContext.Current.CancellationToken);
        await Ana.Say(PermitNetwork.Problem);
        (await Problems()).Single().Text.ShouldBe(PermitNetwork.Problem);

        await Ana.Reply(card.ActivityId, Event);
        (await CheckIn()).State.ShouldBe(CheckInState.Open);
    }

    /// <summary>In a demo it counts as arrived before somebody looks for it.</summary>
    [Fact]
    public async Task A_check_in_that_has_arrived_is_drawn_as_it_stands_and_is_not_sent_again()
    {
        await Joined("weekly");
        bot.Clock.Advance(TimeSpan.FromDays(7));
        await Ana.WaitForCard(seen => seen.Verbs.Contains("checkin/later"), TestContext.Current.CancellationToken);
        var notice = await bot.Store(async db =>
        {
            var id = (await CheckInOf(db)).Id;
            return await db.Notices.AsNoTracking().SingleAsync(one => one.Subject == id.Value && one.Kind == CheckInNotices.Question);
        });
        await using var scope = bot.Services.CreateAsyncScope();
        var renderer = scope.ServiceProvider.GetRequiredService<CheckInRenderer>();
        var reading = new Reading(Say.In(Language.English), TimeZoneInfo.Utc, bot.Clock.GetUtcNow());
        (await renderer.Render(notice, reading, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await renderer.Render(notice.Edit(reading.Now), reading, TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_quarters_figures_stand_before_the_question_once_and_not_again_when_it_was_to_be_asked_later()
    {
        await Joined("monthly");
        var now = bot.Clock.GetUtcNow();
        var checkIn = await bot.Store(async db =>
        {
            var member = await db.Members.SingleAsync(one => one.Name == name);
            if (!await db.QuarterFigures.AnyAsync(one => one.Quarter == "2020-3")) db.Add(new QuarterFigures { Quarter = "2020-3", CountedAt = now });
            return db.Add(new CheckIn { Id = EntityId.New<CheckInId>(now), MemberId = member.Id, Opening = OpeningQuestion.InTheWay, Quarter = "2020-3", CreatedAt = now }).Entity;
        });
        (await Rendered(checkIn)).ShouldContain("quarter 3 of 2020");
        await bot.Store(async db =>
        {
            var sent = await db.CheckIns.SingleAsync(one => one.Id == checkIn.Id);
            sent.Sent(now, now.AddDays(14));
            return sent.Postpone(sent.MemberId, now.AddDays(2));
        });
        (await Rendered(checkIn)).ShouldContain("What got in the way of your work this week?");
    }

    [Fact]
    public async Task Nothing_now_twice_asks_whether_to_slow_down_and_stop_asking_ends_it_in_one_press()
    {
        await Joined("weekly");
        await Skip();
        (await Skip()).ShouldContain("Shall I ask less often?");
        await Ana.Press("checkin/choose", title: "Yes: every two weeks");
        Ana.LastCard.Text.ShouldContain("every two weeks");
        bot.Clock.Advance(TimeSpan.FromDays(14));
        await Ana.WaitForCard(seen => seen.Verbs.Contains("checkin/stop"), TestContext.Current.CancellationToken);
        (await Ana.Press("checkin/stop")).Text.ShouldContain("I do not ask any more");
        (await bot.Store(db => db.CheckInRhythms.AsNoTracking().SingleAsync(r => db.Members.Any(m => m.Id == r.MemberId && m.Name == name)))).Cadence.ShouldBe(Cadence.Never);
    }

    [Theory]
    [InlineData("kratko vprašanje", "sl-SI", "Kaj vas je ta teden oviralo pri delu?")]
    [InlineData("petit point", "fr-FR", "Qu’est-ce qui a gêné votre travail cette semaine")]
    [InlineData("Nachfrage", "de-DE", "Was stand Ihnen diese Woche bei der Arbeit im Weg?")]
    public async Task It_is_asked_in_the_persons_own_language(string words, string locale, string question)
    {
        await Ana.Say(words, locale);
        Ana.LastCard.Text.ShouldContain(question);
    }

    [Theory]
    [InlineData("Stop asking")]
    [InlineData("nicht mehr fragen")]
    public async Task The_title_of_a_button_does_the_same_typed(string title)
    {
        await Ana.Say("check-in");
        await Ana.Say("ask me later");
        Ana.LastCard.Text.ShouldContain("I ask again on");
        await Ana.Say("check-in");
        await Ana.Say(title);
        Ana.LastCard.Text.ShouldContain("I do not ask any more");
        (await Ana.Say("kurze Nachfrage", "de-DE")).ShouldNotBeEmpty();
        await Ana.Say("Vergessen", "de-DE");
        (await Problems()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_answer_is_told_what_is_missing(string text)
    {
        await Ana.Say("check-in");
        (await Ana.Press("checkin/answer", new Dictionary<string, string> { ["answer"] = text })).Text.ShouldContain("Write a sentence");
    }

    [Theory]
    [InlineData("asdf qwer yxcv")]
    [InlineData("42")]
    [InlineData("窓口で三週間待たされています")]
    [InlineData("Ihmiset odottavat luvan kolme viikkoa ja soittavat uudestaan")]
    [InlineData("<script>alert(1)</script> [x](http://evil.example) *b*")]
    public async Task An_answer_that_makes_no_sense_or_is_in_another_language_is_asked_about_twice_at_most_and_then_good_enough(string text)
    {
        await Ana.Say("check-in");
        await Ana.Say(text);
        for (var more = 0; more < 2 && !Ana.LastCard.Verbs.Contains("checkin/confirm"); more++) await Ana.Say("I cannot say more about it.");
        Ana.LastCard.Verbs.ShouldContain("checkin/confirm");
        (await Ana.Press("checkin/confirm", new Dictionary<string, string> { ["service"] = "Counter" })).StatusCode.ShouldBe(200);
        (await Problems()).Single().Text.ShouldStartWith(text[..2]);
    }

    [Fact]
    public async Task Ten_thousand_characters_are_read_as_far_as_they_are_kept_and_the_person_is_told()
    {
        await Ana.Say("check-in");
        var answer = await Ana.Press("checkin/answer", new Dictionary<string, string> { ["answer"] = string.Concat(Enumerable.Repeat(Event + " ", 100))[..10_000] });
        answer.Text.ShouldContain($"I read the first {Problem.MaxLength} characters");
        await AnswerUntilMirror();
        await Ana.Press("checkin/confirm", new Dictionary<string, string> { ["service"] = "Counter" });
        (await Problems()).Single().Text.Length.ShouldBe(Problem.MaxLength);
    }

    [Theory]
    [InlineData("A father waits six weeks for a place in the school and rings from +386 41 234 567 each day", "234")]
    [InlineData("The father with EMŠO 0101990500123 waits six weeks for a place in the school", "0101990")]
    public async Task A_telephone_or_personal_number_is_left_out_before_anything_is_stored(string text, string number)
    {
        await Ana.Say("check-in");
        await Ana.Say(text);
        Ana.LastCard.Text.ShouldNotContain(number);
        (await CheckIn()).Text!.ShouldNotContain(number);
    }

    [Fact]
    public async Task An_answer_after_the_check_in_was_skipped_still_counts_and_one_after_it_was_stored_is_a_new_question()
    {
        await Ana.Say("check-in");
        var card = Ana.LastCard;
        await Ana.Press("checkin/skip");
        var late = await Ana.Press(card.ActivityId, "checkin/answer", new System.Text.Json.Nodes.JsonObject { ["checkIn"] = (await CheckIn()).Id.ToString(), ["answer"] = Event });
        late.StatusCode.ShouldBe(200);
        (await CheckIn()).State.ShouldBe(CheckInState.Open);
        await AnswerUntilMirror();
        await Ana.Press("checkin/confirm", new Dictionary<string, string> { ["service"] = "Counter" });
        await Ana.Press(card.ActivityId, "checkin/answer", new System.Text.Json.Nodes.JsonObject { ["checkIn"] = (await CheckIn()).Id.ToString(), ["answer"] = PermitNetwork.Problem });
        (await Problems()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_small_step_is_planned_from_an_answer_and_the_day_after_it_is_asked_what_came_of_it()
    {
        await Ana.Say(PermitNetwork.Problem);
        await Ana.Press("tryout/form");
        Ana.LastCard.Text.ShouldContain("smallest step");
        (await Ana.Press("tryout/plan", new Dictionary<string, string> { ["step"] = "", ["on"] = "2027-01-01" })).Text.ShouldContain("Write the step in a sentence");
        var day = DateOnly.FromDateTime(bot.Clock.GetUtcNow().UtcDateTime).AddDays(3);
        await Ana.Press("tryout/plan", new Dictionary<string, string> { ["step"] = "Ring the five who waited longest", ["on"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
        Ana.LastCard.Text.ShouldContain("Agreed");
        bot.Clock.Advance(TimeSpan.FromDays(7));
        await Ana.WaitForCard(seen => seen.Verbs.Contains("tryout/answer"), TestContext.Current.CancellationToken);
        await Ana.Press("tryout/answer", new Dictionary<string, string> { ["result"] = "did_not_work", ["happened"] = "Nobody picked up." });
        Ana.LastCard.Text.ShouldContain("May others learn from it?");
        await Ana.Press("tryout/case");
        Ana.LastCard.Text.ShouldContain("What was the problem?");
        var draft = await bot.Store(db => db.CaseDrafts.AsNoTracking().SingleAsync(d => db.Members.Any(m => m.Id == d.AuthorId && m.Name == name)));
        (draft.Content.WhatWasDone, draft.Content.Lesson).ShouldBe(("Ring the five who waited longest", "Nobody picked up."));
    }

    [Fact]
    public async Task Who_changes_jobs_says_where_to_and_what_they_were_stays_behind()
    {
        await Joined("monthly");
        await Ana.Say("I have changed jobs");
        (await Ana.Press("move/save", new Dictionary<string, string>())).Text.ShouldContain("Choose your new organisation");
        (await Ana.Press("move/save", new Dictionary<string, string> { ["newOrganisation"] = "Ministry of Unheard Things", ["role"] = "clerk" })).Text.ShouldContain("Ministry of Unheard Things");
    }

    [Fact]
    public async Task An_objection_is_met_with_a_small_step_and_a_message_for_the_manager_is_only_drafted()
    {
        await Ana.Say("who has met this objection? We have always done it this way");
        Ana.LastCard.Text.ShouldContain("A small step you can take back");
        await Ana.Press("manager/form");
        var before = bot.Connector.Calls.Count;
        var drafted = await Ana.Press("manager/draft", new Dictionary<string, string> { ["objective"] = "answers within ten days", ["problem"] = "P", ["evidence"] = "E", ["request"] = "May I try?" });
        drafted.Text.ShouldContain("You want to reach this: answers within ten days");
        bot.Connector.Calls.Count.ShouldBe(before, "nothing is sent to anybody");
    }

    [Theory]
    [InlineData("a message for my manager", "en-GB")]
    [InlineData("sporočilo za vodjo", "sl-SI")]
    [InlineData("besked til chefen", "da-DK")]
    [InlineData("bericht aan mijn baas", "nl-NL")]
    [InlineData("message à mon chef", "fr-FR")]
    [InlineData("Nachricht an meinen Chef", "de-DE")]
    public async Task A_message_for_the_manager_is_begun_by_typing_and_is_taken_for_no_concern(string words, string locale)
    {
        await Ana.Say(words, locale);
        Ana.LastCard.Verbs.ShouldContain("manager/draft");
    }

    [Theory]
    [InlineData("we have no time for this", "We have no time for it")]
    [InlineData("there is simply no money", "There is no money for it")]
    [InlineData("it is against the law", "The law does not allow it")]
    public async Task An_objection_in_other_words_is_told_by_the_words_that_are_its_own(string typed, string objection)
    {
        await Ana.Say("who has met this objection? " + typed);
        Ana.LastCard.Text.ShouldContain(objection);
    }

    [Theory]
    [InlineData("Nothing.")]
    [InlineData("I don’t know")]
    [InlineData("no idea")]
    public async Task Nothing_written_as_an_answer_is_none(string text)
    {
        await Ana.Say("check-in");
        await Ana.Say(text);
        Ana.LastCard.Text.ShouldContain("All right, nothing now");
        (await Problems()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_small_step_is_planned_by_typing_too_and_is_about_the_newest_problem()
    {
        (await Ana.Say("smallest step"))[0].Words.ShouldNotBeNull().ShouldContain("Which problem is it about?");
        await Ana.Say(Event);
        await Ana.Say("najmanjši korak");
        Ana.LastCard.Text.ShouldContain("Forty families came");
        (await Ana.Press("tryout/plan", new Dictionary<string, string> { ["step"] = "Put the list beside the door" })).Text.ShouldContain("Agreed: until");
        await Ana.Say("smallest step");
        Ana.LastCard.Text.ShouldContain("Put the list beside the door");
    }

    [Fact]
    public async Task An_event_on_a_problem_that_several_share_begins_with_the_form_filled_in()
    {
        await Joined("quarterly");
        await bot.Store(async db =>
        {
            (await db.Members.SingleAsync(member => member.Name == name)).Give(Role.Organiser);
            var now = bot.Clock.GetUtcNow();
            var coalition = Coalition.Of(EntityId.New<CoalitionId>(now), "application-form", now);
            coalition.Lapse(now + Coalition.Patience);
            db.Add(coalition);
            return 0;
        });
        await Ana.Say("organise");
        var form = await Ana.Press("coalition/event");
        form.Text.ShouldContain("One problem, several people: ");
        form.Text.ShouldContain("stuck on the same problem in this task");
        (await Ana.Press("event/save")).Text.ShouldContain("When", Case.Sensitive);
        (await bot.Store(db => db.Events.SingleAsync(e => db.Members.Any(m => m.Id == e.OrganiserId && m.Name == name)))).Title.ShouldStartWith("One problem, several people");
    }

    private async Task<string> Rendered(CheckIn checkIn)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        var notice = new Notice { Id = EntityId.New<NoticeId>(checkIn.CreatedAt), RecipientId = checkIn.MemberId, Kind = CheckInNotices.Question, Subject = checkIn.Id.Value, CreatedAt = checkIn.CreatedAt };
        var message = await scope.ServiceProvider.GetRequiredService<CheckInRenderer>().Render(
            notice, new Reading(Say.In(Language.English), TimeZoneInfo.Utc, bot.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(message!.Card.ToUtf8());
    }

    private async Task<string> Skip()
    {
        bot.Clock.Advance(TimeSpan.FromDays(7));
        await Ana.WaitForCard(seen => seen.Verbs.Contains("checkin/later"), TestContext.Current.CancellationToken);
        return (await Ana.Press("checkin/skip")).Text;
    }

    private async Task Joined(string cadence)
    {
        await Ana.Say("profile");
        await Ana.Press("profile/join");
        await Ana.Press("checkin/cadence");
        await Ana.Press("checkin/choose", new Dictionary<string, string> { ["cadence"] = cadence });
        Ana.LastCard.Text.ShouldContain("Agreed:");
    }

    private async Task AnswerUntilMirror()
    {
        while (!Ana.LastCard.Verbs.Contains("checkin/confirm")) await Ana.Say("They lose half a day, and we tried a list at the door.");
    }

    private Task<CheckIn> CheckIn() => bot.Store(CheckInOf);

    private Task<CheckIn> CheckInOf(NetworkDb db) => db.CheckIns.AsNoTracking().SingleAsync(c => db.Members.Any(m => m.Id == c.MemberId && m.Name == name));

    private Task<List<Problem>> Problems() => bot.Store(db => db.Problems.AsNoTracking().Where(p => db.Members.Any(m => m.Id == p.OwnerId && m.Name == name)).ToListAsync());
}
