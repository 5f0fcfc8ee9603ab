using InnovationBot.Network;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Testing.Years;

/// <summary>A search that finds the ambassadors there are for every problem, and no cases: fast, and decides nothing.</summary>
internal sealed class KnownPeople(Func<NetworkDb> open) : ISearch
{
    private List<PersonHit>? people;

    public async ValueTask<SearchAnswer> Find(SearchRequest request, CancellationToken stop)
    {
        if (people is null)
        {
            await using var db = open();
            var ids = await db.Members.Where(m => m.Ambassador == AmbassadorState.Confirmed).OrderBy(m => m.Id).Select(m => m.Id).Take(40).ToListAsync(stop);
            people = ids.ConvertAll(id => new PersonHit(id, 1, [new PersonEvidence(PersonEvidenceKind.Topic, 1, null, "permits")]));
        }

        return request.People == 0 ? SearchAnswer.Nothing : new SearchAnswer(Fit.Fits, [], people);
    }

    public IReadOnlyCollection<string> About(string text, Language language) => text.Split(' ');
}

internal sealed class NoShortAnswers : IShortAnswerSearch
{
    public ValueTask<IReadOnlyList<ShortAnswerId>> Find(string text, Language language, int most, CancellationToken stop) => new([]);
}

internal sealed class NoTasks : ITasks
{
    public IReadOnlyList<string> Of(string text, Language language) => [];

    public string Name(string task, Language language) => task;
}
