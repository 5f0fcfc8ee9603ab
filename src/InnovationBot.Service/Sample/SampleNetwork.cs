using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Upkeep;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Time;
using InnovationBot.Network.Transfer;
using InnovationBot.Service.Files;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Sample;

/// <summary>
/// The fictional network published with the program, read from <c>SampleNetwork</c> beside it. Its files are those of the import with
/// two fields more: what a person <c>agreed</c> to, and the <c>roles</c> they have.
/// </summary>
public sealed class SampleNetwork(NetworkDb db, TimeProvider clock)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "SampleNetwork");

    /// <summary>Fills an empty store; one that holds anything is left as it is.</summary>
    /// <returns>Whether it was filled.</returns>
    /// <exception cref="InvalidDataException">A sample file cannot be read: the installation is damaged.</exception>
    public async Task<bool> Load(CancellationToken stop)
    {
        if (await db.Organisations.AnyAsync(stop) || await db.Members.AnyAsync(stop) || await db.Cases.AnyAsync(stop)) return false;

        var now = clock.GetUtcNow();
        var organisations = (await Read("organisations", RecordReader.Organisation, stop)).ToDictionary(record => record.Id, record => (Record: record, Entity: record.ToOrganisation(now)));
        var members = new Dictionary<string, Member>();
        foreach (var person in await Read("members", SamplePerson.Read, stop))
            members.Add(person.Record.Email, Add(person, organisations[person.Record.Organisation].Entity, now));

        foreach (var (record, organisation) in organisations.Values)
        {
            organisation.Parent = record.Parent is { } parent ? organisations[parent].Entity.Id : null;
            organisation.ContactPoint = record.ContactPoint is { } contact ? members[contact].Id : null;
            db.Organisations.Add(organisation);
            db.Changes.Add(Change.Of(ChangedKind.Organisation, organisation.Id.Value, now));
        }

        var cases = new Dictionary<string, Case>();
        foreach (var record in await Read("cases", RecordReader.Case, stop))
            cases.Add(record.Id, Add(record, record.Organisation is { } of ? organisations[of].Entity.Id : null, members, now));

        foreach (var sample in await Read("events", SampleEvent.Read, stop))
        {
            var (made, registrations) = sample.Made(members, now);
            db.Events.Add(made);
            db.Registrations.AddRange(registrations);
        }

        var nominations = (await Read("nominations", SampleNomination.Read, stop)).ToLookup(nomination => nomination.Award);
        foreach (var sample in await Read("awards", SampleAward.Read, stop))
        {
            var (round, jury) = sample.Made(members, now);
            db.AwardRounds.Add(round);
            db.AwardJurors.AddRange(jury.Values);
            foreach (var (i, nomination) in nominations[sample.Id].Index()) db.AddRange(nomination.Made(round, jury, cases[nomination.Case], members, i + 1));
            sample.Continue(round, now);
        }

        // Of its cases hundreds are old: asking after them begins a month later, so that a first day shows only what the newcomer did.
        db.Rounds.Add(new Round { Name = AskOwnersYearly.RoundName, NextDue = now.AddDays(30) });
        await db.SaveChangesAsync(stop);
        return true;
    }

    private Member Add(SamplePerson person, Organisation organisation, DateTimeOffset now)
    {
        var member = person.Record.ToMember(organisation.Id, Language.English, now, now.AddDays(KeptFor.DefaultDays(Kept.Invitations)));
        if (person.Agreed.Count > 0)
        {
            member.Join([], now);
            member.Consents = person.Agreed;
        }

        member.Roles = person.Roles;
        if (member.Has(Role.ContactPoint)) db.ContactPoints.Add(new ContactPoint { Id = EntityId.New<ContactPointId>(now), MemberId = member.Id, CreatedAt = now });
        db.Members.Add(member);
        db.Changes.Add(Change.Of(ChangedKind.Member, member.Id.Value, now));
        return member;
    }

    /// <summary>Contacts stay on the case whatever they agreed to; whether they are shown is decided where it is shown.</summary>
    private Case Add(CaseRecord record, OrganisationId? organisation, Dictionary<string, Member> members, DateTimeOffset now)
    {
        var @case = record.ToCase(organisation, Language.English, now);
        if (record is { Contacts: [_, ..], Year: >= 2023 }) @case.ConfirmedAt = now.AddMonths(-((record.Id.Length + record.Title.Length) % 23)); // those who carried it looked at it now and then
        @case.Contacts = [.. record.Contacts.Select((email, position) => new CaseContact { CaseId = @case.Id, MemberId = members[email].Id, Position = position })];
        db.Cases.Add(@case);
        db.Changes.Add(Change.Of(ChangedKind.Case, @case.Id.Value, now));
        return @case;
    }

    private static async Task<List<T>> Read<T>(string kind, Func<FieldReader, T> read, CancellationToken stop)
    {
        var faults = new FileFaults();
        var records = new List<T>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Folder, kind), "*.jsonl").Order(StringComparer.Ordinal))
        {
            await using var file = File.OpenRead(path);
            await foreach (var row in JsonLines.Read(file, faults, stop)) records.Add(read(new FieldReader(row, faults)));
            if (faults.Count > 0) throw new InvalidDataException($"The sample network is damaged: {Path.GetFileName(path)}, {faults.Kept[0]}");
        }

        return records;
    }

    private sealed record SamplePerson(MemberRecord Record, List<Consent> Agreed, List<Role> Roles)
    {
        public static SamplePerson Read(FieldReader fields) => new(RecordReader.Member(fields), fields.Words<Consent>("agreed"), fields.Words<Role>("roles"));
    }
}
