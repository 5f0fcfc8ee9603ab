using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>People who can be asked instead, as the giver may see them: by name only whom the giver may name.</summary>
public sealed class ListRedirectChoices(NetworkDb db, Successors successors, TimeProvider clock)
{
    public async Task<Result<IReadOnlyList<RedirectChoice>>> Handle(IntroductionId id, MemberId by, CancellationToken stop)
    {
        if (await db.Introductions.FindAsync([id], stop) is not { } introduction || introduction.SideOf(by) != IntroductionSide.Giver) return Refusal.NotFound;
        if (!introduction.ActsOf(IntroductionSide.Giver).Contains(IntroductionAct.Redirect)) return Refusal.NoLongerOpen;

        var reader = await db.ReaderOf(by, stop);
        var known = await db.Suggestions.Where(s => s.ProblemId == introduction.ProblemId && s.Slot == Slot.PassOn).ToListAsync(stop);
        List<RedirectChoice> choices = [];
        foreach (var person in (await successors.Find(introduction, stop)).Where(person => person.Member.Id != introduction.TakerId))
        {
            var suggestion = known.Find(s => s.MemberId == person.Member.Id) ?? db.Suggestions.Add(Suggest(introduction, person)).Entity;
            choices.Add(new RedirectChoice(suggestion.Id, reader.Show(person.Member, person.Organisation, introduction.Languages)));
        }

        await db.SaveChangesAsync(stop);
        return choices;
    }

    private Suggestion Suggest(Introduction introduction, ChosenPerson person)
    {
        var now = clock.GetUtcNow();
        return new Suggestion
        {
            Id = EntityId.New<SuggestionId>(now), ProblemId = introduction.ProblemId, MemberId = person.Member.Id, Slot = Slot.PassOn, Current = false,
            Score = person.Score, Reasons = person.Reasons, PolicyVersion = MatchingPolicy.Version, CreatedAt = now,
        };
    }
}

/// <param name="Suggestion">What <see cref="RedirectIntroduction"/> takes; nothing in it points to a person.</param>
public sealed record RedirectChoice(SuggestionId Suggestion, PersonShown Shown);
