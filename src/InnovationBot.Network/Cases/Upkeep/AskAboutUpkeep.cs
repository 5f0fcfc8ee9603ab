using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Upkeep;

/// <summary>An organiser has somebody who knows a case asked about it: its author or first contact, with the next one as deputy.</summary>
public sealed class AskAboutUpkeep(NetworkDb db, TimeProvider clock) : IDueWork
{
    /// <returns>Whom it would go to; <see cref="UpkeepRefusals.NobodyToAsk"/> for a case whose people are unknown or do not want to be asked.</returns>
    public async Task<Result<UpkeepDraft>> Draft(CaseId id, CaseQuestionKind kind, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } organiser || !organiser.Has(Role.Organiser)) return ReportRefusals.OrganisersOnly;
        var reader = await db.ReaderOf(by, stop);
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.State == CaseState.Published && c.Readers != Readers.Private, stop) is not { } @case || !reader.MayRead(@case)) return Refusal.NotFound;

        var people = await People(@case, stop);
        List<PersonShown> shown = [];
        foreach (var person in people) shown.Add(reader.Show(person, await db.OrganisationOf(person.OrganisationId, stop), []));
        var open = await db.Waiting(clock.GetUtcNow()).Where(q => q.CaseId == id && q.Kind == kind).OrderByDescending(q => q.AskedAt).FirstOrDefaultAsync(stop);
        return new UpkeepDraft(@case, kind, shown.ElementAtOrDefault(0), shown.ElementAtOrDefault(1), open?.AskedAt);
    }

    public async Task<Result<UpkeepDraft>> Send(CaseId id, CaseQuestionKind kind, MemberId by, CancellationToken stop)
    {
        var draft = await Draft(id, kind, by, stop);
        if (draft.Refusal is not null || draft.Value.AskedAt is not null) return draft;

        var people = await People(draft.Value.Case, stop);
        if (people.Count == 0) return UpkeepRefusals.NobodyToAsk;
        var now = clock.GetUtcNow();
        var question = db.CaseQuestions.Add(CaseQuestion.Of(id, kind, people[0].Id, people.Count > 1 ? people[1].Id : null, by, now)).Entity;
        db.Notices.Add(Notice(question, now));
        await db.SaveChangesAsync(stop);
        return draft.Value with { AskedAt = now };
    }

    /// <summary>Asks deputies whose turn it is.</summary>
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.CaseQuestions.Where(q => q.DeputyDue <= now).OrderBy(q => q.DeputyDue).Take(most).Select(q => q.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            if (await db.CaseQuestions.FindAsync([id], stop) is not { } question || !(question.DeputyDue <= now)) return false;
            if (await CanBeAsked(question.DeputyId, question.CaseId, stop))
            {
                question.PassOn();
                db.Notices.Add(Notice(question, now));
            }
            else
            {
                question.StayWithAsked();
            }

            await db.SaveChangesAsync(stop);
            return true;
        });
    }

    /// <summary>Still one of those who know it, and still agrees to be asked.</summary>
    private async Task<bool> CanBeAsked(MemberId? deputy, CaseId id, CancellationToken stop) =>
        deputy is { } person && await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.State == CaseState.Published, stop) is { } @case
        && (await People(@case, stop, int.MaxValue)).Exists(member => member.Id == person);

    internal static Notice Notice(CaseQuestion question, DateTimeOffset now) => new()
    {
        Id = EntityId.New<NoticeId>(now), RecipientId = question.AskedId!.Value, Kind = UpkeepNotices.Asked, Subject = question.Id.Value,
        Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.CheckIn, Unasked = true, Due = now, CreatedAt = now,
    };

    /// <summary>Whoever can be asked about a case, its author first.</summary>
    internal async Task<List<Member>> People(Case @case, CancellationToken stop, int most = 2)
    {
        var contacts = await db.CaseContacts.AsNoTracking().Where(c => c.CaseId == @case.Id).OrderBy(c => c.Position).Select(c => c.MemberId).ToListAsync(stop);
        List<Member> people = [];
        foreach (var id in contacts.Prepend(@case.AuthorId ?? default).Distinct())
            if (people.Count < most && await db.MemberOf(id, stop) is { State: MemberState.Active or MemberState.Paused or MemberState.Met } member && (id == @case.AuthorId || (member.Has(Consent.CaseContact) && (await db.ReaderOf(id, stop)).MayRead(@case))))
                people.Add(member);
        return people;
    }
}

/// <param name="Asked">None when there is nobody to ask.</param>
/// <param name="AskedAt">Was asked, and has not answered yet.</param>
public sealed record UpkeepDraft(Case Case, CaseQuestionKind Kind, PersonShown? Asked, PersonShown? Deputy, DateTimeOffset? AskedAt);

public static class UpkeepNotices
{
    /// <summary>To whoever knows the case; the subject is the <see cref="CaseQuestion"/>.</summary>
    public const string Asked = "case.question";
}

public static class UpkeepRefusals
{
    /// <summary>The case names nobody who can be asked about it.</summary>
    public static readonly Refusal NobodyToAsk = new("NobodyToAsk");
}
