using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.CheckIns;

namespace InnovationBot.Conversation.CheckIns;

/// <summary>Nothing now.</summary>
[Verb("checkin/skip")]
public sealed class SkipCheckInRoute(SkipCheckIn skip, ShowCheckInRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await skip.Handle(data.Id<CheckInId>("checkIn"), turn.By, stop)).Match(skipped => After(skipped, turn), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Show(data, turn, stop);

    internal static Reply After(SkippedCheckIn skipped, Turn turn) => Reply.Card(skipped switch
    {
        { Began: true } => CheckInCard.Ended(turn.Reading, "CheckIns.Forgotten"),
        { Result: SkipResult.AskToSlowDown } => CadenceCard.SlowDown(skipped.Cadence, turn.Reading),
        { Result: SkipResult.Paused } => CheckInCard.Ended(turn.Reading, "CheckIns.Paused"),
        _ => CheckInCard.Ended(turn.Reading, "CheckIns.Skipped"),
    });
}

/// <summary>Forget what I wrote.</summary>
[Verb("checkin/forget")]
public sealed class ForgetCheckInRoute(SkipCheckInRoute skip) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => skip.Run(data, turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => skip.Show(data, turn, stop);
}

[Verb("checkin/later")]
public sealed class PostponeCheckInRoute(SkipCheckIn skip, ShowCheckInRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await skip.Later(data.Id<CheckInId>("checkIn"), turn.By, stop)).Match(
            again => Reply.Card(Cards.HouseStyle.Card(turn.Say.Language.Code, turn.Say["CheckIns.LaterOn", ("day", turn.Say.Day(again, turn.Zone))], [CheckInCard.CadenceButton(turn.Say)])),
            Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Show(data, turn, stop);
}

/// <summary>How often?</summary>
[Verb("checkin/cadence")]
public sealed class CadenceRoute(ChooseCadence choose) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Reply.Card(CadenceCard.For(await choose.Show(turn.By, stop), turn.Reading));
}

[Verb("checkin/choose")]
public sealed class ChooseCadenceRoute(ChooseCadence choose, CadenceRoute cadence) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await choose.Handle(turn.By, data.Word<Cadence>("cadence") ?? throw new BadInputException("cadence"), stop)).Match(
            rhythm => Reply.Card(CadenceCard.Chosen(rhythm, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => cadence.Run(data, turn, stop);
}

/// <summary>Stop asking: at once, one line, one press to take it back.</summary>
[Verb("checkin/stop")]
public sealed class StopCheckInsRoute(ChooseCadence choose, SkipCheckIn skip, CadenceRoute cadence) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var chosen = await choose.Handle(turn.By, Cadence.Never, stop);
        if (chosen.Refusal is null && data.IdOrNone<CheckInId>("checkIn") is { } checkIn) await skip.Handle(checkIn, turn.By, stop);
        return chosen.Match(rhythm => Reply.Card(CadenceCard.Chosen(rhythm, turn.Reading)), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => cadence.Run(data, turn, stop);
}
