using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.People.Ambassadors;

/// <summary>Somebody chose an ambassador from the list and tells the problem: it becomes a draft of theirs, with this person as its suggestion.</summary>
public sealed class AskAmbassador(NetworkDb db, ListAmbassadors list, AskNetwork ask, TimeProvider clock)
{
    public sealed record Request(MemberId By, string Handle, string Text, Language Language, string? SourceActivity);

    /// <returns><see cref="AmbassadorRefusals.AmbassadorNotAvailable"/> for whoever is no longer on the list.</returns>
    public async Task<Result<SuggestionId>> Handle(Request request, CancellationToken stop)
    {
        if (await Find(request.By, request.Handle, request.Language, stop) is not { } chosen) return AmbassadorRefusals.AmbassadorNotAvailable;
        var asked = await ask.HandleUnsaved(new AskNetwork.Request(request.By, request.Text, request.Language, request.SourceActivity), stop);
        if (asked.Refusal is { } refusal) return refusal;

        var suggestion = asked.Value.People.FirstOrDefault(person => person.Suggestion.MemberId == chosen.Person.Id)?.Suggestion ?? db.Suggestions.Add(new Suggestion
        {
            Id = EntityId.New<SuggestionId>(clock.GetUtcNow()), ProblemId = asked.Value.Problem.Id, MemberId = chosen.Person.Id, CreatedAt = clock.GetUtcNow(), Slot = Slot.Person,
            Rank = asked.Value.People.Count, Reasons = [Reason.Of(ReasonKind.Ambassador)], Current = true, PolicyVersion = MatchingPolicy.Version,
        }).Entity;
        await db.SaveChangesAsync(stop);
        return suggestion.Id;
    }

    /// <summary>Who is to be asked, as this reader may see them.</summary>
    public async Task<Result<PersonShown>> Show(MemberId by, string handle, Language language, CancellationToken stop) =>
        await Find(by, handle, language, stop) is { } chosen ? chosen.Shown : AmbassadorRefusals.AmbassadorNotAvailable;

    private async Task<AskableAmbassador?> Find(MemberId by, string handle, Language language, CancellationToken stop) =>
        (await list.Askable(by, language, stop)).Match(all => all.FirstOrDefault(one => one.Handle == handle && one.CanAsk), _ => null);
}
