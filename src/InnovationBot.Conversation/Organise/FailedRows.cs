using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Organise;

/// <summary>Whom messages did not reach, by reason and in counts alone.</summary>
public sealed class FailedRows(CountFailures count) : IOrganiseRows
{
    public int Order => 40;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop)
    {
        var failed = await count.Handle(turn.By, stop);
        return failed.Count == 0 ? [] : [For(failed, turn.Reading)];
    }

    internal static OrganiseSection For(IReadOnlyList<FailedDeliveries> failed, Reading reading) => new(
        reading.Say["Organise.Failed", ("count", failed.Count)],
        [.. failed.Select(one => HouseStyle.RowLink(
            reading.Say[$"Organise.Reason_{Word(one.Reason)}"],
            reading.Say["Organise.FailedPeople", ("people", reading.Say.Figure(one.People))],
            new ExecuteAction
            {
                Title = reading.Say[$"Organise.Reason_{Word(one.Reason)}"], Verb = "organise/failed", Data = ("reason", Word(one.Reason)), AssociatedInputs = AssociatedInputs.None,
            }))]);

    internal static string Word(FailureReason? reason) => reason is { } known ? Vocabulary.Write(known) : "unknown";
}

/// <summary>What a reason means, and what can be done.</summary>
[Verb("organise/failed")]
public sealed class FailedRoute(OrganiseRoute organise) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var reason = data.Word<FailureReason>("reason");
        if (reason is FailureReason.Cancelled) return await organise.Run(data, turn, stop);
        return Reply.Card(FailedCard.For(reason, turn.Reading));
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => organise.Run(data, turn, stop);
}

public static class FailedCard
{
    public static AdaptiveCard For(FailureReason? reason, Reading reading)
    {
        var (say, word) = (reading.Say, FailedRows.Word(reason));
        return HouseStyle.Card(
            say.Language.Code,
            say[$"Organise.Reason_{word}"],
            [HouseStyle.Paragraph(say[$"Organise.ReasonHelp_{word}"]), HouseStyle.Subtle(say["Organise.FailedHint"]), HouseStyle.Back(say["Words.Back"], "organise/show")]);
    }
}
