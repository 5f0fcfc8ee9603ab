using InnovationBot.Network.People;

namespace InnovationBot.Network.Problems.Opened;

/// <summary>A problem's owner lets others read it, or no longer.</summary>
public sealed class OpenProblem(NetworkDb db, HelpOffers offers, TimeProvider clock)
{
    public sealed record Request(ProblemId Problem, MemberId By, Readers Readers, string Text, bool Named);

    /// <returns>What is missing or too long; <see cref="OpenProblemRefusals.OwnOrganisationUnconfirmed"/> for the own organisation of somebody who only says so.</returns>
    public async Task<Result<Problem>> Handle(Request request, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Problem>(request.Problem, stop) is not { } problem || problem.OwnerId != request.By) return Refusal.NotFound;
        if (await db.MemberOf(request.By, stop) is not { } owner) return Refusal.NotFound;

        var confirmed = owner.OrganisationConfirmed ? owner.OrganisationId : null;
        if (problem.OpenTo(request.By, request.Readers, request.Text, request.Named, confirmed, clock.GetUtcNow()) is { } refusal) return refusal;

        await db.SaveChangesAsync(stop); // offers are judged by who reads it now
        await offers.EndUnreadable(problem, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return problem;
    }
}
