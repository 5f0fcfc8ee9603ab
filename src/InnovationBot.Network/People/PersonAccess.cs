namespace InnovationBot.Network.People;

/// <summary>
/// One person as one reader may see them: by name, or only as a kind of organisation. Made by the one access rule alone.
/// </summary>
/// <param name="Name">None for whoever is not named to this reader; then role and organisation are none too.</param>
/// <param name="Kind">The kind of organisation, when known.</param>
/// <param name="Languages">Those the person can talk in; shared ones first when shown to an asker.</param>
/// <param name="OnlySays">The organisation is claimed, not confirmed: to be shown as "says".</param>
public sealed record PersonShown(
    string? Name, string? Role, string? Organisation, OrganisationKind? Kind, IReadOnlyList<Language> Languages, bool OnlySays = false)
{
    public bool IsNamed => Name is not null;
}
