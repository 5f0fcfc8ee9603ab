using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Figures;

/// <summary>The people a figure counts, each once, with the organisations they belong to.</summary>
public sealed class Crowd
{
    private readonly Dictionary<MemberId, OrganisationId?> people;

    private Crowd(Dictionary<MemberId, OrganisationId?> people) => this.people = people;

    public static readonly Crowd Nobody = new([]);

    public IReadOnlyCollection<MemberId> People => people.Keys;

    public int Count => people.Count;

    /// <summary>Whoever is counted twice is counted once; people without an organisation make none together.</summary>
    public static Crowd Of(IEnumerable<(MemberId Person, OrganisationId? Organisation)> people)
    {
        var each = new Dictionary<MemberId, OrganisationId?>();
        foreach (var (person, organisation) in people) each[person] = organisation ?? each.GetValueOrDefault(person);
        return new Crowd(each);
    }

    /// <summary>These people with the organisations they belong to now; erased people are none.</summary>
    public static async Task<Crowd> Of(NetworkDb db, IReadOnlyCollection<MemberId> people, CancellationToken stop)
    {
        if (people.Count == 0) return Nobody;
        var known = await db.Members.AsNoTracking().Where(m => people.Contains(m.Id) && m.State != MemberState.Erased)
            .Select(m => new { m.Id, m.OrganisationId }).ToListAsync(stop);
        return Of(known.Select(m => (m.Id, m.OrganisationId)));
    }

    /// <summary>These and those.</summary>
    public Crowd With(Crowd others) => Of(people.Concat(others.people).Select(one => (one.Key, one.Value)));

    /// <summary>Some of them; whoever is not among them has no organisation.</summary>
    internal Crowd Of(IReadOnlySet<MemberId> some) => new(some.ToDictionary(one => one, one => people.GetValueOrDefault(one)));

    /// <summary>At least <see cref="FiguresRule.LeastPeople"/> people of at least <see cref="FiguresRule.LeastOrganisations"/> organisations.</summary>
    public bool IsLargeEnough =>
        Count >= FiguresRule.LeastPeople && people.Values.OfType<OrganisationId>().Distinct().Take(FiguresRule.LeastOrganisations).Count() == FiguresRule.LeastOrganisations;
}
