namespace InnovationBot.Network.People.Privacy;

/// <summary>Erases a person everywhere in the store, at once.</summary>
public sealed class ForgetMe
{
    public Task<Refusal?> Handle(MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
