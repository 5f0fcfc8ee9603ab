using InnovationBot.Network.Outbox;

namespace InnovationBot.Network.Problems;

/// <summary>Stores what somebody asked where others read, and sends the whole answer, people included, to their own chat.</summary>
public sealed class AnswerInOwnChat(NetworkDb db, AskNetwork ask, TimeProvider clock)
{
    public async Task<Result<ProblemId>> Handle(AskNetwork.Request request, CancellationToken stop)
    {
        var asked = await ask.HandleUnsaved(request, stop);
        if (asked.Refusal is { } refusal) return refusal;

        var problem = asked.Value.Problem.Id;
        db.Notices.Add(Notice.To(request.Owner, ProblemNotices.Answer, problem.Value, clock.GetUtcNow(), NoticeTiming.AtOnce));
        await db.SaveChangesAsync(stop);
        return problem;
    }
}
