using InnovationBot.Network.CheckIns;

namespace InnovationBot.Network.Problems;

/// <summary>"This was my answer": what was taken as a new question becomes the answer to the one the bot had asked.</summary>
public sealed class JoinToQuestion(NetworkDb db, AnswerConcreteQuestion answer)
{
    /// <param name="id">The draft made of the text.</param>
    public async Task<Result<Answer>> Handle(ProblemId id, MemberId by, CancellationToken stop)
    {
        if (await db.Problems.FindAsync([id], stop) is not { } draft) return Refusal.NotFound;
        if (draft.OwnerId != by) return Refusal.NotYours;
        if (draft.State != ProblemState.Draft
            || await db.OpenQuestions.FindAsync([by], stop) is not { Kind: ProblemQuestions.Concretise } question
            || question.Subject == id.Value)
            return Refusal.NoLongerOpen;

        draft.State = ProblemState.Withdrawn;
        var answered = await answer.HandleUnsaved(EntityId.From<ProblemId>(question.Subject), by, draft.Text, _ => draft.Text, stop);
        if (answered.Refusal is null) await db.SaveChangesAsync(stop); // pressed twice: the draft's version lets one of them win
        return answered;
    }

    /// <summary>The same for a check-in that is open.</summary>
    /// <returns>It and the text; <c>null</c> when none is. The draft is withdrawn, and saved by whoever takes the text as the answer.</returns>
    public async Task<(CheckInId CheckIn, string Text)?> OfCheckIn(ProblemId id, MemberId by, CancellationToken stop)
    {
        if (await db.OpenQuestions.FindAsync([by], stop) is not { Kind: CheckInQuestions.Answer } question
            || await db.Problems.FindAsync([id], stop) is not { State: ProblemState.Draft } draft || draft.OwnerId != by)
            return null;
        draft.State = ProblemState.Withdrawn;
        return (EntityId.From<CheckInId>(question.Subject), draft.Text);
    }
}
