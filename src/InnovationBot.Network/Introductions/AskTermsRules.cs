using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>What somebody decided when asking: checked first, and kept on their profile only when the request goes out.</summary>
public sealed class AskTermsRules(NetworkDb db, ClaimOrganisation claims, TimeProvider clock)
{
    /// <returns>The organisation that is named for the first time; or what is missing or too long.</returns>
    public async Task<Result<NewOrganisation>> Check(AskTerms terms, Member taker, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(terms.Blurb)) return IntroductionRefusals.TextMissing;
        if (terms.Blurb.Trim().Length > Introduction.MaxBlurb) return IntroductionRefusals.TextTooLong;
        if (terms.Languages.Count == 0) return IntroductionRefusals.LanguagesMissing;
        if (taker.OrganisationConfirmed) return NewOrganisation.None;

        if (!string.IsNullOrWhiteSpace(terms.OrganisationKey))
        {
            return await db.OrganisationNamed(terms.OrganisationKey, stop) is { } named ? new NewOrganisation(named)
                : terms.OrganisationKind is null ? IntroductionRefusals.OrganisationUnknown
                : new NewOrganisation(null, terms.OrganisationKey.Trim());
        }

        return terms.OrganisationKind is null && taker.OrganisationId is null && taker.SaysKind is null
            ? IntroductionRefusals.OrganisationMissing
            : NewOrganisation.None;
    }

    /// <summary>Who asks, in these terms.</summary>
    public static Asker Asker(AskTerms terms, Member taker, Organisation? organisation, NewOrganisation named, Problem problem)
    {
        var own = named.Organisation ?? organisation;
        return Matching.Asker.Of(taker, organisation, problem) with
        {
            Languages = [.. terms.Languages.Distinct()],
            OrganisationId = own?.Id ?? taker.OrganisationId,
            NotOwnOrganisation = terms.NotOwnOrganisation,
            Tier = own?.Tier ?? terms.OrganisationKind?.Tier ?? taker.SaysKind?.Tier,
        };
    }

    /// <summary>Keeps what was said. An organisation is claimed until the reported e-mail address, or somebody else, confirms it.</summary>
    public async Task Keep(AskTerms terms, Member taker, NewOrganisation named, Problem problem, CancellationToken stop)
    {
        taker.Languages = [.. terms.Languages.Distinct()];
        problem.NotOwnOrganisation = terms.NotOwnOrganisation;
        if (named.Organisation is { } organisation)
        {
            await claims.Claim(taker, organisation, stop);
        }
        else if (terms.OrganisationKind is { } kind && !taker.OrganisationConfirmed)
        {
            taker.SaysKind = kind;
            if (named.Unknown is { } unknown) await claims.Propose(taker, unknown, stop);
        }

        db.Changes.Add(Change.Of(ChangedKind.Member, taker.Id.Value, clock.GetUtcNow()));
    }
}

/// <param name="Organisation">The one somebody says to belong to; none when nothing new was said.</param>
/// <param name="Unknown">The name of one that nobody knows: it is proposed to the organisers.</param>
public sealed record NewOrganisation(Organisation? Organisation, string? Unknown = null)
{
    public static readonly NewOrganisation None = new(null, null);
}
