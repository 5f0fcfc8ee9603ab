using System.Globalization;
using System.Text;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Time;

namespace InnovationBot.Network.Broadcasts.Audiences;

/// <summary>Somebody who may belong to an audience, with what decides it and what decides whether they are reached.</summary>
internal sealed record Candidate(
    MemberId Id, MemberState State, bool HasAddress, FailureReason? Suppressed, DateTimeOffset? StoppedAt, List<Consent> Consents, List<BroadcastKind> Unwanted,
    OrganisationId? OrganisationId, OrganisationProof Proof, string? Country, OrganisationKind? Says, List<string> Topics, Language Language, List<Language> Languages,
    List<Role> Roles, AmbassadorState Ambassador, Tier? Tier, Sector? Sector, string? OrganisationCountry, List<string>? PolicyAreas,
    string? Zone, WorkingHours? Hours, DateTimeOffset? AwayUntil)
{
    /// <summary>Events of the audience that the person signed up for, by their 32 digits; looked up only where one asks for it.</summary>
    public IReadOnlySet<string>? SignedUpFor { get; init; }

    public bool IsConfirmed => OrganisationId is not null && Proof != OrganisationProof.Claimed;

    public string? LivesIn => Country ?? OrganisationCountry ?? Says?.Country;

    /// <summary>Why nothing can be sent to them; none = they are reached.</summary>
    public FailureReason? Unreachable(BroadcastKind kind) =>
        State is MemberState.Left or MemberState.Erased ? FailureReason.Left
        : StoppedAt is not null || !Consents.Contains(Consent.Broadcasts) || Unwanted.Contains(kind) ? FailureReason.OptedOut
        : !HasAddress ? FailureReason.NotInstalled
        : Suppressed;
}

/// <summary>Whether an audience holds of somebody. Decided here and not by the store, so that both stores mean the same by it.</summary>
internal sealed class AudienceTest
{
    private readonly Audience audience;
    private readonly HashSet<OrganisationId>? organisations;
    private readonly HashSet<MemberId>? people;
    private readonly HashSet<string>? areas;
    private readonly string[]? topics;
    private readonly AudienceTest[]? anyOf;
    private readonly AudienceTest? except;

    /// <param name="audience">Checked.</param>
    public AudienceTest(Audience audience)
    {
        this.audience = audience;
        organisations = audience.Organisations?.Select(id => EntityId.TryRead<OrganisationId>(id, out var read) ? read : default).ToHashSet();
        people = (audience.People, audience.InGroups) is ({ } named, { } inGroups) ? [.. named.Intersect(inGroups)] : (audience.People ?? audience.InGroups)?.ToHashSet();
        areas = audience.PolicyAreas?.Select(Key).ToHashSet();
        topics = audience.Topics is null ? null : [.. audience.Topics.Select(topic => $" {Key(topic)} ")];
        anyOf = audience.AnyOf is null ? null : [.. audience.AnyOf.Select(one => new AudienceTest(one))];
        except = audience.Except is null ? null : new AudienceTest(audience.Except);
    }

    /// <summary>People it cannot hold of anybody but; none = it may hold of anybody.</summary>
    public IReadOnlyCollection<MemberId>? OnlyPeople => people;

    /// <summary>Organisations whose people alone it can hold of; none = of any.</summary>
    public IReadOnlyCollection<OrganisationId>? OnlyOrganisations => audience.OnlyOf is { } one ? [one] : organisations;

    /// <summary>Events that any part of it asks for.</summary>
    public IEnumerable<string> Events =>
        [.. audience.SignedUpFor ?? [], .. (anyOf ?? []).SelectMany(one => one.Events), .. except?.Events ?? []];

    public bool Holds(Candidate person) =>
        !audience.IsEmpty
        && (audience.Tiers is null || (person is { IsConfirmed: true, Tier: { } tier } && audience.Tiers.Contains(tier)))
        && (audience.Sectors is null || (person is { IsConfirmed: true, Sector: { } sector } && audience.Sectors.Contains(sector)))
        && (organisations is null || (person is { IsConfirmed: true, OrganisationId: { } own } && organisations.Contains(own)))
        && (audience.OnlyOf is not { } only || (person.IsConfirmed && person.OrganisationId == only))
        && (areas is null || (person is { IsConfirmed: true, PolicyAreas: { } its } && its.Exists(area => areas.Contains(Key(area)))))
        && (topics is null || person.Topics.Exists(topic => $" {Key(topic)} " is var words && topics.Any(asked => words.Contains(asked, StringComparison.Ordinal))))
        && (audience.Roles is null || audience.Roles.Exists(role => Has(person, role)))
        && (audience.Languages is null || audience.Languages.Exists(language => language == person.Language || person.Languages.Contains(language)))
        && (audience.Countries is null || (person.LivesIn is { } land && audience.Countries.Contains(land.ToUpperInvariant())))
        && (people is null || people.Contains(person.Id))
        && (audience.SignedUpFor is null || (person.SignedUpFor is { } events && audience.SignedUpFor.Exists(events.Contains)))
        && (anyOf is null || anyOf.Any(one => one.Holds(person)))
        && except?.Holds(person) != true;

    private static bool Has(Candidate person, GrantedRole role) =>
        RoleRights.Of(role) is { } granted ? person.Roles.Contains(granted) : person.Ambassador == AmbassadorState.Confirmed;

    /// <summary>Small letters without accents, single spaces, no punctuation: how words are compared that people write freely.</summary>
    internal static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(letter)) key.Append(char.ToLowerInvariant(letter));
            else if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
        }

        return key.ToString().TrimEnd();
    }
}
