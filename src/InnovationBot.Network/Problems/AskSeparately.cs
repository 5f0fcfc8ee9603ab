namespace InnovationBot.Network.Problems;

/// <summary>"It was a new question": what was taken as an answer comes off the problem again and is asked by itself.</summary>
public sealed class AskSeparately(NetworkDb db, AskNetwork ask)
{
    public async Task<Result<Answer>> Handle(ProblemId id, MemberId by, CancellationToken stop)
    {
        if (await db.Problems.FindAsync([id], stop) is not { } problem) return Refusal.NotFound;
        if (problem.OwnerId != by) return Refusal.NotYours;
        if (problem.TakeBackAnswer() is not { } text) return Refusal.NoLongerOpen;

        var asked = await ask.HandleUnsaved(new AskNetwork.Request(by, text, problem.Language, SourceActivity: null), stop);
        if (asked.Refusal is null) await db.SaveChangesAsync(stop); // pressed twice: the problem's version lets one of them win
        return asked;
    }
}
