using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Feedback;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Problems;

public abstract class FeedbackTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task A_readers_word_moves_a_case_for_problems_like_theirs_and_can_be_taken_back()
    {
        await given.Case("Alpha", area: "planning");
        await given.Case("Beta", area: "planning");
        var mia = await given.Asker();
        var answer = await given.Asked(mia);
        answer.Cases[0].Case.Title.ShouldBe("Alpha");
        var alpha = answer.Cases[0].Suggestion.Id;

        (await Say(alpha, mia.Id, false)).Refusal.ShouldBeNull();
        (await given.Asked(await given.Asker("Ben"))).Cases[0].Case.Title.ShouldBe("Beta");
        (await Explained(answer.Problem.Id, mia.Id)).Counts.Values.ShouldBe([new FeedbackCount(0, 1)]);

        await Say(alpha, mia.Id, null);
        (await given.Read(db => db.CaseFeedbacks.CountAsync())).ShouldBe(0);
        (await given.Asked(await given.Asker("Cem"))).Cases[0].Case.Title.ShouldBe("Alpha");
    }

    [Fact]
    public async Task Nobody_speaks_for_another_persons_problem()
    {
        await given.Case("Alpha");
        var answer = await given.Asked(await given.Asker());
        (await Say(answer.Cases[0].Suggestion.Id, (await given.Asker("Eve")).Id, true)).Refusal.ShouldBe(Refusal.NotFound);
    }

    [Fact]
    public void However_many_say_so_a_word_only_nudges()
    {
        new FeedbackCount(1, 0).Factor.ShouldBe(1.04, 1e-9);
        new FeedbackCount(1_000, 0).Factor.ShouldBe(1.12, 1e-9);
        new FeedbackCount(0, 1_000).Factor.ShouldBe(0.88, 1e-9);
        FeedbackCount.Alike(["permit", "queue"], ["permit", "queue", "telephone"]).ShouldBeTrue();
        FeedbackCount.Alike(["permit", "queue"], ["flood", "telephone"]).ShouldBeFalse();
        FeedbackCount.Alike([], ["flood"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Every_clause_of_a_reason_has_a_part_behind_it()
    {
        var jan = await given.Ambassador("Jan");
        await given.Case("Phone first", contact: jan);
        var answer = await given.Asked(await given.Asker());
        foreach (var (suggestion, reasons) in answer.Cases.Select(one => (one.Suggestion, one.Suggestion.Reasons)).Concat(answer.People.Select(one => (one.Suggestion, one.Suggestion.Reasons))))
        {
            suggestion.Parts.ShouldNotBeEmpty();
            foreach (var kinds in reasons.Select(reason => Reasons.PartsOf(reason.Kind)).Where(kinds => kinds.Count > 0))
                suggestion.Parts.ShouldContain(part => kinds.Contains(part.Kind) && part.Value > 0);
        }

        ReasonKind[] drawnFromElsewhere = [ReasonKind.SamePolicyArea, ReasonKind.SameTier, ReasonKind.OtherTier, ReasonKind.OtherField, ReasonKind.TaughtBy, ReasonKind.WasInTheWay, ReasonKind.ContactPoint, ReasonKind.Ambassador, ReasonKind.Deputy];
        foreach (var kind in Enum.GetValues<ReasonKind>()) (Reasons.PartsOf(kind).Count == 0).ShouldBe(drawnFromElsewhere.Contains(kind), kind.ToString());
    }

    private Task<Result<ProblemId>> Say(SuggestionId suggestion, MemberId by, bool? helped) => given.Do<GiveFeedback, Result<ProblemId>>(give => give.Handle(suggestion, by, helped, default));

    private async Task<ExplainedAnswer> Explained(ProblemId problem, MemberId by) => (await given.Do<ExplainAnswer, Result<ExplainedAnswer>>(explain => explain.Handle(problem, by, default))).Value;
}

public sealed class FeedbackOnSqlite() : FeedbackTests(StoreEngine.Sqlite);

public sealed class FeedbackOnPostgres() : FeedbackTests(StoreEngine.Postgres);
