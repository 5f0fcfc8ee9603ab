namespace InnovationBot.Activities;

/// <summary>What the channel layer calls for each activity that passed the door; called for many at once.</summary>
public interface IBot
{
    /// <summary>Runs one turn. The HTTP request is answered when it returns, so what the bot promised must be stored by then.</summary>
    /// <param name="turn">Authenticated and well-formed; repeats are the bot's to recognise (<see cref="RepeatKey"/>).</param>
    /// <param name="stop">The channel hung up.</param>
    /// <returns>The answer to an invoke. <c>null</c> for all other activities, and for an invoke that nobody handled (501).</returns>
    ValueTask<InvokeResponse?> OnTurn(TurnContext turn, CancellationToken stop);
}
