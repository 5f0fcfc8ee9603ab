using InnovationBot.Network;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Demo.Acting;

/// <summary>Everybody who can be played.</summary>
public sealed class MemberDirectory(IServiceScopeFactory scopes)
{
    /// <summary>Everybody who was not erased, by name.</summary>
    public async Task<IReadOnlyList<NamedMember>> All(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        var rows = await (
            from member in db.Members.AsNoTracking()
            where member.State != MemberState.Erased
            join organisation in db.Organisations on member.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            select new { member.Id, member.Name, member.Email, member.Role, Organisation = organisation == null ? null : organisation.Name }).ToListAsync(stop);
        return
        [
            .. rows
                .Select(row => new NamedMember(row.Id, row.Name, row.Email, string.Join(", ", new[] { row.Role, row.Organisation }.Where(part => !string.IsNullOrEmpty(part)))))
                .OrderBy(member => member.Name, StringComparer.Ordinal),
        ];
    }

    public async Task<NamedMember?> Find(MemberId id, CancellationToken stop) => (await All(stop)).FirstOrDefault(member => member.Id == id);
}
