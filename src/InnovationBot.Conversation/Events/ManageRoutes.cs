using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Events;

namespace InnovationBot.Conversation.Events;

/// <summary>An event as whoever runs it sees it: a draft with its preview, a published one with its numbers.</summary>
[Verb("event/manage")]
public sealed class ManageRoute(CountEvent count, ShowEvent show, SuggestAudience suggest) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Of(data.Id<EventId>("event"), turn, null, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);

    internal async Task<Reply> Of(EventId id, Turn turn, string? note, CancellationToken stop)
    {
        var drawn = await Draw(id, turn, note, stop);
        return drawn.Match(Reply.Card, Reply.Refused);
    }

    /// <summary>After the last step of a form.</summary>
    internal async Task<Reply> Finished(EventId id, Turn turn, string note, CancellationToken stop)
    {
        var drawn = await Draw(id, turn, note, stop);
        return drawn.Match(card => Reply.Finished(card, note), Reply.Refused);
    }

    private async Task<Result<AdaptiveCard>> Draw(EventId id, Turn turn, string? note, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return EventRefusals.InOwnChat;
        var numbers = await count.Handle(id, turn.By, stop);
        if (numbers.Refusal is { } refusal) return refusal;
        var seen = await show.Handle(id, turn.By, stop);
        return seen.Refusal is { } why ? why : ManageCard.For(numbers.Value, seen.Value, turn.Reading, note, await suggest.Handle(seen.Value.Event, stop));
    }
}

[Verb("event/duplicate")]
public sealed class DuplicateRoute(CopyEvent copy, MakeEvent make) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var copied = await copy.Duplicate(data.Id<EventId>("event"), turn.By, stop);
        if (copied.Refusal is { } refusal) return Reply.Refused(refusal);
        return (await make.Written(copied.Value.Id, turn.By, stop)).Match(
            found => Reply.Card(EventForm.For(new(found.Event.Id, EventStep.When, found.Input, [], IsPublished: false), turn.Reading), turn.Say["Events.Edit"]), Reply.Refused);
    }
}

/// <summary>Asks by which rule, and how often.</summary>
[Verb("event/series")]
public sealed class SeriesRoute(MakeEvent make) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await make.Written(data.Id<EventId>("event"), turn.By, stop)).Match(found => Reply.Card(SeriesCard.For(found.Event, turn.Say)), Reply.Refused);
}

[Verb("event/series-make")]
public sealed class MakeSeriesRoute(CopyEvent copy, ManageRoute manage) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<EventId>("event");
        var made = await copy.Monthly(id, data.Word<MonthlyRule>("rule") ?? MonthlyRule.SameWeekday, data.Number("times") ?? 0, turn.By, stop);
        if (made.Refusal is { } refusal) return Reply.Refused(refusal);
        var dates = string.Join(", ", made.Value.Select(one => turn.Say.Day(one.StartsAt!.Value, one.Plan.FoundZone!)));
        return await manage.Of(id, turn, turn.Say.Count("Events.SeriesMade", made.Value.Count, ("dates", dates)), stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => manage.Run(data, turn, stop);
}

[Verb("event/cancel")]
public sealed class CancelRoute(MakeEvent make) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await make.Written(data.Id<EventId>("event"), turn.By, stop)).Match(found => Reply.Card(CancelCard.For(found.Event, turn.Say)), Reply.Refused);
}

[Verb("event/cancel-send")]
public sealed class SendCancelRoute(ChangeEvent change, ManageRoute manage, CancelRoute form) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<EventId>("event");
        var cancelled = await change.Cancel(id, turn.Kept(data.Text("reason", EventPlan.MostLine)), turn.By, stop);
        return cancelled.Refusal is { } refusal ? Reply.Refused(refusal) : await manage.Of(id, turn, turn.Say["Events.CancelTold"], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => form.Run(data, turn, stop);
}

/// <summary>Throws a draft away.</summary>
[Verb("event/discard")]
public sealed class DiscardRoute(CopyEvent copy) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        await copy.Discard(data.Id<EventId>("event"), turn.By, stop) is { } refusal
            ? Reply.Refused(refusal)
            : Reply.Card(HouseStyle.Card(turn.Say.Language.Code, turn.Say["Events.Discarded"], [HouseStyle.Back(turn.Say["Words.Back"], "event/list", ("mine", "true"))]));
}

/// <summary>Who answered what, with the means to sign somebody up and to take somebody off.</summary>
[Verb("event/people")]
public sealed class EventPeopleRoute(CountEvent count) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Of(data.Id<EventId>("event"), data.Number("page") ?? 1, turn, null, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);

    internal async Task<Reply> Of(EventId id, int page, Turn turn, string? note, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        return (await count.Handle(id, turn.By, stop)).Match(numbers => Reply.Card(EventPeopleCard.For(numbers, page, turn.Reading, note)), Reply.Refused);
    }
}

[Verb("event/add")]
public sealed class AddPersonRoute(SignUp signUp, EventPeopleRoute people) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<EventId>("event");
        var added = await signUp.Other(id, turn.By, data.Text("email", 254), data.Word<Seat>("seat"), stop);
        return added.Refusal is { } refusal ? Reply.Refused(refusal) : await people.Of(id, 1, turn, turn.Say["Events.PersonAdded"], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => people.Show(data, turn, stop);
}

[Verb("event/remove")]
public sealed class RemovePersonRoute(SignUp signUp, EventPeopleRoute people) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<EventId>("event");
        if (data.IdOrNone<RegistrationId>("who") is not { } who) return Reply.Text(turn.Say["Events.ChoosePerson"]);
        var removed = await signUp.Remove(id, turn.By, who, stop);
        return removed.Refusal is { } refusal ? Reply.Refused(refusal) : await people.Of(id, 1, turn, turn.Say["Events.PersonRemoved"], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => people.Show(data, turn, stop);
}
