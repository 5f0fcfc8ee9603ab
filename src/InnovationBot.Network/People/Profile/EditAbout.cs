using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Mobility;
using InnovationBot.Network.People.Organisations;

namespace InnovationBot.Network.People.Profile;

/// <summary>Where somebody works, as what, and in which languages they can talk.</summary>
public sealed class EditAbout(NetworkDb db, ClaimOrganisation claims, ChangeJobs jobs, ShowProfile show, TimeProvider clock)
{
    /// <summary>Characters of a role.</summary>
    public const int LongestRole = 200;

    /// <param name="Organisation">Id, key or name; none leaves it as it is. A name nobody knows is proposed to the organisers.</param>
    /// <param name="Role">Empty takes it off.</param>
    public sealed record Request(MemberId By, string? Organisation, string Role, IReadOnlyList<Language> Languages);

    /// <returns>
    /// <see cref="IntroductionRefusals.LanguagesMissing"/>. An organisation is
    /// claimed until somebody else, or the address that the channel reports, confirms it.
    /// </returns>
    public async Task<Result<ProfileView>> Handle(Request request, CancellationToken stop)
    {
        if (await db.MemberOf(request.By, stop) is not { } member) return Refusal.NotFound;
        if (!member.HasJoined) return ProfileRefusals.NotJoined;
        if (request.Languages.Count == 0) return IntroductionRefusals.LanguagesMissing;

        if (!string.IsNullOrWhiteSpace(request.Organisation))
        {
            // Whoever counted as one of an organisation and names another has changed jobs, with all that follows.
            var named = await db.OrganisationNamed(request.Organisation, stop);
            if (member.OrganisationConfirmed && named?.Id != member.OrganisationId)
            {
                if ((await jobs.Handle(new(request.By, request.Organisation, request.Role, ""), stop)).Refusal is { } refusal) return refusal;
            }
            else if (named is null) await claims.Propose(member, request.Organisation, stop);
            else if (named.Id != member.OrganisationId) await claims.Claim(member, named, stop);
        }

        member.Role = request.Role.Trim() is { Length: > 0 } role ? Problems.Problem.Cut(role, LongestRole) : null;
        member.Languages = [.. request.Languages.Distinct()];
        db.Changes.Add(Change.Of(ChangedKind.Member, request.By.Value, clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        return await show.Handle(request.By, stop);
    }
}
