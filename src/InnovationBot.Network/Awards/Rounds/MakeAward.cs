using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Events;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Settings;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Rounds;

/// <summary>Organisers write a round down, begin one from an old one, and publish it when it is whole. Publishing sends nothing.</summary>
public sealed class MakeAward(NetworkDb db, AwardLocks locks, CheckAudience audiences, SettingsInForce settings, TimeProvider clock)
{
    /// <summary>A new draft; with <paramref name="publish"/> a published round or nothing.</summary>
    /// <param name="by">None for the administrator of the machine.</param>
    public async Task<AwardMade> Create(AwardInput input, MemberId? by, bool publish, CancellationToken stop)
    {
        var organiser = by is { } id ? await db.MemberOf(id, stop) : null;
        if (by is not null && (organiser is null || !AwardAccess.MayOrganise(organiser))) return AwardMade.Refused(AwardRefusals.OrganisersOnly);

        var now = clock.GetUtcNow();
        var written = await Read(input, organiser, publish, now, stop);
        if (written.Faults.Count > 0) return AwardMade.Faulty(written.Faults);

        var round = new AwardRound { Id = EntityId.New<AwardRoundId>(now), OrganiserId = organiser?.Id, Plan = written.Plan, CreatedAt = now };
        round.Describe(written.Plan, written.Instants, now);
        db.AwardRounds.Add(round);
        foreach (var (juror, categories) in written.Jurors)
            db.AwardJurors.Add(new AwardJuror { Id = EntityId.New<AwardJurorId>(now), RoundId = round.Id, MemberId = juror, Categories = categories, CreatedAt = now });
        Audit(AuditAct.AwardMade, by, round, now);
        if (publish)
        {
            if (round.Publish(now) is { } refusal) return AwardMade.Refused(refusal);
            Audit(AuditAct.AwardPublished, by, round, now);
        }

        db.HandledAbout(round.Id.Value);
        await db.SaveChangesAsync(stop);
        return AwardMade.Done(round);
    }

    /// <param name="input">All of it, as it is to be. Of a published round neither dates nor, once the call is open, categories.</param>
    public async Task<AwardMade> Change(AwardRoundId id, AwardInput input, MemberId by, CancellationToken stop)
    {
        var (taken, refusal) = await locks.TakeAs(by, id, stop);
        if (refusal is not null) return AwardMade.Refused(refusal);
        await using var held = taken!;
        var (round, now) = (held.Round, clock.GetUtcNow());
        if (round.StateAt(now) >= AwardState.Decided) return AwardMade.Refused(Refusal.NoLongerOpen);

        var written = await Read(input, await db.MemberOf(by, stop), isWhole: round.IsPublished, now, stop);
        List<AwardFault> faults = [.. written.Faults.Where(fault => !round.IsPublished || fault.Why != AwardRefusals.DatePast)];
        if (round.IsPublished && Enum.GetValues<AwardDate>().Any(date => written.Plan[date] != round.Plan[date])) faults.Add(new("call_closes", AwardRefusals.DatesFixed));
        if (round.StateAt(now) > AwardState.Draft && !written.Plan.Categories.SequenceEqual(round.Plan.Categories)) faults.Add(new("categories", AwardRefusals.CategoriesFixed));
        if (faults.Count > 0) return AwardMade.Faulty(faults);

        db.HandledAbout(id.Value);
        round.Describe(written.Plan, written.Instants, now);
        if (round.StateAt(now) < AwardState.Jury) await NameJurors(round, written.Jurors, now, stop);
        Audit(AuditAct.AwardChanged, by, round, now);
        await held.Save(stop);
        return AwardMade.Done(round);
    }

    /// <summary>A draft becomes what everybody sees, and its phases change by their dates from now on.</summary>
    public async Task<AwardMade> Publish(AwardRoundId id, MemberId by, CancellationToken stop)
    {
        var (taken, refusal) = await locks.TakeAs(by, id, stop);
        if (refusal is not null) return AwardMade.Refused(refusal);
        await using var held = taken!;
        var (round, now) = (held.Round, clock.GetUtcNow());
        List<AwardFault> faults =
        [
            .. ReadAward.Missing(round.Plan),
            .. ReadAward.Past(new(round.CallOpensAt, round.CallClosesAt, round.EndorsementsCloseAt, round.EligibilityClosesAt, round.JuryClosesAt, round.AnnounceAt), now),
        ];
        if (faults.Count > 0) return AwardMade.Faulty(faults);
        if (round.Publish(now) is { } why) return AwardMade.Refused(why);
        Audit(AuditAct.AwardPublished, by, round, now);
        db.HandledAbout(id.Value);
        await held.Save(stop);
        return AwardMade.Done(round);
    }

    /// <summary>A new draft that says the same, without dates; its jurors are named again where they still may be.</summary>
    public async Task<AwardMade> Copy(AwardRoundId id, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || !AwardAccess.MayOrganise(member)) return AwardMade.Refused(AwardRefusals.OrganisersOnly);
        if (await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } old) return AwardMade.Refused(Refusal.NotFound);
        var now = clock.GetUtcNow();
        var plan = Enum.GetValues<AwardDate>().Aggregate(old.Plan, (undated, date) => undated.With(date, null));
        var round = db.AwardRounds.Add(new AwardRound { Id = EntityId.New<AwardRoundId>(now), OrganiserId = by, Plan = plan, CopiedFrom = id, CreatedAt = now }).Entity;
        foreach (var juror in await db.AwardJurors.AsNoTracking().Where(j => j.RoundId == id && j.LeftAt == null && j.MemberId != null).ToListAsync(stop))
            if (await db.MemberOf(juror.MemberId!.Value, stop) is { } person && person.Has(Role.Juror))
                db.AwardJurors.Add(new AwardJuror { Id = EntityId.New<AwardJurorId>(now), RoundId = round.Id, MemberId = person.Id, Categories = juror.Categories, CreatedAt = now });
        Audit(AuditAct.AwardMade, by, round, now);
        db.HandledAbout(round.Id.Value);
        await db.SaveChangesAsync(stop);
        return AwardMade.Done(round);
    }

    /// <summary>Throws a draft away.</summary>
    public async Task<Refusal?> Discard(AwardRoundId id, MemberId by, CancellationToken stop)
    {
        var (taken, refusal) = await locks.TakeAs(by, id, stop);
        if (refusal is not null) return refusal;
        await using var held = taken!;
        if (held.Round.IsPublished) return AwardRefusals.NotDraft;
        db.AwardRounds.Remove(held.Round);
        Audit(AuditAct.AwardDiscarded, by, held.Round, clock.GetUtcNow());
        await held.Save(stop);
        return null;
    }

    /// <summary>The round as a form shows it to organisers.</summary>
    public async Task<Result<(AwardRound Round, AwardInput Input)>> Written(AwardRoundId id, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || !AwardAccess.MayOrganise(member)) return AwardRefusals.OrganisersOnly;
        if (await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return Refusal.NotFound;
        var jurors = await db.AwardJurors.AsNoTracking().Where(j => j.RoundId == id && j.LeftAt == null)
            .Join(db.Members, j => j.MemberId, m => (MemberId?)m.Id, (j, m) => new { j.Categories, m.Email }).ToListAsync(stop);
        return (round, AwardInput.Of(round.Plan, jurors.SelectMany(one => one.Categories.Select(key => (key, Email: one.Email ?? ""))).ToLookup(one => one.key, one => one.Email)));
    }

    private async Task<WrittenAward> Read(AwardInput input, Member? organiser, bool isWhole, DateTimeOffset now, CancellationToken stop)
    {
        var plan = ReadAward.Read(input, organiser?.Zone ?? (await settings.Now(stop)).DefaultZone, out var found, out var instants);
        List<AwardFault> faults = [.. found];
        plan = plan with
        {
            Nominators = await AudienceOf("nominators", input.Nominators, input.KnownNominators, organiser, faults, stop),
            Nominees = await AudienceOf("nominees", input.Nominees, input.KnownNominees, organiser, faults, stop),
        };
        var jurors = await JurorsOf(input, plan, faults, stop);
        if (isWhole)
        {
            faults.AddRange(ReadAward.Missing(plan).Where(missing => faults.TrueForAll(fault => fault.Field != missing.Field)));
            if (faults.Count == 0) faults.AddRange(ReadAward.Past(instants, now));
        }

        return new WrittenAward(plan, instants, jurors, faults);
    }

    private async Task<Audience> AudienceOf(string field, System.Text.Json.JsonElement written, Audience? kept, Member? organiser, List<AwardFault> faults, CancellationToken stop)
    {
        if (written.ValueKind is System.Text.Json.JsonValueKind.Undefined or System.Text.Json.JsonValueKind.Null) return kept ?? Audience.All;
        var read = AudienceJson.Read(written);
        var known = read.Refusal is null ? await audiences.Handle(read.Value, organiser, invitesTo: null, stop) : read;
        if (known.Refusal is not { } refusal) return known.Value;
        faults.Add(new(field, refusal));
        return Audience.All;
    }

    private async Task<Dictionary<MemberId, List<string>>> JurorsOf(AwardInput input, AwardPlan plan, List<AwardFault> faults, CancellationToken stop)
    {
        var jurors = new Dictionary<MemberId, List<string>>();
        foreach (var (i, category) in input.Categories.Index())
        {
            if (plan.Categories.Find(one => one.Name == ReadAward.Given(category.Name)) is not { } made) continue;
            foreach (var (j, email) in category.Jurors.Index())
            {
                var address = email.Trim().ToLowerInvariant();
                if (address.Length == 0) continue;
                var person = await db.Members.Where(m => m.Email == address && m.State != MemberState.Erased).SingleOrDefaultAsync(stop);
                if (person is null) faults.Add(new($"categories[{i}].jurors[{j}]", AwardRefusals.PersonUnknown(address)));
                else if (!person.Has(Role.Juror)) faults.Add(new($"categories[{i}].jurors[{j}]", AwardRefusals.NoJuror(address)));
                else if (!jurors.TryGetValue(person.Id, out var named)) jurors[person.Id] = [made.Key];
                else if (!named.Contains(made.Key)) named.Add(made.Key);
            }
        }

        return jurors;
    }

    private async Task NameJurors(AwardRound round, Dictionary<MemberId, List<string>> named, DateTimeOffset now, CancellationToken stop)
    {
        var there = await db.AwardJurors.Where(j => j.RoundId == round.Id).ToListAsync(stop);
        foreach (var juror in there.Where(j => j.MemberId is { } member && !named.ContainsKey(member))) db.AwardJurors.Remove(juror);
        foreach (var (member, categories) in named)
        {
            if (there.Find(j => j.MemberId == member) is { } known) known.Categories = categories;
            else db.AwardJurors.Add(new AwardJuror { Id = EntityId.New<AwardJurorId>(now), RoundId = round.Id, MemberId = member, Categories = categories, CreatedAt = now });
        }
    }

    private void Audit(AuditAct act, MemberId? by, AwardRound round, DateTimeOffset now) => db.AuditEvents.Add(AuditEvent.Of(act, by, null, now, round.Id.ToString()));

    private sealed record WrittenAward(AwardPlan Plan, AwardInstants Instants, Dictionary<MemberId, List<string>> Jurors, IReadOnlyList<AwardFault> Faults);
}
