using InnovationBot.Activities;
using InnovationBot.Conversation.People.Invitations;
using InnovationBot.Service.Files;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.People;

/// <summary>Invitations as a table for a mail program, with the link that opens the app in Teams.</summary>
internal sealed class InvitationFiles(IOptions<BotOptions> bot, ClientLinks links) : IInvitationFiles
{
    public Uri? AppLink => bot.Value.AppId is { Length: > 0 } app ? new Uri(links.Teams.App(app)) : null;

    public byte[] Csv(IEnumerable<InvitationRow> rows)
    {
        using var to = new MemoryStream();
        RecordWriter.WriteTable(InvitationRow.Columns, rows.Select(row => row.Values), to);
        return to.ToArray();
    }
}
