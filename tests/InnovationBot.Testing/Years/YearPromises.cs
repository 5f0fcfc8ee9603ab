using InnovationBot.Network;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.CheckIns.Outcomes;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Testing.Years;

/// <summary>What must hold after a year whatever happened in it; each broken promise is a line.</summary>
public static class YearPromises
{
    /// <summary>What may still be under way at the end: a message held back over holidays and the weekly limit.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(21);

    public static async Task<IReadOnlyList<string>> Broken(SimulatedYear year) =>
    [
        .. TooOften(year), .. AtWrongTimes(year), .. Twice(year), .. await OftenerThanChosen(year), .. await NotFollowedUp(year), .. await LeftBehind(year),
    ];

    /// <summary>At most two unasked messages in any seven days.</summary>
    private static IEnumerable<string> TooOften(SimulatedYear year) =>
        from person in year.Messages.Where(one => one.Unasked).GroupBy(one => one.To)
        let times = person.Select(one => one.At).Order().ToList()
        from i in Enumerable.Range(0, Math.Max(0, times.Count - UnaskedLimit.PerWindow))
        where times[i + UnaskedLimit.PerWindow] - times[i] < UnaskedLimit.Window
        select $"{person.Key} got three unasked messages in the week from {times[i]:u}";

    private static IEnumerable<string> AtWrongTimes(SimulatedYear year) =>
        from one in year.Messages
        where one.Timing == NoticeTiming.WorkingHours && !one.InHours
        select $"{one.Kind} reached {one.To} at {one.At:u}, outside working time";

    /// <summary>A check-in that somebody put off comes once more for each time; nothing else comes twice.</summary>
    private static IEnumerable<string> Twice(SimulatedYear year) =>
        from same in year.Messages.GroupBy(one => (one.To, one.Kind, one.Subject, one.Detail))
        where same.Count() > 1 && !year.PutOff.Contains(same.Key.Subject) && !same.Key.Kind.StartsWith("place.", StringComparison.Ordinal)
        select $"{same.Key.Kind} about {same.Key.Subject} reached {same.Key.To} {same.Count()} times";

    private static async Task<IReadOnlyList<string>> OftenerThanChosen(SimulatedYear year)
    {
        var rhythms = await year.Read(db => db.CheckInRhythms.AsNoTracking().ToDictionaryAsync(r => r.MemberId));
        var asked = await year.Read(db => db.CheckIns.AsNoTracking().Where(c => !c.ByPerson).Select(c => new { c.Id, c.MemberId, c.CreatedAt }).ToListAsync());
        return
        [
            .. from person in asked.GroupBy(c => c.MemberId)
               let interval = rhythms[person.Key].Cadence.Interval() ?? TimeSpan.MaxValue
               let times = person.Select(c => c.CreatedAt).Order().ToList()
               from i in Enumerable.Range(1, Math.Max(0, times.Count - 1))
               where times[i] - times[i - 1] < interval
               select $"{person.Key} was asked at {times[i - 1]:u} and {times[i]:u}, having chosen {rhythms[person.Key].Cadence}",
        ];
    }

    /// <summary>Both are asked whether they talked; the taker, who told nothing, after 60 and 180 days what came of it.</summary>
    private static async Task<IReadOnlyList<string>> NotFollowedUp(SimulatedYear year)
    {
        var introduced = await year.Read(db => db.Introductions.AsNoTracking().Where(i => i.IntroducedAt != null).ToListAsync());
        var outcomes = (await year.Read(db => db.TalkOutcomes.AsNoTracking().ToListAsync())).ToLookup(o => o.IntroductionId);
        var noticed = (await year.Read(db => db.Notices.AsNoTracking().Where(n => n.Kind == IntroductionNotices.DidYouTalk && n.Edits == null).ToListAsync())).ToLookup(n => n.Subject);
        List<string> broken = [];
        foreach (var one in introduced)
        {
            var age = year.Now - one.IntroducedAt!.Value;
            if (age > TimeSpan.FromDays(16) + Patience && noticed[one.Id.Value].Count() != 2) broken.Add($"introduction {one.Id} was not followed up on both sides");
            if (age > TimeSpan.FromDays(60) + Patience && !outcomes[one.Id].Any(o => o.Round == 0)) broken.Add($"introduction {one.Id} was not asked about after 60 days");
            if (age > TimeSpan.FromDays(180) + Patience && !outcomes[one.Id].Any(o => o.Round == 1)) broken.Add($"introduction {one.Id} was not asked about after 180 days");
        }

        return broken;
    }

    /// <summary>Whatever fell due before the last weeks was done, whenever the program was killed.</summary>
    private static async Task<IReadOnlyList<string>> LeftBehind(SimulatedYear year)
    {
        var before = year.Now - Patience;
        var rhythms = await year.Read(db => db.CheckInRhythms.CountAsync(r => r.NextDue < before));
        var followUps = await year.Read(db => db.Introductions.CountAsync(i => i.FollowUpDue < before || i.OutcomeDue < before || i.LapseDue < before));
        var forgotten = await Forgotten(year);
        var notices = await year.Read(db => db.Notices.CountAsync(n => (n.State == NoticeState.Queued || n.State == NoticeState.Sending) && n.Due < before));
        return [.. new[] { (rhythms, "check-ins"), (forgotten, "people who chose to be asked"), (followUps, "introductions"), (notices, "messages") }.Where(one => one.Item1 > 0).Select(one => $"{one.Item1} {one.Item2} were left behind")];
    }

    /// <summary>Whoever chose a rhythm and did not fall silent is asked on and on, also after a message of which nobody knows whether it arrived.</summary>
    private static async Task<int> Forgotten(SimulatedYear year)
    {
        var last = await year.Read(db => db.CheckIns.GroupBy(c => c.MemberId).Select(group => new { group.Key, At = group.Max(c => c.CreatedAt) }).ToDictionaryAsync(one => one.Key, one => one.At));
        var rhythms = await year.Read(db => db.CheckInRhythms.AsNoTracking().Where(r => r.PausedAt == null && r.Cadence != Cadence.Never && r.Cadence != Cadence.Quarterly).ToListAsync());
        return rhythms.Count(r => !last.TryGetValue(r.MemberId, out var at) || year.Now - at > (r.Cadence.Interval()!.Value * 3) + Patience + Patience);
    }
}
