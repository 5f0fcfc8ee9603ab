using InnovationBot.Activities;
using InnovationBot.Network;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Turns;

/// <summary>Knows who sent an authenticated activity; the host keeps the addresses, so it implements this.</summary>
public interface ISenders
{
    /// <summary>
    /// The member behind an activity, created on first contact, with the address it came from kept up to date. What
    /// decides consent, state and visibility is not taken from here but read from the store by the use cases.
    /// </summary>
    ValueTask<Member> Resolve(TurnContext context, CancellationToken stop);

    /// <summary>Where an activity came from, so that a message there can be edited later; nobody's name or id is in it.</summary>
    /// <returns><c>null</c> for a caller who can only be answered within the request.</returns>
    Address? PlaceOf(TurnContext context);

    /// <summary>The person removed the bot or the chat: nothing is sent until they write again.</summary>
    ValueTask Unreachable(TurnContext context, CancellationToken stop);

    /// <summary>How a channel is written to later.</summary>
    /// <param name="context">An activity of its team.</param>
    /// <param name="channel">Its conversation id, without a thread.</param>
    Address AddressOf(TurnContext context, string channel);

    /// <summary>Who is in a team, page by page; empty when the channel does not tell.</summary>
    IAsyncEnumerable<TeamMemberSeen> Members(Address channel, string team, CancellationToken stop);

    /// <summary>The person was erased: nothing about them stays in memory.</summary>
    void Forget(MemberId member);
}

/// <summary>Somebody in a team, as the channel tells of them.</summary>
/// <param name="EntraId">The Entra object id.</param>
public sealed record TeamMemberSeen(string Tenant, string EntraId);
