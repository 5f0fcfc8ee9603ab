using InnovationBot.Network.Cases;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Problems;

public abstract class AnswersTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task An_ask_is_answered_with_cases_and_people_and_counted_without_text()
    {
        var jan = await given.Ambassador("Jan");
        await given.Case("Phone first", contact: jan);
        await given.Case("Reminders that nobody read", outcome: Outcome.Failed);
        var answer = await given.Asked(await given.Asker());

        answer.Fit.ShouldBe(Fit.Fits);
        answer.Cases.Select(one => one.Suggestion.Slot).ShouldBe([Slot.Best, Slot.LearnedTheHardWay]);
        var person = answer.People.ShouldHaveSingleItem();
        person.Shown.Name.ShouldBe("Jan");
        person.Reasons[0].Facts["title"].ShouldBe("Phone first");
        answer.HasContactPoint.ShouldBeFalse();
        (await given.Read(db => db.Facts.Select(f => f.Kind).ToListAsync())).ShouldBe([FactKind.Asked, FactKind.Shown, FactKind.Shown], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_what_the_asker_may_read_is_shown_and_only_as_it_chose_to_be_shown()
    {
        var (city, other) = (await given.Organisation("City"), await given.Organisation("County"));
        await given.Case("Inside", organisation: other, readers: Readers.Organisation);
        await given.Case("Public bodies", organisation: other, readers: Readers.PublicBodies, outcome: Outcome.Failed);
        await given.Case("By kind", organisation: other, shownAs: ShownAs.Kind, area: "health");

        var stranger = await given.Asked(await given.Asker("Eve"));
        stranger.Cases.Select(one => one.Case.Title).ShouldBe(["By kind"]);
        (stranger.Cases[0].Organisation, stranger.Cases[0].Kind).ShouldBe((null, other.Kind));
        (await given.Asked(await given.Asker("Mia", city))).Cases.Select(one => one.Case.Title).ShouldBe(["By kind", "Public bodies"]);
        (await given.Asked(await given.Asker("Ida", other))).Cases.Select(one => one.Case.Title).ShouldContain("Inside");

        var everybody = await given.Do<AskPublicly, PublicAnswer>(ask => ask.Handle(Given.Permits, Language.English, default));
        everybody.Cases.Select(one => one.Case.Title).ShouldBe(["By kind"]);
        (await given.Read(db => db.Problems.CountAsync())).ShouldBe(3);
    }

    /// <summary>However people are seen, whoever asks, and whatever else speaks for them: beside a name stands no case that shows only its kind.</summary>
    [Fact]
    public async Task Nobody_named_tells_whose_case_it_is_that_shows_only_its_kind()
    {
        var (city, county) = (await given.Organisation("City"), await given.Organisation("County"));
        var seen = 0;
        foreach (var visibility in Enum.GetValues<Visibility>())
        foreach (var shownAs in Enum.GetValues<ShownAs>())
        foreach (var hasTopic in new[] { true, false })
        {
            var title = $"{visibility} {shownAs} {hasTopic}";
            var jan = await given.Ambassador($"Jan {title}", hasTopic ? "building permits" : "gardens", visibility, county, cap: 30);
            var @case = await given.Case(title, organisation: county, shownAs: shownAs, contact: jan);
            foreach (var asker in new[] { await given.Asker($"Mia {title}", city), await given.Asker($"Ida {title}", county) })
            {
                var answer = await given.Asked(asker);
                foreach (var person in answer.People.Where(person => person.Suggestion.MemberId == jan.Id))
                {
                    seen++;
                    (person.Shown.IsNamed && person.Reasons.Any(reason => reason.Facts.Values.Contains(title))).ShouldBe(person.Shown.IsNamed && shownAs == ShownAs.Named, title);
                    (person.Shown.IsNamed && person.Reasons.Any(reason => reason.Kind == ReasonKind.CarriedSimilarCase)).ShouldBeFalse(title);
                }
            }

            await given.Change<Member>(jan.Id, member => member.State = MemberState.Left);
            await given.Change<Case>(@case.Id, one => one.State = CaseState.Withdrawn);
        }

        seen.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task A_case_made_to_show_less_since_is_not_named_beside_a_person_any_more()
    {
        var jan = await given.Ambassador("Jan", topic: "gardens");
        var @case = await given.Case("Phone first", contact: jan);
        var mia = await given.Asker();
        var problem = (await given.Asked(mia)).Problem.Id;
        await given.Change<Case>(@case.Id, one => one.ShownAs = ShownAs.Kind);

        var again = (await given.Do<ShowAnswer, Result<Answer>>(show => show.Handle(problem, mia.Id, default))).Value;
        var person = again.People.ShouldHaveSingleItem();
        person.Shown.Name.ShouldBe("Jan");
        person.Reasons[0].ShouldSatisfyAllConditions(reason => reason.Kind.ShouldBe(ReasonKind.CarriedSimilarCase), reason => reason.Facts.ShouldBeEmpty());
    }

    [Fact]
    public async Task An_abstract_ask_gets_results_and_one_question_at_most_twice()
    {
        await given.Case("Mindset", problem: "innovation culture everywhere");
        var mia = await given.Asker();
        var answer = await given.Asked(mia, "We need more innovation culture");
        (answer.IsAbstract, answer.Question, answer.Cases.Count).ShouldBe((true, ConcreteQuestion.IdeaThatStopped, 1));

        var second = (await Concretise(answer.Problem.Id, mia, "And a strategy")).Value;
        (second.IsAbstract, second.Question is null).ShouldBe((true, false));
        (await Concretise(answer.Problem.Id, mia, "And more vision")).Value.Question.ShouldBeNull();

        var concrete = (await Concretise(answer.Problem.Id, mia, "Parents wait three hours at the counter every Monday")).Value;
        (concrete.IsAbstract, concrete.Question).ShouldBe((false, null));
        concrete.Problem.Elements.ShouldContain(ProblemElement.HowOften);
    }

    [Fact]
    public async Task A_theme_that_nothing_fits_gets_cases_in_which_just_that_stood_in_the_way_and_nobody_to_ask()
    {
        var jan = await given.Ambassador("Jan");
        var @case = await given.Case("Idea box", problem: "suggestions gather dust", contact: jan);
        await given.Change<Case>(@case.Id, one => (one.Barriers, one.Lesson) = ([Barrier.Trust, Barrier.StatusQuo], "Ask for problems instead"));
        await given.Case("Other", problem: "potholes stay open");

        var answer = await given.Asked(await given.Asker(), "We must become more innovative");
        (answer.IsAbstract, answer.Fit, answer.Cases.ShouldHaveSingleItem().Case.Title, answer.People.Count).ShouldBe((true, Fit.Nearest, "Idea box", 0));
        var why = answer.Cases[0].Suggestion.Reasons[0];
        (why.Kind, why.Facts["barrier"]).ShouldBe((ReasonKind.WasInTheWay, "status_quo"));
    }

    [Fact]
    public async Task What_the_asker_rejected_is_not_shown_for_the_problem_again()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        await given.Case("Phone first", problem: Given.Permits + " again");
        await given.Case("Second", problem: "building permits weeks phone");
        var answer = await given.Asked(mia);
        answer.Cases.Select(one => one.Case.Title).ShouldBe(["Phone first"]);

        (await given.Do<RejectAnswer, Result<RejectedAnswer>>(reject => reject.Handle(answer.Problem.Id, mia.Id, default))).Refusal.ShouldBeNull();
        (await given.Read(db => db.OpenQuestions.SingleAsync())).Subject.ShouldBe(answer.Problem.Id.Value);
        var again = (await Concretise(answer.Problem.Id, mia, "The architects wait too")).Value;

        again.Cases.Select(one => one.Case.Title).ShouldBe(["Second"]);
        again.Fit.ShouldBe(Fit.Nearest, "the best is gone, what is left is no longer sure");
        again.People.ShouldBeEmpty();
        _ = jan;
    }

    [Fact]
    public async Task An_older_answer_is_shown_as_far_as_it_still_holds()
    {
        var (mia, jan, ana) = (await given.Asker(), await given.Ambassador("Jan"), await given.Ambassador("Ana", visibility: Visibility.Listed));
        var @case = await given.Case("Phone first");
        var id = (await given.Asked(mia)).Problem.Id;
        await given.Change<Member>(jan.Id, m => m.Withdraw(Consent.Contactable));
        await given.Change<Member>(ana.Id, m => m.Visibility = Visibility.Unlisted);
        await given.Change<Case>(@case.Id, c => c.State = CaseState.Withdrawn);

        var shown = (await given.Do<ShowAnswer, Result<Answer>>(show => show.Handle(id, mia.Id, default))).Value;
        shown.Cases.ShouldBeEmpty();
        var person = shown.People.ShouldHaveSingleItem();
        (person.Shown.Name, person.Reasons[0].Kind).ShouldBe((null, ReasonKind.NamedThisTopic));
        (await given.Do<ShowAnswer, Result<Answer>>(show => show.Handle(id, jan.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
    }

    [Fact]
    public async Task When_the_search_is_unsure_one_person_at_most_is_named_and_when_nothing_is_near_nobody()
    {
        var mia = await given.Asker();
        foreach (var name in new[] { "Jan", "Ana", "Bor", "Eva" }) await given.Ambassador(name);
        (await given.Asked(mia)).People.Count.ShouldBe(3);

        given.Search.WhenFound = Fit.Nearest;
        var unsure = await given.Asked(mia);
        (unsure.Fit, unsure.People.Count).ShouldBe((Fit.Nearest, 1));

        var nothing = await given.Asked(mia, "Xylophone tuning");
        (nothing.Fit, nothing.Cases.Count, nothing.People.Count).ShouldBe((Fit.Nothing, 0, 0));
    }

    [Fact]
    public async Task Evidence_that_the_store_no_longer_bears_out_speaks_for_nobody()
    {
        var jan = await given.Ambassador("Jan");
        var hidden = await given.Organisation("County");
        await given.Case("Inside", organisation: hidden, readers: Readers.Organisation, contact: jan);
        await given.Change<Member>(jan.Id, m => m.Topics = []);

        (await given.Asked(await given.Asker())).People.ShouldBeEmpty();
    }

    [Fact]
    public async Task Editing_the_message_edits_the_draft_and_deleting_it_deletes_the_draft_alone()
    {
        var mia = await given.Asker();
        var draft = (await given.Do<AskNetwork, Result<Answer>>(ask => ask.Handle(new(mia.Id, " " + Given.Permits, Language.English, "activity"), default))).Value.Problem;
        draft.Text.ShouldBe(Given.Permits);
        await given.Do<EditFromMessage, Result<Answer>>(edit => edit.Handle(mia.Id, "activity", "Letters get lost", Language.English, default));
        (await given.Read(db => db.Problems.SingleAsync())).Text.ShouldBe("Letters get lost");
        (await Delete(mia, "other")).ShouldBe(Refusal.NotFound);

        await given.Do<KeepProblem, Result<Problem>>(keep => keep.Handle(draft.Id, mia.Id, default));
        (await Delete(mia, "activity")).ShouldBe(Refusal.NotFound);
        await given.Change<Problem>(draft.Id, p => p.State = ProblemState.Draft);
        (await Delete(mia, "activity")).ShouldBeNull();
        (await given.Read(db => db.Problems.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_endless_text_is_cut_and_an_empty_one_refused()
    {
        var mia = await given.Asker();
        (await given.Asked(mia, new string('x', Problem.MaxLength - 1) + "😀tail")).Problem.Text.Length.ShouldBe(Problem.MaxLength - 1);
        (await given.Do<AskNetwork, Result<Answer>>(ask => ask.Handle(new(mia.Id, " \n", Language.English, null), default))).Refusal.ShouldBe(ProblemRefusals.TextMissing);
    }

    [Fact]
    public async Task Others_write_while_an_answer_is_searched_for()
    {
        var mia = await given.Asker();
        var first = (await given.Asked(mia, "We need more innovation culture")).Problem.Id;
        (await Concretise(first, mia, "And a strategy")).Refusal.ShouldBeNull();
        given.Search.Meanwhile = () => given.Save(new Fact { Kind = FactKind.Shown, At = given.Now });

        (await given.Do<AnswerInOwnChat, Result<ProblemId>>(ask => ask.Handle(new(mia.Id, Given.Permits, Language.English, "thread"), default))).Refusal.ShouldBeNull();
        (await given.NoticesTo(mia)).ShouldBe([ProblemNotices.Answer]);
        var apart = (await given.Turn<AskSeparately, Result<Answer>>(ask => ask.Handle(first, mia.Id, default))).Value;
        apart.Problem.Text.ShouldBe("And a strategy");

        var draft = (await given.Asked(mia)).Problem.Id;
        (await given.Turn<JoinToQuestion, Result<Answer>>(join => join.Handle(draft, mia.Id, default))).Value.Problem.Text.ShouldEndWith(Given.Permits);
    }

    [Fact]
    public async Task A_new_question_pressed_twice_at_once_is_asked_once()
    {
        var mia = await given.Asker();
        var first = (await given.Asked(mia, "We need more innovation culture")).Problem.Id;
        await Concretise(first, mia, "Applications lie for weeks");
        var bothSearch = new System.Threading.Barrier(2);
        var presses = 0;
        given.Search.Meanwhile = () => Interlocked.Increment(ref presses) <= 2 ? Task.Run(() => bothSearch.SignalAndWait()) : Task.CompletedTask;

        var pressed = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => given.Turn<AskSeparately, Result<Answer>>(ask => ask.Handle(first, mia.Id, default))));
        pressed.Select(one => one.Refusal).ShouldBe([null, Refusal.NoLongerOpen], ignoreOrder: true);
        (await given.Read(db => db.Problems.CountAsync())).ShouldBe(2);
    }

    private Task<Result<Answer>> Concretise(ProblemId id, Member by, string text) =>
        given.Do<AnswerConcreteQuestion, Result<Answer>>(answer => answer.Handle(id, by.Id, text, default));

    private Task<Refusal?> Delete(Member by, string activity) => given.Do<DeleteFromMessage, Refusal?>(delete => delete.Handle(by.Id, activity, default));
}

public sealed class AnswersOnSqlite() : AnswersTests(StoreEngine.Sqlite);

public sealed class AnswersOnPostgres() : AnswersTests(StoreEngine.Postgres);
