using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.Problems.Concreteness;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Ambassadors;

/// <summary>A member asks to become an ambassador. Organisers decide; nothing of it is seen by others before. No model judges what they wrote: it decides about a person.</summary>
public sealed class ApplyAsAmbassador(NetworkDb db, LexicalConcreteness concreteness, ShowAmbassador show, TimeProvider clock)
{
    /// <param name="Problems">Those that have a text; three are needed, in the order they were asked for.</param>
    /// <param name="MonthlyCap">None = not a number.</param>
    /// <param name="Language">Of the problems.</param>
    /// <param name="Findable">Agrees to be suggested once approved; <paramref name="Contactable"/>: to be asked.</param>
    public sealed record Request(
        MemberId By, IReadOnlyList<HandledProblem> Problems, int? MonthlyCap, bool Findable, bool Contactable, Visibility Visibility, Language Language);

    /// <returns>What is missing, by the number of the problem.</returns>
    public async Task<Result<AmbassadorView>> Handle(Request request, CancellationToken stop)
    {
        if (await db.MemberOf(request.By, stop) is not { } member) return Refusal.NotFound;
        if (!member.HasJoined) return ProfileRefusals.NotJoined;
        if (member.Ambassador == AmbassadorState.Confirmed) return AmbassadorRefusals.AlreadyAmbassador;
        if (await db.AmbassadorApplications.AnyAsync(a => a.MemberId == member.Id && a.State == ApplicationState.Waiting, stop)) return await show.Handle(member.Id, stop);
        if (await Check(request, stop) is { } wrong) return wrong;

        var now = clock.GetUtcNow();
        db.AmbassadorApplications.Add(new AmbassadorApplication
        {
            Id = EntityId.New<ApplicationId>(now), MemberId = member.Id, SubmittedAt = now, MonthlyCap = request.MonthlyCap!.Value, Visibility = request.Visibility,
            Problems = [.. request.Problems.Select(one => one with { Text = one.Text.Trim(), Years = one.Case is null ? one.Years : null })],
        });
        member.Ambassador = AmbassadorState.Applied;
        db.Changes.Add(Change.Of(ChangedKind.Member, member.Id.Value, now));
        await db.SaveChangesAsync(stop);
        return await show.Handle(member.Id, stop);
    }

    private async Task<Refusal?> Check(Request request, CancellationToken stop)
    {
        var problems = request.Problems;
        if (problems.Count < AmbassadorApplication.ProblemsNeeded || problems.Select(one => one.Text.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() < problems.Count)
            return AmbassadorRefusals.ThreeProblems;
        foreach (var (index, problem) in problems.Index())
        {
            if (problem.Text.Trim().Length > AmbassadorApplication.LongestProblem) return ProfileRefusals.TopicTooLong;
            if (concreteness.Assess(problem.Text, request.Language).IsAbstract) return AmbassadorRefusals.ProblemNotConcrete.With("number", index + 1);
            var borneOut = problem.Case is { } id ? await db.Cases.IsOwn(id, request.By, stop) : problem.Years is >= 1 and <= EditTopics.MostYears;
            if (!borneOut) return AmbassadorRefusals.EvidenceMissing.With("number", index + 1);
        }

        if (request.MonthlyCap is not (>= 1 and <= 20)) return IntroductionRefusals.CapOutOfRange;
        return request is { Findable: true, Contactable: true } ? null : AmbassadorRefusals.AmbassadorConsents;
    }
}

/// <summary>The applicant changes their mind.</summary>
public sealed class WithdrawApplication(NetworkDb db, ShowAmbassador show, TimeProvider clock)
{
    public async Task<Result<AmbassadorView>> Handle(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (await db.AmbassadorApplications.SingleOrDefaultAsync(a => a.MemberId == by && a.State == ApplicationState.Waiting, stop) is { } waiting)
        {
            var now = clock.GetUtcNow();
            waiting.Withdraw(now);
            if (member.Ambassador == AmbassadorState.Applied) member.Ambassador = AmbassadorState.None;
            db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, now));
            await db.SaveChangesAsync(stop);
        }

        return await show.Handle(by, stop);
    }
}
