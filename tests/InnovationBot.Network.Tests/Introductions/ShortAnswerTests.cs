using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Introductions;

/// <summary>An answer in writing stays for others only as long as both sides want it, and only in the words both agreed to.</summary>
public abstract class ShortAnswerTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task It_is_found_once_both_agreed_to_the_same_text_and_no_longer_when_one_takes_it_back()
    {
        var (mia, jan, id) = await Answered();
        var begin = await Shown(id, mia);
        (begin.Answer, begin.Problem, begin.Text).ShouldBe((null, "People wait eleven weeks for a permit.", "Start with the phone."));
        (await Written(id, jan, "People wait for permits.", "Start with the phone line.")).Agreed.ShouldBeTrue();
        (await given.NoticesTo(mia)).ShouldContain(ShortAnswerNotices.Asked);
        (await Found()).ShouldBeEmpty("one side alone is not enough");

        (await Agreed(id, mia, edition: 9)).Refusal.ShouldBe(Refusal.NoLongerOpen, "another text was shown");
        (await Written(id, mia, "People wait for permits.", "Start with the phone line. Then the forms.")).Agreed.ShouldBeTrue();
        (await Agreed(id, jan, edition: 1)).Refusal.ShouldBe(Refusal.NoLongerOpen);
        (await Found()).ShouldBeEmpty("the giver has not read the new text");
        (await Agreed(id, jan, edition: 2)).Refusal.ShouldBeNull();
        var shown = (await given.Asked(await given.Asker("Otto"))).ShortAnswers.ShouldHaveSingleItem();
        (shown.Text, shown.AnsweredAt).ShouldBe(("Start with the phone line. Then the forms.", given.Now));

        (await Withdrawn(id, mia)).Refusal.ShouldBeNull();
        (await Found()).ShouldBeEmpty();
        (await given.Read(db => db.ShortAnswers.CountAsync())).ShouldBe(0);
        (await given.Read(db => db.Changes.CountAsync(c => c.Kind == ChangedKind.ShortAnswer))).ShouldBe(4, "the search follows every step");
    }

    [Fact]
    public async Task Nobody_else_sees_or_touches_it_and_who_is_forgotten_takes_it_along()
    {
        var (mia, jan, id) = await Answered();
        var otto = await given.Asker("Otto");
        await Written(id, jan, "People wait for permits.", "Start with the phone line.");
        (await given.Do<KeepShortAnswer, Result<ShortAnswerView>>(keep => keep.Show(id, otto.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await Agreed(id, otto, edition: 1)).Refusal.ShouldBe(Refusal.NotFound);
        (await Withdrawn(id, otto)).Refusal.ShouldBe(Refusal.NotFound);
        await Agreed(id, mia, edition: 1);
        var answer = (await Found()).ShouldHaveSingleItem();
        (await given.Do<FindShortAnswers, Result<ShortAnswer>>(find => find.One(answer.Id, default))).Refusal.ShouldBeNull();

        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(jan.Id, default));
        (await given.Do<FindShortAnswers, Result<ShortAnswer>>(find => find.One(answer.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
    }

    private async Task<(Member Mia, Member Jan, IntroductionId Id)> Answered()
    {
        var (mia, jan) = (await given.Asker(), await given.Ambassador("Jan"));
        var id = await given.IntroductionAsked(mia, jan);
        (await given.Do<KeepShortAnswer, Result<ShortAnswerView>>(keep => keep.Show(id, mia.Id, default))).Refusal.ShouldBe(Refusal.NotFound, "nothing was written yet");
        await given.Do<AnswerInWriting, Result<IntroductionView>>(answer => answer.Handle(id, jan.Id, "Start with the phone.", default));
        return (mia, jan, id);
    }

    private Task<ShortAnswerView> Shown(IntroductionId id, Member by) => given.Do<KeepShortAnswer, ShortAnswerView>(async keep => (await keep.Show(id, by.Id, default)).Value);

    private Task<ShortAnswerView> Written(IntroductionId id, Member by, string problem, string text) =>
        given.Do<KeepShortAnswer, ShortAnswerView>(async keep => (await keep.Write(id, by.Id, problem, text, Language.English, default)).Value);

    private Task<Result<ShortAnswerView>> Agreed(IntroductionId id, Member by, int edition) => given.Do<KeepShortAnswer, Result<ShortAnswerView>>(keep => keep.Agree(id, by.Id, edition, default));

    private Task<Result<ShortAnswerView>> Withdrawn(IntroductionId id, Member by) => given.Do<KeepShortAnswer, Result<ShortAnswerView>>(keep => keep.Withdraw(id, by.Id, default));

    private Task<IReadOnlyList<ShortAnswer>> Found() => given.Do<FindShortAnswers, IReadOnlyList<ShortAnswer>>(find => find.Handle(Given.Permits, Language.English, default));
}

public sealed class ShortAnswersOnSqlite() : ShortAnswerTests(StoreEngine.Sqlite);

public sealed class ShortAnswersOnPostgres() : ShortAnswerTests(StoreEngine.Postgres);
