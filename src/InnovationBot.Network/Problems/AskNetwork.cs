using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>Stores what somebody wrote as a draft of their own, and answers it. Never refuses an abstract text.</summary>
public sealed class AskNetwork(NetworkDb db, Answers answers, TimeProvider clock)
{
    /// <param name="Owner">Sender of the authenticated activity.</param>
    /// <param name="Text">Trimmed, and cut at <see cref="Problem.MaxLength"/>.</param>
    /// <param name="SourceActivity">The message it came from, when there is one.</param>
    public sealed record Request(MemberId Owner, string Text, Language Language, string? SourceActivity);

    /// <returns><see cref="ProblemRefusals.TextMissing"/> for nothing but white space, <see cref="Refusal.NotFound"/> for an unknown person.</returns>
    public async Task<Result<Answer>> Handle(Request request, CancellationToken stop)
    {
        var answer = await HandleUnsaved(request, stop);
        if (answer.Refusal is null) await db.SaveChangesAsync(stop);
        return answer;
    }

    /// <summary>The same, saved by the caller with what belongs to it: a search must not hold the store's write lock.</summary>
    internal async Task<Result<Answer>> HandleUnsaved(Request request, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(request.Text)) return ProblemRefusals.TextMissing;
        if (await db.MemberOf(request.Owner, stop) is not { } owner) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        var problem = new Problem
        {
            Id = EntityId.New<ProblemId>(now), OwnerId = owner.Id, Text = Problem.Trim(request.Text), Language = request.Language,
            SourceActivity = request.SourceActivity, CreatedAt = now,
        };
        db.Problems.Add(problem);
        db.HandledAbout(problem.Id.Value);

        // A new problem is not the answer to what was asked before, unless its owner says so (JoinToQuestion).
        if (await db.OpenQuestions.FindAsync([owner.Id], stop) is { Kind: ProblemQuestions.Concretise } open) open.AskedAt = now - OpenQuestion.Lifetime * 2;

        var kind = (await db.OrganisationOf(owner.OrganisationId, stop))?.Kind ?? owner.SaysKind;
        db.Facts.Add(new Fact { Kind = FactKind.Asked, At = now, Tier = kind?.Tier, Country = kind?.Country, Language = problem.Language });

        var answer = await answers.Find(problem, owner, stop);
        return owner.WelcomedAt is null && !await db.Problems.AnyAsync(p => p.OwnerId == owner.Id, stop) ? answer with { IsFirstContact = true } : answer;
    }
}
