using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Ambassadors.OpenHours;

/// <summary>An ambassador opens an hour, looks at it, or calls it off.</summary>
public sealed class HoldOpenHour(NetworkDb db, HoursAhead hours, TimeProvider clock)
{
    /// <param name="Start">None for what was no time.</param>
    /// <param name="Places">None for what was no number.</param>
    public sealed record Request(MemberId By, DateTimeOffset? Start, string Topic, int? Places, string Link);

    /// <returns>Why not, naming what to change; with one that lies ahead already <see cref="OpenHourRefusals.Another"/>.</returns>
    public async Task<Result<OpenHourView>> Handle(Request request, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Member>(request.By, stop) is not { Ambassador: AmbassadorState.Confirmed } host) return AmbassadorRefusals.NotAmbassador;
        if (await hours.OwnAhead(request.By, stop) is not null) return OpenHourRefusals.Another;
        if (request.Start is not { } start || start <= now || start > now + OpenHour.Furthest) return OpenHourRefusals.When;
        if (request.Topic.Length > 0 && !host.Topics.Contains(request.Topic) && !host.Offers.Contains(request.Topic)) return OpenHourRefusals.Topic;
        if (request.Places is not (>= OpenHour.LeastPlaces and <= OpenHour.MostPlaces)) return OpenHourRefusals.Places;
        if (!Uri.TryCreate(request.Link, UriKind.Absolute, out var link) || link.Scheme != Uri.UriSchemeHttps || link.UserInfo.Length > 0 || request.Link.Length > OpenHour.LongestLink)
            return OpenHourRefusals.Link;

        var hour = OpenHour.Of(EntityId.New<OpenHourId>(now), request.By, request.Topic, start.ToUniversalTime(), link.AbsoluteUri, request.Places.Value, now);
        db.OpenHours.Add(hour);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return await hours.Of(hour, request.By, null, "", false, stop);
    }

    public async Task<Result<OpenHourHost>> Show(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { Ambassador: AmbassadorState.Confirmed } host) return AmbassadorRefusals.NotAmbassador;
        var own = await hours.OwnAhead(by, stop);
        return new OpenHourHost([.. host.Topics.Concat(host.Offers).Distinct()], own is null ? null : (await hours.Of(own, by, null, "", false, stop)).Value);
    }

    public async Task<Result<OpenHourHost>> Cancel(MemberId by, CancellationToken stop)
    {
        await using (var transaction = await db.BeginWrite(stop))
        {
            if (await db.Lock<Member>(by, stop) is null) return Refusal.NotFound;
            await hours.CancelOf(by, stop);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }

        return await Show(by, stop);
    }
}

/// <param name="Topics">What it may be about.</param>
/// <param name="Own">The one that lies ahead.</param>
public sealed record OpenHourHost(IReadOnlyList<string> Topics, OpenHourView? Own);
