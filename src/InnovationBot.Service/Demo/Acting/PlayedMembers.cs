using System.Collections.Concurrent;
using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Network;
using InnovationBot.Service.Demo.Playground;

namespace InnovationBot.Service.Demo.Acting;

/// <summary>Who plays whom, for as long as this process runs.</summary>
/// <param name="canWrite">The chat can be written to by itself; a terminal cannot, it looks into the tray.</param>
public sealed class PlayedMembers(bool canWrite) : IActingAs, IDeliveryDetour
{
    private readonly ConcurrentDictionary<string, Play> plays = new();
    private readonly ConcurrentDictionary<string, ConversationReference> chats = new();

    /// <summary>Where people who are present have their own chat with the bot.</summary>
    public IReadOnlyCollection<ConversationReference> Chats => [.. chats.Values];

    public MemberId? Of(Activity activity)
    {
        if (activity.Conversation?.ConversationType is null or ConversationTypes.Personal && CanBeWrittenTo(activity))
            chats[Person(activity)] = ConversationReference.Of(activity);
        return activity.Type is ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.Invoke && Of(Person(activity)) is { } play
            ? play.Member.Id
            : null;
    }

    public string? EmailOf(Activity activity) => activity.From?.AadObjectId == PlaygroundConfig.You.EntraObjectId ? PlaygroundConfig.You.Email : null;

    /// <summary>Who the sender of this activity really is; <c>null</c> while they play nobody.</summary>
    public MemberId? Self(Activity activity) => Of(Person(activity))?.Self;

    /// <summary>Whether somebody who plays another member is really this one.</summary>
    public bool IsSelf(MemberId member) => plays.Values.Any(play => play.Self == member);

    /// <param name="activity">The chat it is said in: there the member's messages will appear.</param>
    /// <param name="self">Who says it; ignored when they play somebody already.</param>
    public void Begin(Activity activity, MemberId self, NamedMember member) => plays.AddOrUpdate(
        Person(activity),
        _ => new Play(self, member, ConversationReference.Of(activity), CanBeWrittenTo(activity)),
        (_, before) => new Play(before.Self, member, ConversationReference.Of(activity), CanBeWrittenTo(activity)));

    /// <returns>Who the person is again; <c>null</c> when they played nobody.</returns>
    public MemberId? End(Activity activity) => plays.TryRemove(Person(activity), out var play) ? play.Self : null;

    public Detour? For(MemberId recipient, bool hasAddress)
    {
        if (!canWrite) return new Detour.IntoTray();
        foreach (var play in plays.Values)
        {
            if (play.Member.Id == recipient && !play.CanBeWrittenTo) return new Detour.IntoTray();
            if (play.Member.Id == recipient) return new Detour.ToChat(play.Chat, card => AddressedTo(play.Member.Name, card));
            if (play.Self == recipient) return new Detour.IntoTray(); // the chat shows one person at a time
        }

        return hasAddress ? null : new Detour.IntoTray();
    }

    /// <summary>Says above a card to whom it was sent.</summary>
    public static AdaptiveCard AddressedTo(string name, AdaptiveCard card) => card with
    {
        Body =
        [
            new Container { Style = ContainerStyle.Accent, Bleed = true, Items = [new TextBlock(Markdown.Escape($"To {name}")) { Weight = TextWeight.Bolder, Size = TextSize.Small }] },
            .. card.Body,
        ],
    };

    /// <summary>Whoever takes replies in the answer alone reads nothing that comes by itself.</summary>
    private static bool CanBeWrittenTo(Activity activity) => !string.IsNullOrEmpty(activity.ServiceUrl) && activity.DeliveryMode != DeliveryModes.ExpectReplies;

    private Play? Of(string person) => plays.GetValueOrDefault(person);

    private static string Person(Activity activity) => activity.From is { AadObjectId: { Length: > 0 } entra } ? entra : activity.From?.Id ?? "";

    private sealed record Play(MemberId Self, NamedMember Member, ConversationReference Chat, bool CanBeWrittenTo);
}
