using InnovationBot.Network;
using InnovationBot.Network.Cases;

namespace InnovationBot.Search.Indexing;

/// <summary>The rule of <see cref="CaseAccess"/> as terms of the index: a document has a term for each kind of reader that may read it.</summary>
internal static class Access
{
    public const string Everybody = "all";
    public const string PublicBodies = "public";

    public static string Organisation(OrganisationId id) => "o" + id;

    public static string Author(MemberId id) => "a" + id;

    /// <summary>None for a case that nobody may find.</summary>
    public static IEnumerable<string> Of(Case @case)
    {
        if (@case.State is not (CaseState.Published or CaseState.Archived)) yield break;
        if (@case.AuthorId is { } author) yield return Author(author);
        switch (@case.Readers)
        {
            case Readers.Network: yield return Everybody; break;
            case Readers.PublicBodies: yield return PublicBodies; break;
            case Readers.Organisation when @case.OrganisationId is { } own: yield return Organisation(own); break;
        }
    }

    /// <summary>What a reader's documents have, beside <see cref="Everybody"/>.</summary>
    public static IEnumerable<string> Of(Reader reader)
    {
        if (reader.ConfirmedPublicBody) yield return PublicBodies;
        if (reader.OrganisationId is { } organisation) yield return Organisation(organisation);
        if (reader.Member is { } member) yield return Author(member);
    }
}
