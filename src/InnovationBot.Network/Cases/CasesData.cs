using System.Text.Json.Nodes;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases;

/// <summary>Cases a person wrote or is a contact of. What was shared stays without its author; what nobody else could read goes.</summary>
public sealed class CasesData(NetworkDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "cases";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(Case), nameof(Case.AuthorId)), (typeof(CaseContact), nameof(CaseContact.MemberId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var authored = await db.Cases.AsNoTracking().Where(c => c.AuthorId == person.Id).OrderBy(c => c.CreatedAt).ToListAsync(stop);
        var contactOf = await db.CaseContacts.AsNoTracking().Where(c => c.MemberId == person.Id)
            .Join(db.Cases, contact => contact.CaseId, @case => @case.Id, (_, @case) => new { @case.Key, @case.Title }).ToListAsync(stop);
        return ExportedJson.Of(new
        {
            written = authored.Select(c => new
            {
                c.Key, c.Title, c.Problem, c.WhatWasDone, c.Outcome, c.Result, c.Lesson, c.Language, c.Readers, c.ShownAs, c.State, c.CreatedAt, c.PublishedAt,
            }),
            contactOf = contactOf.OrderBy(c => c.Key, StringComparer.Ordinal),
        });
    }

    public async Task Erase(Member person, CancellationToken stop)
    {
        var contacts = await db.CaseContacts.Where(c => c.MemberId == person.Id).ToListAsync(stop);
        db.CaseContacts.RemoveRange(contacts);
        var authored = await db.Cases.Include(c => c.Contacts).Where(c => c.AuthorId == person.Id).ToListAsync(stop);
        foreach (var @case in authored)
        {
            @case.AuthorId = null;
            if (@case.Readers == Readers.Private || @case.State is CaseState.Draft or CaseState.InReview) db.Cases.Remove(@case);
        }

        foreach (var id in contacts.Select(c => c.CaseId).Concat(authored.Select(c => c.Id)).Distinct())
        {
            db.Changes.Add(Change.Of(ChangedKind.Case, id.Value, clock.GetUtcNow()));
        }
    }
}
