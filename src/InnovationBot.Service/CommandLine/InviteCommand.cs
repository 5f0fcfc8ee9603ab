using System.CommandLine;
using InnovationBot.Activities;
using InnovationBot.Conversation.People.Invitations;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.People.Invitations;
using InnovationBot.Network.Settings;
using InnovationBot.Service.People;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.CommandLine;

/// <summary><c>invite FILE</c>: a file for a mail program with everybody who was imported and is in no chat yet.</summary>
internal static class InviteCommand
{
    public static Command Make(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A file ending in .csv" };
        var organisation = new Option<string?>("--organisation") { Description = "Only people of the organisation with this id or name", HelpName = "ID" };
        var again = new Option<bool>("--again") { Description = "Also those who were invited before and have not answered" };
        var app = new Option<string?>("--app-link") { Description = "Where people install the app; default: the Teams page of the app whose id is Bot:AppId", HelpName = "URL" };
        app.Validators.Add(parsed =>
        {
            if (parsed.Tokens is [{ Value: var link }] && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
                parsed.AddError($"'{link}' is no https address.");
        });
        var by = CommandContext.As();
        var command = new Command("invite", "Write a mail-merge file for people who were imported and have not answered") { file, organisation, again, app, by };
        command.SetAction(async (parsed, stop) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) throw new CommandFault($"The file's name must end in .csv; '{Path.GetFileName(path)}' does not.", ExitCode.Usage);

            await using var network = await CommandNetwork.Open(context.Installation(parsed), context.Console, stop);
            var actor = await network.Actor(parsed.GetValue(by), stop);
            await using var scope = network.Scope();
            var services = scope.ServiceProvider;
            var bot = services.GetRequiredService<IConfiguration>().GetSection(BotOptions.Section).Get<BotOptions>() ?? new BotOptions();
            var files = new InvitationFiles(Microsoft.Extensions.Options.Options.Create(bot), ClientLinks.Of(bot.Cloud));
            var link = parsed.GetValue(app) is { } given ? new Uri(given) : files.AppLink;

            var settings = await services.GetRequiredService<SettingsInForce>().Now(stop);
            var invited = await services.GetRequiredService<InvitePeople>().Handle(new InvitePeople.Request(actor?.Id, parsed.GetValue(organisation), parsed.GetValue(again)), stop);
            if (invited.Refusal is { } refusal)
            {
                context.Console.Problem(Refusals.Sentence(refusal, Say.In(Language.English)));
                return ExitCode.Refused;
            }

            if (invited.Value.Count == 0)
            {
                context.Console.Problem("Nobody waits for an invitation. Import members first; --again takes in those who were invited before.");
                return ExitCode.Refused;
            }

            if (link is null) context.Console.Problem("Bot:AppId is not set, so that the column app_link is empty; give the link with --app-link.");
            var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.DefaultZone);
            await Write(path, files.Csv(invited.Value.Select(person => InvitationRow.Of(person, settings, link, zone))), stop);
            context.Console.Result($"invited: {invited.Value.Count}");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task Write(string path, byte[] csv, CancellationToken stop)
    {
        try
        {
            await File.WriteAllBytesAsync(path, csv, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault($"The file {path} cannot be written. The people count as invited; write it again with --again.", ExitCode.Usage, e);
        }
    }
}
