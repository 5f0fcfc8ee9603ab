using InnovationBot.Cards;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Organisations;

namespace InnovationBot.Conversation.People.Organisations;

/// <summary>"organisations", for organisers.</summary>
public sealed class OrganisationsCommand(ListOrganisations list) : ICommand
{
    private const int MostWords = 6;

    /// <summary>For everybody else "organisations never answer our letters" is a problem told.</summary>
    public bool Takes(string argument, Turn turn) =>
        (turn.Sender.Has(Role.Organiser) || turn.Sender.Has(Role.Administrator)) && argument.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords;

    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal
            ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"])
            : (await list.Handle(turn.By, argument, stop)).Match(found => Reply.Card(OrganisationsCard.For(found, turn.Reading)), Reply.Refused);
}

[Verb("organisation/list")]
public sealed class ListOrganisationsRoute(OrganisationsCommand command) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => command.Run(data.Text("text", 100), turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => command.Run("", turn, stop);
}

[Verb("organisation/show")]
public sealed class ShowOrganisationRoute(ShowOrganisation show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<OrganisationId>("organisation"), turn.By, stop)).Match(view => Reply.Card(OrganisationCard.For(view, turn.Reading)), Reply.Refused);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<OrganisationId>("organisation"), turn.By, stop)).Match(view => Reply.Card(OrganisationCard.For(view, turn.Reading)), _ => Reply.Nothing);
}

/// <summary>The form of a new organisation, or of one that somebody proposed.</summary>
[Verb("organisation/new")]
public sealed class NewOrganisationRoute(ShowOrganisation show, ListOrganisations list, ListOrganisationChoices choices) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if ((await list.Handle(turn.By, "", stop)).Refusal is { } refusal) return Reply.Refused(refusal);
        var written = WrittenOrganisation.New;
        if (data.IdOrNone<OrganisationProposalId>("proposal") is { } proposal)
        {
            var found = await show.Proposal(proposal, turn.By, stop);
            if (found.Refusal is { } gone) return Reply.Refused(gone);
            written = WrittenOrganisation.From(found.Value);
        }

        return Reply.Card(OrganisationForm.For(written, await choices.Handle(turn.By, stop), turn.Reading));
    }
}

[Verb("organisation/edit")]
public sealed class EditOrganisationRoute(ShowOrganisation show, ListOrganisationChoices choices) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var found = await show.Handle(data.Id<OrganisationId>("organisation"), turn.By, stop);
        if (found.Refusal is { } refusal) return Reply.Refused(refusal);
        var stands = await choices.Handle(turn.By, stop);
        var parent = found.Value.Organisation.Parent is { } id && stands.All(one => one.Id != id) ? new OrganisationChoice(id, found.Value.Parent ?? "") : null;
        return Reply.Card(OrganisationForm.For(WrittenOrganisation.From(found.Value), parent is null ? stands : [parent, .. stands], turn.Reading));
    }
}

[Verb("organisation/save")]
public sealed class SaveOrganisationRoute(EditOrganisation edit, ListOrganisations list, ListOrganisationChoices choices) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await edit.Handle(WrittenOrganisation.Read(data).Request(turn.By), stop)).Match(view => Reply.Card(OrganisationCard.For(view, turn.Reading, saved: true)), Reply.Refused);

    /// <summary>What was refused stands there again as it was written.</summary>
    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await list.Handle(turn.By, "", stop)).Refusal is not null ? Reply.Nothing
        : Reply.Card(OrganisationForm.For(WrittenOrganisation.Read(data), await choices.Handle(turn.By, stop), turn.Reading));
}

[Verb("organisation/merge-ask")]
public sealed class MergeAskRoute(ShowOrganisation show, ListOrganisationChoices choices) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var found = await show.Handle(data.Id<OrganisationId>("organisation"), turn.By, stop);
        return found.Refusal is { } refusal ? Reply.Refused(refusal) : Reply.Card(MergeForm.For(found.Value, await choices.Handle(turn.By, stop), turn.Reading));
    }
}

[Verb("organisation/merge")]
public sealed class MergeRoute(MergeOrganisations merge, MergeAskRoute form) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await merge.Handle(data.Id<OrganisationId>("organisation"), data.Text("into", 200), turn.By, stop)).Match(view => Reply.Card(OrganisationCard.For(view, turn.Reading, saved: true)), Reply.Refused);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => await form.Run(data, turn, stop) is Reply.CardReply card ? card : Reply.Nothing;
}

/// <summary>A press on whether somebody belongs to an organisation.</summary>
public abstract class ClaimRoute(ConfirmMembership confirm) : IVerbRoute
{
    public abstract Task<Reply> Run(PressData data, Turn turn, CancellationToken stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await confirm.Show(data.Id<MemberId>("person"), data.Id<OrganisationId>("organisation"), turn.By, stop)).Match(view => Reply.Card(ClaimCard.For(view, turn.Reading)), _ => Reply.Nothing);

    protected async Task<Reply> Decide(bool yes, PressData data, Turn turn, CancellationToken stop) =>
        (await confirm.Handle(data.Id<MemberId>("person"), data.Id<OrganisationId>("organisation"), yes, turn.By, stop)).Match(view => Reply.Card(ClaimCard.For(view, turn.Reading)), Reply.Refused);
}

[Verb("organisation/claim")]
public sealed class ShowClaimRoute(ConfirmMembership confirm) : ClaimRoute(confirm)
{
    private readonly ConfirmMembership confirm = confirm;

    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await confirm.Show(data.Id<MemberId>("person"), data.Id<OrganisationId>("organisation"), turn.By, stop)).Match(view => Reply.Card(ClaimCard.For(view, turn.Reading)), Reply.Refused);
}

[Verb("organisation/confirm")]
public sealed class ConfirmClaimRoute(ConfirmMembership confirm) : ClaimRoute(confirm)
{
    public override Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Decide(yes: true, data, turn, stop);
}

[Verb("organisation/refuse")]
public sealed class RefuseClaimRoute(ConfirmMembership confirm) : ClaimRoute(confirm)
{
    public override Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Decide(yes: false, data, turn, stop);
}

[Verb("organisation/proposal")]
public sealed class ShowProposalRoute(ShowOrganisation show, ListOrganisationChoices choices) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var found = await show.Proposal(data.Id<OrganisationProposalId>("proposal"), turn.By, stop);
        return found.Refusal is { } refusal ? Reply.Refused(refusal) : Reply.Card(ProposalCard.For(found.Value, await choices.Handle(turn.By, stop), turn.Reading));
    }
}

[Verb("organisation/known")]
public sealed class KnownProposalRoute(DecideProposal decide, OrganiseRoute organise, ShowProposalRoute proposal) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        await decide.Handle(data.Id<OrganisationProposalId>("proposal"), data.Text("known", 200), turn.By, stop) is { } refusal ? Reply.Refused(refusal) : await organise.Run(data, turn, stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => await proposal.Run(data, turn, stop) is Reply.CardReply card ? card : Reply.Nothing;
}

[Verb("organisation/unknown")]
public sealed class UnknownProposalRoute(DecideProposal decide, OrganiseRoute organise) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        await decide.Handle(data.Id<OrganisationProposalId>("proposal"), null, turn.By, stop) is { } refusal ? Reply.Refused(refusal) : await organise.Run(data, turn, stop);
}

/// <summary>People who say an organisation, organisations nobody knows, and those without anybody to ask.</summary>
public sealed class OrganisationRows(ListOrganisations list) : IOrganiseRows
{
    public int Order => 6;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop)
    {
        var found = await list.Waiting(turn.By, stop);
        return found.Refusal is null ? For(found.Value, turn.Reading) : [];
    }

    internal static IReadOnlyList<OrganiseSection> For(OrganisationsWaiting waiting, Reading reading)
    {
        var say = reading.Say;
        OrganiseSection[] all =
        [
            new(say["Organisations.Claims", ("count", waiting.ClaimCount)], [.. waiting.Claims.Select(one => HouseStyle.RowLink(
                one.Shown.Name ?? "", say["Ambassadors.Says", ("organisation", one.Name)], Open(one.Shown.Name ?? "", "organisation/claim", ClaimCard.Data(one), reading)))]),
            new(say["Organisations.Proposals", ("count", waiting.ProposalCount)], [.. waiting.Proposals.Select(one => HouseStyle.RowLink(
                one.Name, say.Date(one.ProposedAt, reading.Zone), Open(one.Name, "organisation/proposal", ("proposal", one.Id.ToString()), reading)))]),
            new(say["Organisations.Bare", ("count", waiting.BareCount)], [.. waiting.Bare.Select(one => OrganisationsCard.Row(one, reading))]),
        ];
        return [.. all.Where(section => section.Rows.Count > 0)];
    }

    private static ExecuteAction Open(string name, string verb, CardData data, Reading reading) =>
        new() { Title = reading.Say["Problems.OpenNamed", ("title", name)], Verb = verb, Data = data, AssociatedInputs = AssociatedInputs.None };
}

/// <summary>To an organisation's contact point: somebody says to belong there.</summary>
public sealed class ClaimRenderer(ConfirmMembership confirm) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        if (!EntityId.TryRead<OrganisationId>(notice.Detail, out var organisation)) return null;
        return (await confirm.Show(EntityId.From<MemberId>(notice.Subject), organisation, notice.RecipientId, stop)).Match<NoticeMessage?>(
            view => view.Decided is null ? new NoticeMessage(ClaimCard.For(view, reading), reading.Say["Organisations.ClaimSummary"]) : null, _ => null);
    }
}

/// <summary>To whoever said where they work.</summary>
public sealed class MembershipRenderer(NetworkDb db) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        await db.OrganisationOf(EntityId.From<OrganisationId>(notice.Subject), stop) is { } organisation
            ? new NoticeMessage(MembershipCard.For(organisation.Name, notice.Detail == "yes", reading), reading.Say["Organisations.DecidedSummary"])
            : null;
}
