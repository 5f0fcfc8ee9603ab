using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>"broadcasts": drafts and what was sent.</summary>
public sealed class BroadcastsCommand(ShowBroadcasts show) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => show.List(1, turn, stop);
}

/// <summary>Draws what an organiser sees of broadcasts.</summary>
public sealed class ShowBroadcasts(ListBroadcasts list, AudienceChoices choices, SendingPace pace)
{
    /// <param name="page">From 1.</param>
    public async Task<Reply> List(int page, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var found = await list.Handle(page, turn.By, stop);
        if (found.Refusal is not null) return Reply.Text(turn.Say["Broadcasts.OrganisersOnly"]);
        return Reply.Card(BroadcastListCard.For(found.Value, (await choices.Stories(stop)).Count > 0, (await choices.Events(stop)).Count > 0, turn.Reading, (await choices.Awards(stop)).Count > 0));
    }

    public Task<Reply> One(PressData data, Turn turn, CancellationToken stop) =>
        data.IdOrNone<BroadcastId>("broadcast") is { } id ? One(id, turn, stop) : List(1, turn, stop);

    public async Task<Reply> One(BroadcastId id, Turn turn, CancellationToken stop) => turn.Scope != Scope.Personal
        ? Reply.Nothing
        : (await list.Show(id, turn.By, counted: true, stop)).Match(view => Reply.Card(OrganiserCard.For(view, pace, turn.Reading)), Reply.Refused);

    /// <summary>Does one thing, in the organiser's own chat only, and shows the broadcast that came of it.</summary>
    public async Task<Reply> After(Func<Task<Result<Broadcast>>> act, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var done = await act();
        return done.Refusal is { } refusal ? Reply.Refused(refusal) : await One(done.Value.Id, turn, stop);
    }

    public async Task<Reply> Audience(BroadcastId id, Turn turn, CancellationToken stop) =>
        (await list.Show(id, turn.By, counted: true, stop)).Match(view => Reply.Card(AudienceCard.For(view, turn.Reading), turn.Say["Broadcasts.DialogTitle"]), Reply.Refused);

    /// <summary>A form is done: the broadcast as it now is. Where the form was a dialog, the next one can be too.</summary>
    public async Task<Reply> Finished(BroadcastId id, Turn turn, string said, CancellationToken stop)
    {
        var reading = turn.InDialog ? turn.Reading with { OpensDialogs = true } : turn.Reading;
        return (await list.Show(id, turn.By, counted: true, stop)).Match(view => Reply.Finished(OrganiserCard.For(view, pace, reading), said), Reply.Refused);
    }
}

[Verb("broadcast/list")]
public sealed class BroadcastListRoute(ShowBroadcasts show) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => show.List(data.Number("page") ?? 1, turn, stop);
}

/// <summary>A press on one broadcast: does one thing and shows it as it then is.</summary>
public abstract class BroadcastRoute(ShowBroadcasts show) : IVerbRoute
{
    protected ShowBroadcasts Shown { get; } = show;

    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        Shown.After(() => Act(data.Id<BroadcastId>("broadcast"), turn, stop), turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Shown.One(data, turn, stop);

    protected abstract Task<Result<Broadcast>> Act(BroadcastId id, Turn turn, CancellationToken stop);
}

[Verb("broadcast/open")]
public sealed class OpenBroadcastRoute(ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"]) : await show.One(data.Id<BroadcastId>("broadcast"), turn, stop);
}

[Verb("broadcast/approve")]
public sealed class ApproveRoute(PublishBroadcast publishing, ShowBroadcasts show) : BroadcastRoute(show)
{
    protected override Task<Result<Broadcast>> Act(BroadcastId id, Turn turn, CancellationToken stop) => publishing.Approve(id, turn.By, stop);
}

[Verb("broadcast/correction-approve")]
public sealed class ApproveCorrectionRoute(CorrectBroadcast correct, ShowBroadcasts show) : BroadcastRoute(show)
{
    protected override Task<Result<Broadcast>> Act(BroadcastId id, Turn turn, CancellationToken stop) => correct.Approve(id, turn.By, stop);
}

[Verb("broadcast/correction-drop")]
public sealed class DropCorrectionRoute(CorrectBroadcast correct, ShowBroadcasts show) : BroadcastRoute(show)
{
    protected override Task<Result<Broadcast>> Act(BroadcastId id, Turn turn, CancellationToken stop) => correct.Drop(id, turn.By, stop);
}

[Verb("broadcast/pause")]
public sealed class PauseBroadcastRoute(SteerBroadcast steer, ShowBroadcasts show) : BroadcastRoute(show)
{
    protected override Task<Result<Broadcast>> Act(BroadcastId id, Turn turn, CancellationToken stop) => steer.Pause(id, turn.By, stop);
}

[Verb("broadcast/resume")]
public sealed class ResumeBroadcastRoute(SteerBroadcast steer, ShowBroadcasts show) : BroadcastRoute(show)
{
    protected override Task<Result<Broadcast>> Act(BroadcastId id, Turn turn, CancellationToken stop) => steer.Resume(id, turn.By, stop);
}

[Verb("broadcast/cancel")]
public sealed class CancelBroadcastRoute(SteerBroadcast steer, ShowBroadcasts show) : BroadcastRoute(show)
{
    protected override Task<Result<Broadcast>> Act(BroadcastId id, Turn turn, CancellationToken stop) => steer.Cancel(id, turn.By, stop);
}

[Verb("broadcast/recall")]
public sealed class RecallBroadcastRoute(SteerBroadcast steer, ShowBroadcasts show) : BroadcastRoute(show)
{
    protected override Task<Result<Broadcast>> Act(BroadcastId id, Turn turn, CancellationToken stop) => steer.Recall(id, turn.By, stop);
}

[Verb("broadcast/failed-again")]
public sealed class FailedAgainRoute(SteerBroadcast steer, ShowBroadcasts show) : BroadcastRoute(show)
{
    protected override Task<Result<Broadcast>> Act(BroadcastId id, Turn turn, CancellationToken stop) => steer.SendAgain(id, turn.By, unknown: false, stop);
}

[Verb("broadcast/unknown-again")]
public sealed class UnknownAgainRoute(SteerBroadcast steer, ShowBroadcasts show) : BroadcastRoute(show)
{
    protected override Task<Result<Broadcast>> Act(BroadcastId id, Turn turn, CancellationToken stop) => steer.SendAgain(id, turn.By, unknown: true, stop);
}

[Verb("broadcast/duplicate")]
public sealed class DuplicateBroadcastRoute(ComposeBroadcast compose, ShowBroadcasts show) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        show.After(() => compose.Duplicate(data.Id<BroadcastId>("broadcast"), turn.By, stop), turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        turn.Repeats?.Subject is { } made ? show.One(new BroadcastId(made), turn, stop) : show.One(data, turn, stop);
}

[Verb("broadcast/delete")]
public sealed class DeleteBroadcastRoute(ComposeBroadcast compose, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        await compose.Delete(data.Id<BroadcastId>("broadcast"), turn.By, stop) is { } refusal ? Reply.Refused(refusal) : await show.List(1, turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.List(1, turn, stop);
}

/// <summary>The card as its readers will see it, as a message of its own.</summary>
[Verb("broadcast/preview")]
public sealed class PreviewRoute(PreviewBroadcast preview, ShowBroadcasts show) : BroadcastRoute(show)
{
    protected override Task<Result<Broadcast>> Act(BroadcastId id, Turn turn, CancellationToken stop) => preview.Handle(id, turn.By, stop);
}

/// <summary>Asks again before something that cannot be undone.</summary>
public abstract class SureRoute(ListBroadcasts list, SendingPace pace, ShowBroadcasts show, string act, string verb) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => turn.Scope != Scope.Personal
        ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"])
        : (await list.Show(data.Id<BroadcastId>("broadcast"), turn.By, counted: false, stop)).Match(view => Reply.Card(SureCard.For(view, act, verb, pace, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.One(data, turn, stop);
}

[Verb("broadcast/cancel-ask")]
public sealed class AskCancelRoute(ListBroadcasts list, SendingPace pace, ShowBroadcasts show) : SureRoute(list, pace, show, "Cancel", "broadcast/cancel");

[Verb("broadcast/recall-ask")]
public sealed class AskRecallRoute(ListBroadcasts list, SendingPace pace, ShowBroadcasts show) : SureRoute(list, pace, show, "Recall", "broadcast/recall");

[Verb("broadcast/unknown-ask")]
public sealed class AskUnknownRoute(ListBroadcasts list, SendingPace pace, ShowBroadcasts show) : SureRoute(list, pace, show, "Unknown", "broadcast/unknown-again");

[Verb("broadcast/people")]
public sealed class BroadcastPeopleRoute(ListBroadcasts list, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => turn.Scope != Scope.Personal
        ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"])
        : (await list.People(data.Id<BroadcastId>("broadcast"), turn.By, data.Number("page") ?? 1, stop)).Match(people => Reply.Card(BroadcastPeopleCard.For(people, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.One(data, turn, stop);
}
