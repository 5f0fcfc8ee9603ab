namespace InnovationBot.Network.Broadcasts.Audiences;

/// <summary>Groups of an organisation's own directory, where the host can read one.</summary>
public interface IDirectoryGroups
{
    bool IsOn { get; }

    /// <summary>Everybody in it, groups within the group included.</summary>
    /// <param name="group">Its object id, or its exact name.</param>
    /// <returns>Entra object ids; <see cref="AudienceRefusals.GroupsOff"/>, <see cref="AudienceRefusals.GroupUnknown"/>, <see cref="AudienceRefusals.GroupUnreadable"/>.</returns>
    Task<Result<List<string>>> Members(string group, CancellationToken stop);
}

/// <summary>A network whose host reads no directory.</summary>
internal sealed class NoDirectoryGroups : IDirectoryGroups
{
    public bool IsOn => false;

    public Task<Result<List<string>>> Members(string group, CancellationToken stop) => Task.FromResult<Result<List<string>>>(AudienceRefusals.GroupsOff);
}
