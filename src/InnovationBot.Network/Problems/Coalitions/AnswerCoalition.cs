using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Coalitions;

/// <summary>Yes or no to meeting others with the same problem; either may be said anew. With the third yes they are shown to each other.</summary>
public sealed class AnswerCoalition(NetworkDb db, WorkingCalendars calendars, ShowCoalition show, TimeProvider clock)
{
    /// <summary>The first date lies so far ahead, at the opener's ten in the morning.</summary>
    private static readonly TimeSpan BeforeMeeting = TimeSpan.FromDays(7);

    private const int MeetingHour = 10;

    /// <param name="words">What the others read of the problem; needed for a yes. Personal data is masked.</param>
    /// <returns><see cref="ProblemRefusals.TextMissing"/>; <see cref="Refusal.NoLongerOpen"/> once it came to nothing.</returns>
    public async Task<Result<CoalitionView>> Handle(CoalitionId id, MemberId by, bool yes, string words, CancellationToken stop)
    {
        await using (var transaction = await db.BeginWrite(stop))
        {
            if (await db.Lock<Coalition>(id, stop) is not { } coalition || await db.CoalitionSeats.FindAsync([id, by], stop) is not { } seat) return Refusal.NotFound;
            if (coalition.State == CoalitionState.Lapsed) return Refusal.NoLongerOpen;
            if (yes && string.IsNullOrWhiteSpace(words)) return ProblemRefusals.TextMissing;

            var now = clock.GetUtcNow();
            seat.Say(yes, yes ? Problem.Cut(PersonalDataFinder.Mask(words.Trim()), CoalitionSeat.LongestWords) : null, coalition.State == CoalitionState.Formed, now);
            await db.SaveChangesAsync(stop);
            var agreed = await db.CoalitionSeats.Where(s => s.CoalitionId == id && s.Answer == CoalitionAnswer.Yes).OrderBy(s => s.AnsweredAt).ToListAsync(stop);
            if (coalition.State == CoalitionState.Formed)
            {
                if (coalition.OpenerId == by && !yes) await db.OpenedByNext(coalition, by, now, stop);
                await db.RedrawSent(id.Value, CoalitionNotices.Formed, now, stop);
            }
            else if (agreed.Count >= Coalition.FewestYes)
            {
                coalition.Form(agreed[0].MemberId, await FirstDate(agreed[0].MemberId, now, stop), now);
                foreach (var other in agreed.Where(s => s.MemberId != by))
                    db.Notices.Add(Notice.To(other.MemberId, CoalitionNotices.Formed, id.Value, now, NoticeTiming.WorkingHours, NoticePriority.Match));
            }

            db.HandledAbout(id.Value);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }

        return await show.Handle(id, by, stop);
    }

    private async Task<DateTimeOffset> FirstDate(MemberId opener, DateTimeOffset now, CancellationToken stop)
    {
        var days = await calendars.Of(opener, stop);
        var day = TimeZoneInfo.ConvertTime(days.NextWorkingTime(now + BeforeMeeting), days.Zone).Date;
        var at = day.AddHours(MeetingHour);
        return days.NextWorkingTime(new DateTimeOffset(at, days.Zone.GetUtcOffset(at)).ToUniversalTime());
    }
}

/// <summary>What one of those asked may see: the others only once three have said yes, and only those who did.</summary>
public sealed class ShowCoalition(NetworkDb db)
{
    public async Task<Result<CoalitionView>> Handle(CoalitionId id, MemberId by, CancellationToken stop)
    {
        if (await db.Coalitions.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } coalition) return Refusal.NotFound;
        var seats = await db.CoalitionSeats.AsNoTracking().Where(s => s.CoalitionId == id).OrderBy(s => s.AnsweredAt).ToListAsync(stop);
        if (seats.Find(s => s.MemberId == by) is not { } own || await db.ProblemOf(own.ProblemId, by, stop) is not var (problem, _)) return Refusal.NotFound;

        List<CoalitionMember> others = [];
        if (coalition.State == CoalitionState.Formed && own.Answer == CoalitionAnswer.Yes)
        {
            foreach (var seat in seats.Where(s => s.MemberId != by && s.Answer == CoalitionAnswer.Yes))
            {
                if (await db.MemberOf(seat.MemberId, stop) is { State: not MemberState.Left } member)
                    others.Add(new CoalitionMember(PersonAccess.Named(member, await db.OrganisationOf(member.OrganisationId, stop), []), member.Email, seat.Words ?? "", member.Id == coalition.OpenerId));
            }
        }

        return new CoalitionView(coalition, own, problem, seats.Count - 1, others, coalition.OpenerId == by);
    }
}

/// <param name="Asked">How many others were asked.</param>
/// <param name="Others">Empty until three have said yes, this person among them.</param>
/// <param name="IsOpener">This person opens the group chat.</param>
public sealed record CoalitionView(Coalition Coalition, CoalitionSeat Own, Problem Problem, int Asked, IReadOnlyList<CoalitionMember> Others, bool IsOpener);

/// <param name="Words">What they let the others read.</param>
public sealed record CoalitionMember(PersonShown Shown, string? Email, string Words, bool IsOpener);
