using InnovationBot.Network.Cases;

namespace InnovationBot.Network.People;

/// <summary>
/// One person as one reader may see them: by name, or only as a kind of organisation. Made by <see cref="PersonAccess"/> alone.
/// </summary>
/// <param name="Name">None for whoever is not named to this reader; then role and organisation are none too.</param>
/// <param name="Kind">The kind of organisation, when known.</param>
/// <param name="Languages">Those the person can talk in; shared ones first when shown to an asker.</param>
/// <param name="OnlySays">The organisation is claimed, not confirmed: to be shown as "says".</param>
public sealed record PersonShown(
    string? Name, string? Role, string? Organisation, OrganisationKind? Kind, IReadOnlyList<Language> Languages, bool OnlySays = false)
{
    public bool IsNamed => Name is not null;

    /// <summary>Somebody of whom nothing is left or known.</summary>
    public static readonly PersonShown Nobody = new(null, null, null, null, []);
}

/// <summary>The one rule of who sees whom by name.</summary>
public static class PersonAccess
{
    /// <summary>Listed people are named to everybody, some only inside their own organisation, all others to nobody.</summary>
    public static bool MayName(this Reader reader, Member person) =>
        person.State is MemberState.Active or MemberState.Paused
        && person.Visibility switch
        {
            Visibility.Listed => true,
            Visibility.Organisation => person.OrganisationConfirmed && reader.OrganisationId is { } own && own == person.OrganisationId,
            _ => false,
        };

    /// <param name="reader">Who looks.</param>
    /// <param name="person">Who is looked at.</param>
    /// <param name="organisation">The person's.</param>
    /// <param name="shared">Languages to name first, the reader's own.</param>
    public static PersonShown Show(this Reader reader, Member person, Organisation? organisation, IReadOnlyList<Language> shared) =>
        reader.MayName(person) ? Named(person, organisation, shared) : Unnamed(person, organisation, shared);

    /// <summary>For whoever may read the name: an access rule said so, the person ticked it, or both said yes.</summary>
    public static PersonShown Named(Member person, Organisation? organisation, IReadOnlyList<Language> shared) =>
        new(person.Name, person.Role, organisation?.Name, KindOf(person, organisation), Talks(person, shared), OnlySays(person, organisation));

    /// <summary>Kind of organisation, tier, country, languages, and nothing that points to one person.</summary>
    public static PersonShown Unnamed(Member person, Organisation? organisation, IReadOnlyList<Language> shared) =>
        new(null, null, null, KindOf(person, organisation), Talks(person, shared), OnlySays(person, organisation));

    /// <summary>Languages somebody can talk in; whoever named none talks in the one the bot writes to them in.</summary>
    public static IReadOnlyList<Language> TalksIn(Member person) => person.Languages.Count > 0 ? person.Languages : [person.Language];

    private static bool OnlySays(Member person, Organisation? organisation) => KindOf(person, organisation) is not null && !person.OrganisationConfirmed;

    private static OrganisationKind? KindOf(Member person, Organisation? organisation) => organisation?.Kind ?? person.SaysKind;

    private static IReadOnlyList<Language> Talks(Member person, IReadOnlyList<Language> shared) =>
        [.. TalksIn(person).OrderByDescending(shared.Contains)];
}
