using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Mobility;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Profile;

namespace InnovationBot.Conversation.People.Mobility;

internal static class MobilityConversation
{
    public static RoutesBuilder AddMobility(this RoutesBuilder routes, NoticeKinds notices) => routes
        .Command<ChangedJobsCommand>("Commands.ChangedJobs")
        .Verb<MoveFormRoute>()
        .Verb<MoveRoute>()
        .Verb<StillThereRoute>()
        .Notice<StillThereRenderer>(notices, MobilityNotices.StillThere)
        .OrganiseRows<PlaceRows>()
        .Verb<ShowPlaceRoute>()
        .Verb<NameSuccessorRoute>()
        .Verb<SettlePlaceRoute>();
}

/// <summary>"I have changed jobs".</summary>
public sealed class ChangedJobsCommand(MoveFormRoute form) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => form.Run(default, turn, stop);
}

[Verb("move/form")]
public sealed class MoveFormRoute(ChangeJobs jobs, ListOrganisationChoices organisations) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => turn.Scope != Scope.Personal
        ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"])
        : await Draw(turn, null, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);

    internal async Task<Reply> Draw(Turn turn, ChangeJobs.Request? typed, CancellationToken stop)
    {
        var form = await jobs.Show(turn.By, stop);
        return form.Refusal is { } refusal ? Reply.Refused(refusal) : Reply.Card(MoveFormCard.For(form.Value, await organisations.Handle(turn.By, stop), turn.Reading, typed));
    }
}

[Verb("move/save")]
public sealed class MoveRoute(ChangeJobs jobs, MoveFormRoute form, ShowProfile profile) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => turn.Scope != Scope.Personal
        ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"])
        : (await jobs.Handle(Typed(data, turn), stop)).Match(moved => Reply.Card(MovedProfileCard.For(moved, turn.Reading)), Reply.Refused);

    /// <summary>After a refusal the form with what was typed; of a press that came twice, the profile as it is.</summary>
    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => turn.Repeats is null
        ? await form.Draw(turn, Typed(data, turn), stop)
        : (await profile.Handle(turn.By, stop)).Match(view => Reply.Card(Profile.ProfileCard.For(view, turn.Reading)), _ => Reply.Nothing);

    private static ChangeJobs.Request Typed(PressData data, Turn turn)
    {
        var organisation = data.Text("newOrganisation", OrganisationProposal.LongestName) is { Length: > 0 } named ? named : data.Text("organisation", OrganisationProposal.LongestName);
        return new ChangeJobs.Request(turn.By, organisation, data.Text("role", EditAbout.LongestRole), data.Text("successor", 320));
    }
}

/// <summary>"Yes, still there."</summary>
[Verb("place/yes")]
public sealed class StillThereRoute(ConfirmPlace confirm) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await confirm.Handle(turn.By, stop)).Match(organisation => Reply.Card(StillThereCard.Thanks(organisation, turn.Reading)), Reply.Refused);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await confirm.Asked(turn.By, stop)).Match(organisation => Reply.Card(StillThereCard.Thanks(organisation, turn.Reading)), _ => Reply.Nothing);
}

public sealed class StillThereRenderer(ConfirmPlace place) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        (await place.Asked(notice.RecipientId, stop)).Match(
            organisation => new NoticeMessage(StillThereCard.For(organisation, reading), reading.Say["Mobility.StillSummary"]), _ => null!);
}

[Verb("move/show")]
public sealed class ShowPlaceRoute(OfferEntryPoint places, OrganiseRoute organise) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await places.Show(data.Id<MoveId>("move"), turn.By, stop)).Match(place => Reply.Card(OpenPlaceCard.For(place, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => organise.Run(data, turn, stop);
}

/// <summary>An organiser names who could speak for the organisation.</summary>
[Verb("move/name")]
public sealed class NameSuccessorRoute(OfferEntryPoint places) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await places.Name(data.Id<MoveId>("move"), data.Text("email", 320), turn.By, stop)).Match(place => Reply.Card(OpenPlaceCard.For(place, turn.Reading)), Reply.Refused);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => data.IdOrNone<MoveId>("move") is { } id
        ? (await places.Show(id, turn.By, stop)).Match(place => Reply.Card(OpenPlaceCard.For(place, turn.Reading, data.Text("email", 320))), _ => Reply.Nothing)
        : Reply.Nothing;
}

/// <summary>Nobody for now.</summary>
[Verb("move/settle")]
public sealed class SettlePlaceRoute(OfferEntryPoint places, OrganiseRoute organise) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        await places.Settle(data.Id<MoveId>("move"), turn.By, stop) is { } refusal ? Reply.Refused(refusal) : await organise.Run(data, turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => organise.Run(data, turn, stop);
}
