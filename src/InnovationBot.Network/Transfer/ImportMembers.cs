using InnovationBot.Network.People;
using InnovationBot.Network.Settings;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>A file of people. Who is new is invited; nothing the file proposes about them takes effect before they agree.</summary>
public sealed class ImportMembers(NetworkDb db, ImportWriter writer, SettingsInForce settings, TimeProvider clock) : RecordImport<MemberRecord>(db, writer, clock)
{
    /// <summary>Of somebody of whom nothing was ever imported: what they have not touched may be filled.</summary>
    private static readonly string NeverImported = FieldMarks.Of(
        MemberRecord.Fields, new MemberRecord("", "", "", null, [], null, null, [], [], false, null, null, Visibility.Unlisted));

    private readonly Dictionary<string, int> accounts = new(StringComparer.Ordinal);
    private OrganisationDirectory? directory;

    protected override RecordKind Kind => RecordKind.Members;

    protected override IReadOnlyList<RecordField<MemberRecord>> Fields => MemberRecord.Fields;

    protected override (string Field, string Value) Key(MemberRecord record) => ("email", record.Email);

    protected override async Task<IReadOnlyList<Planned>> Plan(IReadOnlyList<ImportLine<MemberRecord>> chunk, bool writing, CancellationToken stop)
    {
        directory ??= await OrganisationDirectory.Of(Db, stop);
        var emails = chunk.Select(line => line.Record.Email).ToList();
        var ids = chunk.Select(line => line.Record.EntraObjectId).OfType<string>().Distinct().ToList();
        var stored = await Db.Members.AsNoTracking()
            .Where(m => (m.Email != null && emails.Contains(m.Email)) || (m.EntraObjectId != null && ids.Contains(m.EntraObjectId))).ToListAsync(stop);
        var here = stored.Zip(await Db.RecordsOf(stored, stop)).ToDictionary(pair => pair.First.Id, pair => pair.Second);
        var byEmail = stored.Where(m => m.Email is not null).ToDictionary(m => m.Email!);
        var byAccount = stored.Where(m => m.EntraObjectId is not null).ToLookup(m => m.EntraObjectId!);

        var inForce = await settings.Now(stop);
        List<Planned> plans = [];
        foreach (var line in chunk)
        {
            if (Organisation(line) is not { } organisation) continue;
            var file = line.Record with { Organisation = organisation.Key };
            if (!writing && IsAccountRepeated(line)) continue;

            var known = byEmail.GetValueOrDefault(file.Email);
            if (file.EntraObjectId is { } account && byAccount[account].ToList() is { Count: > 0 } having && !having.Exists(m => m.Id == known?.Id))
            {
                if (known is not null || having.Count > 1)
                {
                    Faults.Add(line.Line, "entra_object_id", Mend.OtherAccount);
                    continue;
                }

                known = having[0];
            }

            plans.Add(known switch
            {
                null => Added(line, file, file.ToMember(organisation.Id, inForce.DefaultLanguage, Now, Now + inForce[Kept.Invitations], inForce[NetworkLimit.MonthlyRequests])),
                { State: MemberState.Left or MemberState.Erased } => Untouched(line, known.Id.Value, Mend.LeftNetwork),
                _ => Merge(line, file, known, here[known.Id], organisation, Now + inForce[Kept.Invitations]),
            });
        }

        return plans;
    }

    private Planned Merge(ImportLine<MemberRecord> line, MemberRecord file, Member member, MemberRecord here, KnownOrganisation organisation, DateTimeOffset answerDue)
    {
        var merge = FieldMerge.Of(Fields, here, file, line.Given, member.ImportMarks ?? NeverImported, field => MemberRecord.RuleOf(member, field));
        return Merged(line, file, member.Id.Value, here, merge, new(member, member.Version, Take));

        void Take()
        {
            foreach (var field in merge.Taken) file.Give(member, field);
            if (merge.Taken.Contains("organisation")) member.JoinOrganisation(organisation.Id, OrganisationProof.Import);
            if (member is { ImportMarks: null, HasJoined: false }) member.AnswerDue ??= answerDue;
            member.ImportMarks = merge.Marks;
        }
    }

    private KnownOrganisation? Organisation(ImportLine<MemberRecord> line)
    {
        var named = line.Record.Organisation;
        if (directory!.Named(named) is { } organisation) return organisation;
        Faults.Add(line.Line, "organisation", directory.IsAmbiguous(named) ? Mend.Ambiguous(named) : Mend.Unknown(named));
        return null;
    }

    private bool IsAccountRepeated(ImportLine<MemberRecord> line)
    {
        if (line.Record.EntraObjectId is not { } account || accounts.TryAdd(account, line.Line)) return false;
        Faults.Add(line.Line, "entra_object_id", Mend.AccountRepeated(accounts[account]));
        return true;
    }
}
