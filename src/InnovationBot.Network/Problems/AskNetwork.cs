namespace InnovationBot.Network.Problems;

/// <summary>Stores what somebody wrote as a draft, and answers it.</summary>
public sealed class AskNetwork
{
    /// <param name="SourceActivity">The message it came from, when there is one.</param>
    public sealed record Request(MemberId Owner, string Text, Language Language, string? SourceActivity);

    public Task<Result<Answer>> Handle(Request request, CancellationToken stop) => throw new NotImplementedException();
}
