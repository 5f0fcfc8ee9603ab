using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Profile;

namespace InnovationBot.Conversation.People.Profile;

/// <summary>"profile": shows it, or asks to join.</summary>
public sealed class ProfileCommand(ShowProfile show) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal
            ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"])
            : (await show.Handle(turn.By, stop)).Match(view => Reply.Card(ProfileCard.For(view, turn.Reading)), Reply.Refused);
}

/// <summary>A press on the own profile: changes one thing and shows the card it belongs to, as it then is.</summary>
public abstract class ProfileRoute(ShowProfile show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"]) : await Act(data, turn, stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Reply.Nothing : await (await show.Handle(turn.By, stop)).Match(view => Draw(view, turn, stop), _ => Task.FromResult(Reply.Nothing));

    protected abstract Task<Reply> Act(PressData data, Turn turn, CancellationToken stop);

    /// <summary>The card that the press was on; the whole profile for most.</summary>
    protected virtual Task<Reply> Draw(ProfileView view, Turn turn, CancellationToken stop) => Task.FromResult(Reply.Card(ProfileCard.For(view, turn.Reading)));

    protected Task<Reply> Draw(Result<ProfileView> result, Turn turn, CancellationToken stop) =>
        result.Match(view => Draw(view, turn, stop), refusal => Task.FromResult(Reply.Refused(refusal)));
}

[Verb("profile/show")]
public sealed class ShowProfileRoute(ShowProfile show) : ProfileRoute(show)
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Show(data, turn, stop);
}

[Verb("profile/join")]
public sealed class JoinRoute(JoinNetwork join, ShowProfile show) : ProfileRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        List<Consent> ticked = [];
        if (data.Flag("findable")) ticked.Add(Consent.Findable);
        if (data.Flag("contactable")) ticked.Add(Consent.Contactable);
        return await Draw(await join.Handle(turn.By, ticked, stop), turn, stop);
    }
}

/// <summary>Somebody imported says no: deleted at once.</summary>
[Verb("profile/decline")]
public sealed class DeclineInvitationRoute(DeclineInvitation decline, ShowProfile show) : ProfileRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var declined = await decline.Handle(turn.By, stop);
        return declined.Match(_ => ForgetRoute.Done(turn.Say["Profile.Declined"], turn.Say), Reply.Refused);
    }
}

/// <summary>Opens organisation, role and languages.</summary>
[Verb("profile/about")]
public sealed class AboutRoute(ListOrganisationChoices organisations, ShowProfile show) : ProfileRoute(show)
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Show(data, turn, stop);

    protected override async Task<Reply> Draw(ProfileView view, Turn turn, CancellationToken stop) => view.Person.HasJoined
        ? Reply.Card(AboutCard.For(view, await organisations.Handle(turn.By, stop), turn.Reading))
        : Reply.Card(ProfileCard.For(view, turn.Reading));
}

[Verb("profile/about-save")]
public sealed class SaveAboutRoute(EditAbout edit, ListOrganisationChoices organisations, ShowProfile show) : ProfileRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var languages = data.Choices("languages").Where(code => code.Length == 2).Select(code => new Language(code)).ToList();
        var organisation = data.Text("newOrganisation", 200) is { Length: > 0 } named ? named : data.Text("organisation", 200);
        var request = new EditAbout.Request(turn.By, organisation, data.Text("role", EditAbout.LongestRole), languages);
        return (await edit.Handle(request, stop)).Match(view => Reply.Card(ProfileCard.For(view, turn.Reading)), Reply.Refused);
    }

    protected override async Task<Reply> Draw(ProfileView view, Turn turn, CancellationToken stop) =>
        Reply.Card(AboutCard.For(view, await organisations.Handle(turn.By, stop), turn.Reading));
}

/// <summary>A press on the card of problems and help; the card stays, as it then is.</summary>
public abstract class TopicsRoute(ShowProfile show) : ProfileRoute(show)
{
    protected override Task<Reply> Draw(ProfileView view, Turn turn, CancellationToken stop) =>
        Task.FromResult(Reply.Card(view.Person.HasJoined ? TopicsCard.For(view, turn.Reading) : ProfileCard.For(view, turn.Reading)));
}

[Verb("profile/topics")]
public sealed class OpenTopicsRoute(ShowProfile show) : TopicsRoute(show)
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Show(data, turn, stop);
}

[Verb("profile/topic-add")]
public sealed class AddTopicRoute(EditTopics edit, ShowProfile show) : TopicsRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => await Draw(
        await edit.Add(turn.By, turn.Kept(data.Text("topic")), data.IdOrNone<CaseId>("case"), data.Number("years"), stop), turn, stop);
}

[Verb("profile/offer-add")]
public sealed class AddOfferRoute(EditTopics edit, ShowProfile show) : TopicsRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        await Draw(await edit.AddOffer(turn.By, turn.Kept(data.Text("offer")), stop), turn, stop);
}

[Verb("profile/topic-remove")]
public sealed class RemoveOwnTopicRoute(EditTopics edit, ShowProfile show) : TopicsRoute(show)
{
    private readonly ShowProfile show = show;

    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var key = data.Text("remove", 64);
        var there = (await show.Handle(turn.By, stop)).Match(view => view.Person.Topics.Concat(view.Person.Offers), _ => []);
        var named = there.FirstOrDefault(text => TopicKey.Of(text) == key);
        return named is null ? Reply.Text(turn.Say["Profile.RemoveError"]) : await Draw(await edit.Remove(turn.By, named, stop), turn, stop);
    }
}

/// <summary>A press on the card of purposes; the card stays, as it then is.</summary>
public abstract class ConsentsRoute(ShowProfile show) : ProfileRoute(show)
{
    protected override Task<Reply> Draw(ProfileView view, Turn turn, CancellationToken stop) =>
        Task.FromResult(Reply.Card(view.Person.HasJoined ? ConsentsCard.For(view, turn.Reading) : ProfileCard.For(view, turn.Reading)));
}

[Verb("profile/consents")]
public sealed class OpenConsentsRoute(ShowProfile show) : ConsentsRoute(show)
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Show(data, turn, stop);
}

[Verb("profile/consent")]
public sealed class ConsentRoute(SetConsent set, ShowProfile show) : ConsentsRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        await Draw(await set.Handle(turn.By, data.Word<Consent>("purpose") ?? throw new BadInputException("purpose"), data.Flag("give"), stop), turn, stop);
}

[Verb("profile/visibility")]
public sealed class VisibilityRoute(SetVisibility set, ShowProfile show) : ConsentsRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        await Draw(await set.Handle(turn.By, data.Word<Visibility>("visibility") ?? throw new BadInputException("visibility"), stop), turn, stop);
}
