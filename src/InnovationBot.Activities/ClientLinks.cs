namespace InnovationBot.Activities;

/// <summary>Links that open something in a person's own Teams or Outlook, those of the cloud that the bot is configured for.</summary>
public sealed class ClientLinks
{
    private ClientLinks(CloudAddresses cloud) => (Teams, Outlook) = (new TeamsLinks(cloud.TeamsHost), new OutlookLinks(cloud.OutlookHost));

    public static ClientLinks Public { get; } = Of(BotCloud.Public);

    public TeamsLinks Teams { get; }

    public OutlookLinks Outlook { get; }

    public static ClientLinks Of(BotCloud cloud) => new(CloudAddresses.Of(cloud));
}
