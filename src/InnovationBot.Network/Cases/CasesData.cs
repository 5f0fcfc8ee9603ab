using System.Text.Json.Nodes;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases;

/// <summary>
/// Cases a person wrote, writes, or is a contact or partner of. What was shared stays without its author; what nobody
/// else could read goes.
/// </summary>
public sealed class CasesData(NetworkDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "cases";

    public IReadOnlyCollection<(Type, string)> Holds =>
    [
        (typeof(Case), nameof(Case.AuthorId)), (typeof(CaseContact), nameof(CaseContact.MemberId)), (typeof(CaseEditor), nameof(CaseEditor.MemberId)),
        (typeof(CasePartner), nameof(CasePartner.MemberId)), (typeof(CaseVersion), nameof(CaseVersion.EditorId)), (typeof(CaseDraft), nameof(CaseDraft.AuthorId)),
        (typeof(CaseDraftEditor), nameof(CaseDraftEditor.MemberId)),
    ];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var authored = await db.Cases.AsNoTracking().Include(c => c.NamedPartners).Where(c => c.AuthorId == person.Id).OrderBy(c => c.CreatedAt).ToListAsync(stop);
        var readable = db.Cases.Where(CaseAccess.ReadableBy(await db.ReaderOf(person.Id, stop))); // who is named in a case does not read it for that
        var contactOf = await db.CaseContacts.AsNoTracking().Where(c => c.MemberId == person.Id)
            .Join(db.Cases, contact => contact.CaseId, @case => @case.Id, (_, @case) => new { @case.Key, Title = readable.Any(r => r.Id == @case.Id) ? @case.Title : null }).ToListAsync(stop);
        var editorOf = await db.CaseEditors.AsNoTracking().Where(e => e.MemberId == person.Id)
            .Join(db.Cases, editor => editor.CaseId, @case => @case.Id, (_, @case) => new { @case.Key, @case.Title }).ToListAsync(stop);
        var partnerOf = await db.CasePartners.AsNoTracking().Where(p => p.MemberId == person.Id)
            .Join(db.Cases, partner => partner.CaseId, @case => @case.Id, (partner, @case) => new { @case.Key, Title = readable.Any(r => r.Id == @case.Id) ? @case.Title : null, partner.Name, partner.State, partner.AnsweredAt })
            .ToListAsync(stop);
        var drafts = await db.CaseDrafts.AsNoTracking().Where(d => d.AuthorId == person.Id).OrderBy(d => d.CreatedAt).ToListAsync(stop);
        var writesWith = await db.CaseDraftEditors.AsNoTracking().Where(e => e.MemberId == person.Id).OrderBy(e => e.InvitedAt).Select(e => new { e.InvitedAt, e.AcceptedAt }).ToListAsync(stop);
        var versions = await db.CaseVersions.AsNoTracking().Where(v => v.EditorId == person.Id).OrderBy(v => v.At).ToListAsync(stop);
        return ExportedJson.Of(new
        {
            written = authored.Select(c => new
            {
                c.Key, c.State, c.CreatedAt, c.PublishedAt, c.ConfirmedAt, c.WithdrawnAt, c.ReportedAt, c.EditedAt, c.Edition, c.Tags, c.Year,
                content = c.Content(scheme: null, mayBeAsked: false),
                partnersAnswered = c.NamedPartners.Select(p => new { p.Name, p.State, p.AnsweredAt }),
            }),
            drafts = drafts.Select(d => new { d.Content, d.Step, d.CreatedAt, d.SavedAt }),
            draftsOfOthers = writesWith,
            versions = versions.Select(v => new { v.Number, v.At, v.Content }),
            contactOf = contactOf.OrderBy(c => c.Key, StringComparer.Ordinal),
            editorOf = editorOf.OrderBy(c => c.Key, StringComparer.Ordinal),
            partnerOf = partnerOf.OrderBy(c => c.Key, StringComparer.Ordinal),
        });
    }

    public async Task Erase(Member person, CancellationToken stop)
    {
        var contacts = await db.CaseContacts.Where(c => c.MemberId == person.Id).ToListAsync(stop);
        db.CaseContacts.RemoveRange(contacts);
        db.CaseEditors.RemoveRange(await db.CaseEditors.Where(e => e.MemberId == person.Id).ToListAsync(stop));
        var drafts = await db.CaseDrafts.Where(d => d.AuthorId == person.Id).ToListAsync(stop);
        var ids = drafts.ConvertAll(d => d.Id);
        db.CaseDraftEditors.RemoveRange(await db.CaseDraftEditors.Where(e => e.MemberId == person.Id || ids.Contains(e.DraftId)).ToListAsync(stop));
        db.CaseDrafts.RemoveRange(drafts);
        foreach (var version in await db.CaseVersions.Where(v => v.EditorId == person.Id).ToListAsync(stop)) version.EditorId = null;

        var authored = await db.Cases.Include(c => c.Contacts).Include(c => c.NamedPartners).Where(c => c.AuthorId == person.Id).ToListAsync(stop);
        foreach (var @case in authored)
        {
            @case.AuthorId = null;
            if (@case.Readers != Readers.Private && @case.State is CaseState.Published or CaseState.Archived) continue;
            var partners = @case.NamedPartners.ConvertAll(partner => (CasePartnerId?)partner.Id);
            db.AwaitedPeople.RemoveRange(await db.AwaitedPeople.Where(a => partners.Contains(a.PartnerId)).ToListAsync(stop)); // nobody is asked about it any more
            db.Cases.Remove(@case);
        }

        var partnerOf = await ErasePartner(person, stop);
        await EraseFromDrafts(person, stop);
        foreach (var id in contacts.Select(c => c.CaseId).Concat(authored.Select(c => c.Id)).Concat(partnerOf).Distinct())
        {
            db.Changes.Add(Change.Of(ChangedKind.Case, id.Value, clock.GetUtcNow()));
        }
    }

    /// <summary>An organisation's part stays confirmed without whoever confirmed it; a person's own part goes, from older texts too.</summary>
    private async Task<IReadOnlyList<CaseId>> ErasePartner(Member person, CancellationToken stop)
    {
        var parts = await db.CasePartners.Where(p => p.MemberId == person.Id).ToListAsync(stop);
        foreach (var part in parts.Where(p => p.OrganisationId is not null)) part.MemberId = null;
        var own = parts.Where(p => p.OrganisationId is null).ToList();
        db.CasePartners.RemoveRange(own);
        foreach (var part in own)
        {
            foreach (var version in await db.CaseVersions.Where(v => v.CaseId == part.CaseId).ToListAsync(stop))
                version.Content = version.Content with { Partners = [.. version.Content.Partners.Where(p => p.Name != part.Name)] };
        }

        return [.. parts.Select(p => p.CaseId)];
    }

    /// <summary>Others may have named the person as a partner in what they have not published yet.</summary>
    private async Task EraseFromDrafts(Member person, CancellationToken stop)
    {
        if (person is { Email: null, Name: "" }) return;
        foreach (var draft in await db.CaseDrafts.Where(d => d.AuthorId != person.Id).ToListAsync(stop))
        {
            var left = draft.Content.Partners.Where(p => !Names(p, person)).ToList();
            if (left.Count < draft.Content.Partners.Count) draft.Content = draft.Content with { Partners = left };
            if (draft.Base is { } began && began.Partners.Exists(p => Names(p, person))) draft.Base = began with { Partners = [.. began.Partners.Where(p => !Names(p, person))] };
        }
    }

    private static bool Names(PartnerNamed partner, Member person) =>
        (person.Email is { } email && string.Equals(partner.Email, email, StringComparison.OrdinalIgnoreCase)) || (person.Name.Length > 0 && partner.Name == person.Name);
}
