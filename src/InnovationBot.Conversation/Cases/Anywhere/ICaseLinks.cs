using InnovationBot.Network;

namespace InnovationBot.Conversation.Cases.Anywhere;

/// <summary>Links to cases that may stand in any chat: they show nothing by themselves and lead into the reader's own chat with the bot. The host knows its addresses.</summary>
public interface ICaseLinks
{
    /// <returns><c>null</c> where the host has no address that browsers reach.</returns>
    Uri? To(CaseId @case);

    /// <returns>The case that a link of this bot leads to; <c>null</c> for any other link.</returns>
    CaseId? Read(Uri link);
}
