using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>People who can be asked instead.</summary>
public sealed class ListRedirectChoices
{
    public Task<Result<IReadOnlyList<RedirectChoice>>> Handle(IntroductionId id, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}

/// <param name="Suggestion">What <see cref="RedirectIntroduction"/> takes; nothing in it points to a person.</param>
public sealed record RedirectChoice(SuggestionId Suggestion, PersonShown Shown);
