using System.Linq.Expressions;
using InnovationBot.Network.People;

namespace InnovationBot.Network.Cases;

/// <summary>Who reads: what decides which cases an answer may hold. Built from the store, never from a card.</summary>
/// <param name="Member">None for a place (a channel, a group chat) that many read.</param>
/// <param name="OrganisationId">Only when confirmed.</param>
/// <param name="ConfirmedPublicBody">A confirmed member of an organisation of the public sector.</param>
public sealed record Reader(MemberId? Member, OrganisationId? OrganisationId, bool ConfirmedPublicBody)
{
    /// <summary>What everybody of the allowed tenants may read; the reader of a channel or group chat.</summary>
    public static readonly Reader Anybody = new(null, null, false);

    public static Reader Of(Member member, Organisation? organisation) =>
        member.OrganisationConfirmed && organisation is not null
            ? new(member.Id, organisation.Id, organisation.Sector == Sector.Public)
            : new(member.Id, null, false);
}

/// <summary>The one rule of who may read a case, for queries and for objects alike.</summary>
public static class CaseAccess
{
    public static bool MayRead(this Reader reader, Case @case) =>
        @case.State is CaseState.Published or CaseState.Archived
        && @case.Readers switch
        {
            Readers.Network => true,
            Readers.PublicBodies => reader.ConfirmedPublicBody || IsAuthor(reader, @case),
            Readers.Organisation => reader.OrganisationId is { } own && own == @case.OrganisationId || IsAuthor(reader, @case),
            _ => IsAuthor(reader, @case),
        };

    /// <summary>The same rule as a filter the store evaluates.</summary>
    public static Expression<Func<Case, bool>> ReadableBy(Reader reader)
    {
        var (member, organisation, publicBody) = reader;
        return c => (c.State == CaseState.Published || c.State == CaseState.Archived)
            && (c.Readers == Readers.Network
                || (c.Readers == Readers.PublicBodies && publicBody)
                || (c.Readers == Readers.Organisation && organisation != null && c.OrganisationId == organisation)
                || (member != null && c.AuthorId == member));
    }

    /// <summary>
    /// Who reads a case that is not published, and its versions: who wrote it, and organisers once it was reported.
    /// <see cref="Case.Editors"/> must be loaded.
    /// </summary>
    public static bool MayReadVersions(Member member, Case @case) =>
        @case.MayEdit(member.Id) || (@case.ReportedAt is not null && member.Has(Role.Organiser));

    private static bool IsAuthor(Reader reader, Case @case) => reader.Member is { } member && @case.AuthorId == member;
}
