using InnovationBot.Activities;
using InnovationBot.Network;

namespace InnovationBot.Service.Demo;

/// <summary>
/// One person plays everybody; registered by <c>demo</c> alone, so elsewhere whoever resolves senders has none to ask.
/// </summary>
public interface IActingAs
{
    /// <summary>
    /// The member whom the sender of this activity plays now. The sender's own address stays the sender's: the member that is
    /// played keeps none.
    /// </summary>
    /// <returns><c>null</c> = the sender is themselves; always so for arrivals and departures.</returns>
    MemberId? Of(Activity activity);

    /// <summary>The address of whoever sits at the demo: a terminal has no directory that tells it, and roles are given by it.</summary>
    /// <returns><c>null</c> = somebody else.</returns>
    string? EmailOf(Activity activity);
}
