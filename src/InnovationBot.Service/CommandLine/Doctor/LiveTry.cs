using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Network;
using InnovationBot.Service.Hosting;
using InnovationBot.Service.People;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.CommandLine.Doctor;

/// <summary>One card to oneself through the real connector, edited and taken away again, each step reported.</summary>
internal static class LiveTry
{
    public static async IAsyncEnumerable<Finding> Of(Installation installation, string email, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var settings = installation.ReadSettings();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(settings);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        collection.AddSingleton(TimeProvider.System);
        collection.AddStore(installation.ConnectionString(settings));
        collection.AddActivities(settings);
        await using var services = collection.BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContextAsync(stop);
        var address = email.Trim().ToLowerInvariant();
        var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(one => one.Email == address, stop);
        if (AddressText.Read(member?.Address) is not { } chat)
        {
            yield return Finding.Bad("live", $"No chat with {address} is known.", "Write the bot one message in Teams first, so that it learns where you are; then try again.");
            yield break;
        }

        yield return Finding.Good("live", $"Your chat is known ({new Uri(chat.ServiceUrl).Host}, tenant {chat.TenantId}).");
        var connector = services.GetRequiredService<IConnectorClient>();
        var sent = await connector.Send(chat, Card("A card of the doctor's: it is edited and taken away in a moment."), stop);
        yield return Step("sends a card", sent);
        if (!sent.IsSent || sent.Id is not { } id) yield break;
        yield return Step("edits it", await connector.Update(chat, id, Card("The same card, edited."), stop));
        yield return Step("reads who you are", await connector.GetMember(chat, chat.UserId ?? "", stop));
        yield return Step("takes it away", await connector.Delete(chat, id, stop));
    }

    private static Finding Step(string what, ConnectorResult result) => result.IsSent
        ? Finding.Good("live", $"The bot {what}: {result.Status}.")
        : Finding.Bad("live", $"The bot {what}: {result.Outcome} {result.Reason} {result.Status} {result.ErrorCode}".TrimEnd() + ".", result.Status switch
        {
            401 => "The connector does not believe the token: see that the Azure Bot has this app id and the type Single Tenant.",
            403 => "The chat refuses: see that the app is installed for you and not blocked.",
            404 => "The chat is gone: write to the bot once more.",
            429 => "The channel asks for a pause: try again in a minute.",
            null => "The connector cannot be reached: the firewall has to let this machine reach smba.trafficmanager.net, port 443.",
            _ => "Try again; see the status in docs/protocol.md.",
        });

    private static Activity Card(string text)
    {
        var card = new AdaptiveCard { FallbackText = text, Speak = text, Body = [HouseStyle.Heading(text)] };
        return Activity.Card(card.ToUtf8(), text);
    }
}
