namespace InnovationBot.Network.Problems;

/// <summary>"It was a new question": what was taken as an answer comes off the problem again and is asked by itself.</summary>
public sealed class AskSeparately(NetworkDb db, AskNetwork ask)
{
    public async Task<Result<Answer>> Handle(ProblemId id, MemberId by, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Problems.FindAsync([id], stop) is not { } problem) return Refusal.NotFound;
        if (problem.OwnerId != by) return Refusal.NotYours;
        if (problem.TakeBackAnswer() is not { } text) return Refusal.NoLongerOpen;

        var asked = await ask.Handle(new AskNetwork.Request(by, text, problem.Language, SourceActivity: null), stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return asked;
    }
}
