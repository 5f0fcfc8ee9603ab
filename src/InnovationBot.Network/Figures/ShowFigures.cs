using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Figures;

/// <summary>
/// The one place that turns counts of people into what may be shown of them. It remembers what it showed: a count that
/// differs from an earlier one by too few is shown as that earlier one, so that asking twice, a day apart or with one person
/// left out, tells nothing about anybody.
/// </summary>
public sealed class ShowFigures(NetworkDb db, TimeProvider clock) : IDueWork
{
    /// <param name="about">One word for all counts that somebody could subtract from each other, such as "tasks"; at most 64 characters.</param>
    /// <param name="crowds">What is shown at once, the most telling first.</param>
    /// <returns>As many figures, in the same order.</returns>
    public async Task<IReadOnlyList<Figure>> Handle(string about, IReadOnlyList<Crowd> crowds, CancellationToken stop)
    {
        if (!crowds.Any(crowd => crowd.IsLargeEnough)) return [.. crowds.Select(_ => Figure.Few)];
        if (db.Database.CurrentTransaction is not null) return await Compared(about, crowds, stop);

        await using var transaction = await db.BeginWrite(stop); // two organisers who look at once are told the same
        var figures = await Compared(about, crowds, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return figures;
    }

    public async Task<Figure> Handle(string about, Crowd crowd, CancellationToken stop) => (await Handle(about, [crowd], stop))[0];

    /// <summary>Forgets what was shown so long ago that nobody compares it any more.</summary>
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var before = now - FiguresRule.Remembered;
        var old = await db.ShownFigures.Where(f => f.ShownAt < before).OrderBy(f => f.ShownAt).Take(most).ToListAsync(stop);
        db.ShownFigures.RemoveRange(old);
        await db.SaveChangesAsync(stop);
        return old.Count;
    }

    private async Task<IReadOnlyList<Figure>> Compared(string about, IReadOnlyList<Crowd> crowds, CancellationToken stop)
    {
        var since = clock.GetUtcNow() - FiguresRule.Remembered;
        var earlier = await db.ShownFigures.AsNoTracking().Where(f => f.About == about && f.ShownAt >= since).OrderByDescending(f => f.Id).ToListAsync(stop);
        var known = crowds.Aggregate(await Crowd.Of(db, [.. earlier.SelectMany(f => f.People).Distinct()], stop), (all, crowd) => all.With(crowd));
        var shown = earlier.ConvertAll(f => new Shown(f.People.ToHashSet(), f.Count));
        return [.. crowds.Select(crowd => Compared(about, crowd, shown, known))];
    }

    private Figure Compared(string about, Crowd crowd, List<Shown> shown, Crowd known)
    {
        if (!crowd.IsLargeEnough) return Figure.Few;
        if (crowd.Count > FiguresRule.MostExact) return Figure.Of(crowd.Count / FiguresRule.RoundTo * FiguresRule.RoundTo);

        var people = crowd.People.ToHashSet();
        foreach (var other in shown)
        {
            var apart = people.ToHashSet();
            apart.SymmetricExceptWith(other.People);
            if (apart.Count == 0 || !known.Of(apart).IsLargeEnough) return Figure.Of(other.Count);
        }

        if (TellsOfFew(people, shown, known)) return Figure.Withheld;
        shown.Add(new Shown(people, people.Count));
        db.ShownFigures.Add(new ShownFigure { About = about, People = [.. people.OrderBy(one => one.Value)], Count = people.Count, ShownAt = clock.GetUtcNow() });
        return Figure.Of(people.Count);
    }

    /// <summary>A whole less all of its parts that are known: whoever adds the parts up and subtracts them is left with the rest.</summary>
    private static bool TellsOfFew(HashSet<MemberId> added, List<Shown> shown, Crowd known)
    {
        foreach (var whole in shown.Select(one => one.People).Where(added.IsProperSubsetOf).Append(added))
        {
            var rest = whole.ToHashSet();
            foreach (var part in shown.Select(one => one.People).Append(added).Where(part => part.IsProperSubsetOf(whole))) rest.ExceptWith(part);
            if (rest.Count > 0 && rest.Count < whole.Count && !known.Of(rest).IsLargeEnough) return true;
        }

        return false;
    }

    private readonly record struct Shown(HashSet<MemberId> People, int Count);
}
