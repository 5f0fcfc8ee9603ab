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
        After(await skip.Later(data.Id<CheckInId>("checkIn"), turn.By, stop), turn);

    internal static Reply After(Result<DateTimeOffset> postponed, Turn turn) => postponed.Match(
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
public sealed class ChooseCadenceRoute(ChooseCadence choose) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await choose.Handle(turn.By, data.Word<Cadence>("cadence") ?? throw new BadInputException("cadence"), stop)).Match(
            rhythm => Reply.Card(CadenceCard.Chosen(rhythm, turn.Reading)), Reply.Refused);

    /// <summary>What was chosen, to who presses again what has been done.</summary>
    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        Reply.Card(await choose.Show(turn.By, stop) is { } rhythm ? CadenceCard.Chosen(rhythm, turn.Reading) : CadenceCard.For(null, turn.Reading));
}

/// <summary>Stop asking: at once, one line, one press to take it back.</summary>
[Verb("checkin/stop")]
public sealed class StopCheckInsRoute(ChooseCadence choose, ChooseCadenceRoute chosen) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        After(await choose.Stop(turn.By, data.IdOrNone<CheckInId>("checkIn"), stop), turn);

    internal static Reply After(Result<CheckInRhythm> stopped, Turn turn) => stopped.Match(rhythm => Reply.Card(CadenceCard.Chosen(rhythm, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => chosen.Show(data, turn, stop);
}
