namespace InnovationBot.Network.Problems;

/// <summary>A list of cases again, as everybody may read it.</summary>
public sealed class ShowPublicly
{
    public Task<PublicAnswer> Handle(IReadOnlyList<CaseId> cases, CancellationToken stop) => throw new NotSupportedException();
}
