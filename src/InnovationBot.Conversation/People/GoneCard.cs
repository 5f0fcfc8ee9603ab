using InnovationBot.Cards;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.People;

/// <summary>What stands where a card named somebody who was forgotten.</summary>
public static class GoneCard
{
    public static AdaptiveCard For(Say say) => HouseStyle.Card(say.Language.Code, say["Privacy.GoneHeading"], [HouseStyle.Paragraph(say["Privacy.GoneText"])]);
}

/// <summary>Draws a card about somebody who was forgotten as its own kind does now, else <see cref="GoneCard"/>.</summary>
public sealed class GoneRenderer(NetworkDb db, NoticeKinds kinds, IServiceProvider services) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        if (await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == notice.Edits, stop) is not { } sent || sent.Kind == PrivacyNotices.Gone) return null;
        var now = kinds.Renderer(sent.Kind) is { } renderer ? await ((INoticeRenderer)services.GetRequiredService(renderer)).Render(sent, reading, stop) : null;
        return now ?? new NoticeMessage(GoneCard.For(reading.Say), reading.Say["Privacy.GoneHeading"]);
    }
}
