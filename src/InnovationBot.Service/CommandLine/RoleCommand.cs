using System.CommandLine;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Roles;
using InnovationBot.Service.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.CommandLine;

/// <summary><c>grant</c> and <c>revoke</c>: roles by e-mail address.</summary>
internal static class RoleCommand
{
    public static Command Grant(CommandContext context) => Make(
        context, "grant", "Give a role to a member", (services, request, stop) => services.GetRequiredService<GrantRole>().Handle(request, stop));

    public static Command Revoke(CommandContext context) => Make(
        context, "revoke", "Take a role from a member", (services, request, stop) => services.GetRequiredService<RevokeRole>().Handle(request, stop));

    private static Command Make(
        CommandContext context, string name, string description, Func<IServiceProvider, GrantRole.Request, CancellationToken, Task<Result<Member>>> act)
    {
        var role = new Argument<string>("ROLE") { Description = string.Join(" | ", Vocabulary.All<GrantedRole>()) };
        role.Validators.Add(parsed =>
        {
            if (parsed.Tokens is [{ Value: var word }] && !Vocabulary.TryRead<GrantedRole>(word, out _))
                parsed.AddError($"'{word}' is no role. Roles are: {string.Join(", ", Vocabulary.All<GrantedRole>())}.");
        });
        var email = new Argument<string>("EMAIL") { Description = "The member's e-mail address" };
        var organisation = new Option<string?>("--organisation") { Description = "For a contact point: of the organisation with this id", HelpName = "ID" };
        var country = new Option<string?>("--country") { Description = "For a contact point: of this country (ISO 3166-1 alpha-2)", HelpName = "XX" };
        country.Validators.Add(parsed =>
        {
            if (parsed.Tokens is [{ Value: var code }] && Countries.Code(code) is null)
                parsed.AddError($"'{code}' is no country code; write two letters after ISO 3166-1, such as {Countries.MeantBy(code) ?? "SI"}.");
        });
        var by = CommandContext.As();
        var command = new Command(name, description) { role, email, organisation, country, by };
        command.Validators.Add(parsed =>
        {
            var scoped = parsed.GetValue(organisation) is not null || parsed.GetValue(country) is not null;
            if (!scoped) return;
            if (!Vocabulary.TryRead<GrantedRole>(parsed.GetValue(role), out var granted) || granted != GrantedRole.ContactPoint)
                parsed.AddError("--organisation and --country belong to the role contact_point.");
            else if (parsed.GetValue(organisation) is not null && parsed.GetValue(country) is not null)
                parsed.AddError("A contact point is of an organisation or of a country, not both; grant it twice.");
        });
        command.SetAction(async (parsed, stop) =>
        {
            await using var network = await CommandNetwork.Open(context.Installation(parsed), context.Console, stop);
            var actor = await network.Actor(parsed.GetValue(by), stop);
            var request = new GrantRole.Request(
                Vocabulary.Read<GrantedRole>(parsed.GetRequiredValue(role)), parsed.GetRequiredValue(email).Trim().ToLowerInvariant(), actor?.Id,
                parsed.GetValue(organisation), parsed.GetValue(country)?.ToUpperInvariant());
            await using var scope = network.Scope();
            var done = await act(scope.ServiceProvider, request, stop);
            if (done.Refusal is { } refusal)
            {
                context.Console.Problem(Refusals.Sentence(refusal, Say.In(Language.English)));
                return ExitCode.Refused;
            }

            context.Console.Result($"{parsed.GetRequiredValue(role)} {done.Value.Email}");
            return ExitCode.Done;
        });
        return command;
    }
}
