using InnovationBot.Network.People;
using InnovationBot.Network.People.Roles;

namespace InnovationBot.Network.Broadcasts.Audiences;

/// <summary>
/// Whom something is for. Whatever is set has to hold of a person, all of it together; within one list any value will do.
/// Stored with what it belongs to, after <see cref="CheckAudience"/> made ids of names.
/// </summary>
public sealed record Audience
{
    public static readonly Audience All = new() { Everyone = true };

    public bool Everyone { get; init; }

    /// <summary>Tier and sector of the confirmed organisation; who only says to belong somewhere is not meant.</summary>
    public List<Tier>? Tiers { get; init; }
    public List<Sector>? Sectors { get; init; }

    /// <summary>As written: id, key or name; once checked the 32 digits of ids.</summary>
    public List<string>? Organisations { get; init; }

    /// <summary>Of the confirmed organisation, whatever its capitals and accents.</summary>
    public List<string>? PolicyAreas { get; init; }

    /// <summary>Words that stand in one of the topics a person names.</summary>
    public List<string>? Topics { get; init; }
    public List<GrantedRole>? Roles { get; init; }

    /// <summary>A language the person can talk in, or is written to in.</summary>
    public List<Language>? Languages { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case; the person's own, else their organisation's.</summary>
    public List<string>? Countries { get; init; }

    /// <summary>As written, lower case; none once checked, for <see cref="People"/> stands in their place.</summary>
    public List<string>? Emails { get; init; }

    /// <summary>Groups of a directory, as written: id or exact name.</summary>
    public List<string>? Groups { get; init; }

    /// <summary>Set by <see cref="CheckAudience"/>: those in one of <see cref="Groups"/> whom the network knew then. Beside <see cref="People"/> both have to hold.</summary>
    public List<MemberId>? InGroups { get; init; }

    /// <summary>People by id; an empty list is nobody.</summary>
    public List<MemberId>? People { get; init; }

    /// <summary>Ids of events, 32 digits each.</summary>
    public List<string>? SignedUpFor { get; init; }

    /// <summary>People whose open problem is like the one this event works on, as of when it is sent. Stands alone: beside anything else, numbers would tell who they are.</summary>
    public EventId? FitsEvent { get; init; }

    /// <summary>One of these has to hold too.</summary>
    public List<Audience>? AnyOf { get; init; }

    /// <summary>These are taken out.</summary>
    public Audience? Except { get; init; }

    /// <summary>Set by the rights of whoever composes, never by what they write: only people of this organisation.</summary>
    public OrganisationId? OnlyOf { get; init; }

    /// <summary>Nothing is said of whom it is for.</summary>
    public bool IsEmpty =>
        !Everyone && Tiers is null && Sectors is null && Organisations is null && PolicyAreas is null && Topics is null && Roles is null
        && Languages is null && Countries is null && Emails is null && Groups is null && InGroups is null && People is null && SignedUpFor is null && FitsEvent is null && AnyOf is null;

    /// <summary>Of these people those who belong to an audience.</summary>
    internal static Audience Among(IEnumerable<MemberId> people, Audience audience) => new() { People = [.. people], AnyOf = [audience] };

    /// <summary>Those of it who belong to another one too.</summary>
    internal Audience Within(Audience other) => this with { AnyOf = AnyOf is null ? [other] : AnyOf.ConvertAll(part => part.Within(other)) };

    /// <summary>The same without this person being named in it; who is erased is named nowhere.</summary>
    public Audience Without(MemberId person) => this with
    {
        People = People is null ? null : [.. People.Where(id => id != person)],
        InGroups = InGroups is null ? null : [.. InGroups.Where(id => id != person)],
        AnyOf = AnyOf?.ConvertAll(one => one.Without(person)),
        Except = Except?.Without(person),
    };
}
