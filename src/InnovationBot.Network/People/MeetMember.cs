namespace InnovationBot.Network.People;

/// <summary>Who wrote: found by tenant and Entra id, else joined to an imported member by the address the connector reported, else created.</summary>
public sealed class MeetMember
{
    /// <param name="Email">As the connector reported it, never as somebody typed it.</param>
    /// <param name="Zone">IANA name, when the channel told one.</param>
    public sealed record Request(
        string? TenantId, string EntraObjectId, string Name, string? Email, Address? Address, Language? Language, string? Country = null, string? Zone = null);

    public Task<Member> Handle(Request request, CancellationToken stop) => throw new NotImplementedException();
}
