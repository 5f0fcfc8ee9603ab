using System.Text.Json.Nodes;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Ambassadors.OpenHours;

/// <summary>The day before an open hour all who come are reminded, and the host reads who they are; two weeks after it is deleted.</summary>
public sealed class KeepOpenHours(NetworkDb db) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.OpenHours.Where(h => h.RemindDue <= now || h.EraseDue <= now).OrderBy(h => h.StartAt).Take(most).Select(h => h.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var transaction = await db.BeginWrite(stop);
            if (await db.Lock<OpenHour>(id, stop) is not { } hour) return false;
            var seats = await db.OpenHourSeats.Where(s => s.HourId == id).ToListAsync(stop);
            if (hour.EraseDue <= now)
            {
                db.RemoveRange(seats);
                db.Remove(hour);
            }
            else if (hour.Remind(now) && seats.Count > 0)
            {
                foreach (var person in seats.Select(s => s.MemberId).Prepend(hour.HostId))
                    db.Notices.Add(Notice.To(person, OpenHourNotices.Tomorrow, id.Value, now, NoticeTiming.AtOnce));
            }

            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return true;
        });
    }
}

/// <summary>Open hours that a person holds or comes to.</summary>
public sealed class OpenHoursData(NetworkDb db, HoursAhead hours) : IPersonalData
{
    public string Name => "openHours";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(OpenHour), nameof(OpenHour.HostId)), (typeof(OpenHourSeat), nameof(OpenHourSeat.MemberId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var held = await db.OpenHours.AsNoTracking().Where(h => h.HostId == person.Id).OrderBy(h => h.StartAt).ToListAsync(stop);
        var seats = await db.OpenHourSeats.AsNoTracking().Where(s => s.MemberId == person.Id).OrderBy(s => s.JoinedAt).ToListAsync(stop);
        return ExportedJson.List([
            .. held.Select(h => (object)new { youHold = true, h.Topic, h.StartAt, h.Link, h.Places, h.CancelledAt }),
            .. seats.Select(s => (object)new { youHold = false, s.Text, s.ProblemId, s.JoinedAt }),
        ]);
    }

    /// <summary>Whoever would have come hears that it does not take place.</summary>
    public async Task Erase(Member person, CancellationToken stop)
    {
        await hours.CancelOf(person.Id, stop);
        var held = await db.OpenHours.Where(h => h.HostId == person.Id).ToListAsync(stop);
        var ids = held.ConvertAll(h => h.Id);
        db.OpenHourSeats.RemoveRange(await db.OpenHourSeats.Where(s => s.MemberId == person.Id || ids.Contains(s.HourId)).ToListAsync(stop));
        db.OpenHours.RemoveRange(held);
    }
}
