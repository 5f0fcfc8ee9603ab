namespace InnovationBot.Network.People;

/// <summary>The language the bot writes to this person in.</summary>
public sealed class SetLanguage
{
    public Task<Result<Member>> Handle(MemberId by, Language language, CancellationToken stop) => throw new NotImplementedException();
}
