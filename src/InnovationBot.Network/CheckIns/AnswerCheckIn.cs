using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;
using InnovationBot.Network.Turns;

namespace InnovationBot.Network.CheckIns;

/// <summary>
/// Takes what a person says: asks for at most two missing things, one at a time, by what was heard; then shows it back. What
/// points to one person is masked before anything is stored.
/// </summary>
public sealed class AnswerCheckIn(NetworkDb db, IConcreteness concreteness, ShowCheckIn show, TimeProvider clock)
{
    /// <returns><see cref="ProblemRefusals.TextMissing"/>, <see cref="Refusal.NoLongerOpen"/> once its problem is stored.</returns>
    public async Task<Result<CheckInView>> Handle(CheckInId id, MemberId by, string text, Language language, CancellationToken stop)
    {
        if (await db.CheckIns.FindAsync([id], stop) is not { } checkIn || checkIn.MemberId != by || await db.MemberOf(by, stop) is null) return Refusal.NotFound;
        if (string.IsNullOrWhiteSpace(text)) return ProblemRefusals.TextMissing;

        var kept = PersonalDataFinder.Mask(Problem.Trim(text));
        return (await Take(checkIn, kept, language, stop)).Match<Result<CheckInView>>(
            view => view with { Masked = kept != Problem.Trim(text), IsCut = text.Trim().Length > Problem.MaxLength }, refusal => refusal);
    }

    /// <summary>The person cannot say more on what was asked: it is not asked again, and what they said before stays.</summary>
    /// <returns><see cref="Refusal.NoLongerOpen"/> when no further question is open.</returns>
    public async Task<Result<CheckInView>> Pass(CheckInId id, MemberId by, CancellationToken stop)
    {
        if (await db.CheckIns.FindAsync([id], stop) is not { } checkIn || checkIn.MemberId != by) return Refusal.NotFound;
        return checkIn is { State: CheckInState.Open, Asked: not null } ? await Take(checkIn, "", checkIn.Language, stop) : Refusal.NoLongerOpen;
    }

    private async Task<Result<CheckInView>> Take(CheckIn checkIn, string kept, Language language, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (checkIn.Answer(checkIn.MemberId, kept, language, now) is { } refusal) return refusal;

        if (await db.CheckInRhythms.FindAsync([checkIn.MemberId], stop) is { } rhythm) rhythm.Answered(now);
        await AskForMore(checkIn, now, stop);
        db.HandledAbout(checkIn.Id.Value);
        await db.SaveChangesAsync(stop);
        return await show.Of(checkIn, stop);
    }

    /// <summary>The person rewrites the whole; from here on only their yes is asked for.</summary>
    public async Task<Result<CheckInView>> Edit(CheckInId id, MemberId by, string text, CancellationToken stop)
    {
        if (await db.CheckIns.FindAsync([id], stop) is not { } checkIn || checkIn.MemberId != by) return Refusal.NotFound;
        if (string.IsNullOrWhiteSpace(text)) return ProblemRefusals.TextMissing;

        var kept = PersonalDataFinder.Mask(Problem.Trim(text));
        if (checkIn.Edit(by, kept, clock.GetUtcNow()) is { } refusal) return refusal;
        await db.Answered(by, id.Value, stop);
        await db.SaveChangesAsync(stop);
        return (await show.Of(checkIn, stop)) with { Masked = kept != Problem.Trim(text), IsCut = text.Trim().Length > Problem.MaxLength };
    }

    private async Task AskForMore(CheckIn checkIn, DateTimeOffset now, CancellationToken stop)
    {
        if (checkIn.AboutId is not null)
        {
            await db.Answered(checkIn.MemberId, checkIn.Id.Value, stop); // what the problem is was told the last time
            return;
        }

        var finding = await concreteness.Assess(checkIn.Whole, checkIn.Language, stop);
        var missing = finding.IsAbstract ? finding.Question : NextQuestion.Missing(finding.Elements, [.. checkIn.Additions.Select(addition => addition.Question)]);
        if (missing is { } question && (checkIn.Ask(question) || (finding.IsAbstract && checkIn.Ask(ConcreteQuestion.LastTime))))
            await db.Ask(checkIn.MemberId, CheckInQuestions.Answer, checkIn.Id.Value, now, stop);
        else
            await db.Answered(checkIn.MemberId, checkIn.Id.Value, stop);
    }
}
