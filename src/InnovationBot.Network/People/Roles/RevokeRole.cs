namespace InnovationBot.Network.People.Roles;

/// <summary>Takes a role back.</summary>
public sealed class RevokeRole
{
    public Task<Result<Member>> Handle(GrantRole.Request request, CancellationToken stop) => throw new NotImplementedException();
}
