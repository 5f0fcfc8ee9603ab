using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People;

/// <summary>People who chose to be named to everybody, by name or by what they know; nobody else is ever in it.</summary>
public sealed class FindPeople(NetworkDb db, ISearch search)
{
    /// <param name="By">The sender.</param>
    /// <param name="Text">Empty finds nobody: there is no list of people to leaf through.</param>
    public sealed record Request(MemberId By, string Text, Language Language, int Most);

    public async Task<IReadOnlyList<FoundPerson>> Handle(Request request, CancellationToken stop)
    {
        if (request.Text.Length < 2) return [];

        var words = request.Text.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // the store's own function, which knows no culture
        var named = await db.Members.AsNoTracking().Where(m => m.Visibility == Visibility.Listed && m.State == MemberState.Active && m.Name.ToLower().Contains(words))
            .OrderBy(m => m.Name).ThenBy(m => m.Id).Take(request.Most * 2).ToListAsync(stop);
#pragma warning restore CA1304, CA1311, CA1862
        var about = await search.Find(new SearchRequest(request.Text, request.Language, await db.ReaderOf(request.By, stop), Cases: 0, People: request.Most * 2), stop);
        var ids = about.People.Select(hit => hit.Id).ToList();
        var found = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(stop);

        List<FoundPerson> people = [];
        foreach (var person in named.Concat(found.OrderBy(m => ids.IndexOf(m.Id))).DistinctBy(m => m.Id))
        {
            // what is inserted is read by everybody in that chat, so that only whom everybody may see counts
            if (people.Count == request.Most || !Reader.Anybody.MayName(person) || !person.Has(Consent.Findable)) continue;
            people.Add(new FoundPerson(PersonAccess.Named(person, await db.OrganisationOf(person.OrganisationId, stop), []), [.. person.Topics]));
        }

        return people;
    }
}

public sealed record FoundPerson(PersonShown Shown, IReadOnlyList<string> Topics);
