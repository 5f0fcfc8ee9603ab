using InnovationBot.Network.Outbox;

namespace InnovationBot.Network.People;

/// <summary>The language the bot writes to this person in.</summary>
public sealed class SetLanguage(NetworkDb db, TimeProvider clock)
{
    /// <returns><see cref="PeopleRefusals.LanguageNotSpoken"/> for one the bot has no texts in.</returns>
    public async Task<Result<Member>> Handle(MemberId by, Language language, CancellationToken stop)
    {
        if (!language.IsSpoken) return PeopleRefusals.LanguageNotSpoken;
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (member.Language == language) return member;

        member.Language = language;
        db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        return member;
    }
}
