using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Events;

/// <summary>Opens the form for a new event, for organisers.</summary>
[Verb("event/new")]
public sealed class NewEventRoute(NetworkDb db) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Begin(new EventInput(), turn, stop);

    /// <summary>The form with what is known of the event already; nothing is stored before the first step is saved.</summary>
    internal async Task<Reply> Begin(EventInput known, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        if (await db.MemberOf(turn.By, stop) is not { } member || !EventAccess.MayOrganise(member)) return Reply.Refused(EventRefusals.OrganisersOnly);
        var begun = new EventFormView(null, EventStep.What, known with { Zone = turn.Zone.Id }, [], IsPublished: false);
        return Reply.Card(EventForm.For(begun, turn.Reading), turn.Say["Events.New"]);
    }
}

/// <summary>"new event".</summary>
public sealed class NewEventCommand(NewEventRoute route) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => route.Run(default, turn, stop);
}

/// <summary>Opens one step of the form of an event that is there.</summary>
[Verb("event/edit")]
public sealed class EditEventRoute(MakeEvent make) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await make.Written(data.Id<EventId>("event"), turn.By, stop)).Match(
            found => Reply.Card(
                EventForm.For(new(found.Event.Id, data.Word<EventStep>("step") ?? EventStep.What, found.Input, [], found.Event.Stage != EventStage.Draft), turn.Reading), turn.Say["Events.Edit"]),
            Reply.Refused);
}

/// <summary>Saves a step and goes on: to the next one, and at last to the preview.</summary>
[Verb("event/save")]
public sealed class SaveEventRoute(MakeEvent make, ChangeEvent change, ManageRoute manage) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var step = data.Word<EventStep>("step") ?? throw new BadInputException("step");
        if (data.IdOrNone<EventId>("event") is not { } id)
        {
            var first = Safe(EventFields.Read(new EventInput { Zone = turn.Zone.Id }, step, data, turn.Say), turn);
            var made = await make.Create(first, turn.By, publish: false, stop);
            return made.Refusal is { } refusal ? Reply.Refused(refusal)
                : Form(new(made.Event?.Id, made.Event is null ? step : step + 1, first, made.Faults, IsPublished: false), turn);
        }

        var written = await make.Written(id, turn.By, stop);
        if (written.Refusal is not null) return Reply.Refused(written.Refusal);
        var isPublished = written.Value.Event.Stage != EventStage.Draft;
        var input = Safe(EventFields.Read(written.Value.Input, step, data, turn.Say), turn);
        var changed = await change.Handle(id, input, turn.By, stop);
        if (changed.Refusal is { } why) return Reply.Refused(why);
        if (changed.Event is null) return Form(new(id, step, input, changed.Faults, isPublished), turn);
        if (!isPublished && step < EventStep.Who) return Form(new(id, step + 1, input, [], IsPublished: false), turn);
        return await manage.Finished(id, turn, turn.Say[isPublished ? "Events.ChangesSaved" : "Events.DraftSaved"], stop);
    }

    private static EventInput Safe(EventInput input, Turn turn) => input with
    {
        Title = Kept(input.Title, turn), Problem = Kept(input.Problem, turn), Agenda = Kept(input.Agenda, turn), Accessibility = Kept(input.Accessibility, turn),
    };

    private static string? Kept(string? text, Turn turn) => text is null ? null : turn.KeptForMany(text);

    private static Reply Form(EventFormView view, Turn turn) => Reply.Card(EventForm.For(view, turn.Reading), turn.Say[view.Event is null ? "Events.New" : "Events.Edit"]);
}

/// <summary>Shows a draft as others will see it, or publishes it.</summary>
[Verb("event/publish")]
public sealed class PublishRoute(MakeEvent make, ManageRoute manage) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<EventId>("event");
        var made = await make.Publish(id, turn.By, stop);
        if (made.Refusal is { } refusal) return Reply.Refused(refusal);
        if (made.Event is not null) return await manage.Of(id, turn, turn.Say["Events.Published"], stop);

        var written = await make.Written(id, turn.By, stop);
        if (written.Refusal is not null) return Reply.Refused(written.Refusal);
        var step = made.Faults[0].Field switch
        {
            "start" or "end" or "deadline" => EventStep.When,
            "audience" => EventStep.Who,
            _ => EventStep.What,
        };
        return Reply.Card(EventForm.For(new(id, step, written.Value.Input, made.Faults, IsPublished: false), turn.Reading));
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => manage.Run(data, turn, stop);
}

/// <summary>A draft as others will see it.</summary>
[Verb("event/preview")]
public sealed class PreviewRoute(ShowEvent show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<EventId>("event"), turn.By, stop)).Match(view => Reply.Card(Draw(view, turn)), Reply.Refused);

    private static AdaptiveCard Draw(EventView view, Turn turn)
    {
        var data = SignUpCard.Data(view.Event);
        List<CardElement> acts = [HouseStyle.Back(turn.Say["Words.Back"], "event/manage", data)];
        if (view.Event.Stage == EventStage.Draft) acts.Insert(0, HouseStyle.StrongButton(turn.Say["Events.Publish"], "event/publish", data));
        return SignUpCard.For(view with { State = EventState.Published, Own = null, SeesLink = false }, turn.Reading, turn.Say["Events.PreviewHint"], acts, isPreview: true);
    }
}
