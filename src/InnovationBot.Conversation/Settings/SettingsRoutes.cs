using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Privacy.Retention;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Settings;

namespace InnovationBot.Conversation.Settings;

/// <summary>"settings": how the network is set up, for administrators.</summary>
public sealed class SettingsCommand(ShowSettingsRoute route) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => route.Run(default, turn, stop);
}

/// <summary>A press on the settings; the use cases check who presses. What was refused is shown again as it was written.</summary>
public abstract class SettingsRoute(ShowSettings show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"]) : await Act(data, turn, stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Reply.Nothing
        : await (await show.Handle(turn.By, stop)).Match(async view => Reply.Card(await Draw(view, data, turn, stop)), _ => Task.FromResult(Reply.Nothing));

    /// <summary>Opens the card, unless something is to be changed first.</summary>
    protected virtual async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        await (await show.Handle(turn.By, stop)).Match(async view => Reply.Card(await Draw(view, data, turn, stop)), refusal => Task.FromResult(Reply.Refused(refusal)));

    protected abstract Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop);

    /// <summary>All of the settings, after one was changed.</summary>
    protected async Task<Reply> Saved(Result<NetworkSettings> changed, Turn turn, CancellationToken stop) =>
        changed.Refusal is { } refusal ? Reply.Refused(refusal)
        : (await show.Handle(turn.By, stop)).Match(view => Reply.Card(SettingsCard.For(view, turn.Reading, saved: true)), Reply.Refused);
}

[Verb("settings/show")]
public sealed class ShowSettingsRoute(ShowSettings show) : SettingsRoute(show)
{
    protected override Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) => Task.FromResult(SettingsCard.For(view, turn.Reading));
}

[Verb("settings/identity")]
public sealed class IdentityRoute(ShowSettings show) : SettingsRoute(show)
{
    protected override Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) =>
        Task.FromResult(IdentityForm.For(IdentityForm.Of(view.Settings), turn.Reading));
}

[Verb("settings/identity-save")]
public sealed class SaveIdentityRoute(ChangeSettings change, ShowSettings show) : SettingsRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => await Saved(await change.Set(IdentityForm.Read(data), turn.By, stop), turn, stop);

    protected override Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) =>
        Task.FromResult(IdentityForm.For(IdentityForm.Read(data), turn.Reading));
}

[Verb("settings/privacy")]
public sealed class ResponsibleRoute(ShowSettings show) : SettingsRoute(show)
{
    protected override Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) =>
        Task.FromResult(ResponsibleForm.For(ResponsibleForm.Of(view.Settings), turn.Reading));
}

[Verb("settings/privacy-save")]
public sealed class SaveResponsibleRoute(ChangeSettings change, ShowSettings show) : SettingsRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => await Saved(await change.Set(ResponsibleForm.Read(data), turn.By, stop), turn, stop);

    protected override Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) =>
        Task.FromResult(ResponsibleForm.For(ResponsibleForm.Read(data), turn.Reading));
}

[Verb("settings/limits")]
public sealed class LimitsRoute(ShowSettings show) : SettingsRoute(show)
{
    protected override Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) =>
        Task.FromResult(LimitsForm.For(LimitsForm.Of(view.Settings), turn.Reading));
}

[Verb("settings/limits-save")]
public sealed class SaveLimitsRoute(ChangeSettings change, ShowSettings show) : SettingsRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => await Saved(await change.Set(LimitsForm.Read(data), turn.By, stop), turn, stop);

    protected override Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) =>
        Task.FromResult(LimitsForm.For(LimitsForm.Read(data), turn.Reading));
}

[Verb("settings/kept")]
public sealed class KeptRoute(ShowSettings show) : SettingsRoute(show)
{
    protected override Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) =>
        Task.FromResult(KeptForm.For(KeptForm.Of(view.Settings), turn.Reading));
}

/// <summary>What would go at once with the days that stand in the form.</summary>
[Verb("settings/kept-preview")]
public sealed class PreviewKeptRoute(PreviewRetention preview, ShowSettings show) : SettingsRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        (await preview.Handle(KeptForm.Read(data), turn.By, stop)).Match(goes => Reply.Card(KeptForm.For(KeptForm.Read(data), turn.Reading, goes)), Reply.Refused);

    protected override Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) =>
        Task.FromResult(KeptForm.For(KeptForm.Read(data), turn.Reading));
}

[Verb("settings/kept-save")]
public sealed class SaveKeptRoute(ChangeSettings change, ShowSettings show) : SettingsRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => await Saved(await change.Set(KeptForm.Read(data), turn.By, stop), turn, stop);

    protected override Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) =>
        Task.FromResult(KeptForm.For(KeptForm.Read(data), turn.Reading));
}

[Verb("settings/holidays")]
public sealed class HolidaysRoute(ShowSettings show) : SettingsRoute(show)
{
    protected override Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) => Task.FromResult(HolidaysCard.For(view, turn.Reading));
}

/// <summary>Opens one country: chosen, or written as two letters.</summary>
[Verb("settings/country")]
public sealed class CountryRoute(ShowSettings show) : SettingsRoute(show)
{
    private readonly ShowSettings show = show;

    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var code = CountryForm.Code(data);
        if (!Countries.Has(code)) return Reply.Refused(PeopleRefusals.CountryUnknown);
        return (await show.Handle(turn.By, stop)).Match(
            view => Reply.Card(view.Settings.HolidayChangesOf(code) is { } set
                ? CountryForm.For(code, CountryForm.Text(set.Added), CountryForm.Text(set.Removed), view, turn.Reading)
                : CountryForm.For(code, "", "", view, turn.Reading)),
            Reply.Refused);
    }

    protected override Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) => Task.FromResult(HolidaysCard.For(view, turn.Reading));
}

[Verb("settings/country-save")]
public sealed class SaveCountryRoute(ChangeSettings change, ShowSettings show) : SettingsRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        await Saved(await change.SetHolidays(CountryForm.Code(data), data.Text("added", 2000), data.Text("removed", 2000), turn.By, stop), turn, stop);

    protected override Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) => Task.FromResult(
        CountryForm.Code(data) is { Length: 2 } code ? CountryForm.For(code, data.Text("added", 2000), data.Text("removed", 2000), view, turn.Reading) : HolidaysCard.For(view, turn.Reading));
}

[Verb("settings/safety")]
public sealed class SafetyRoute(ListOrganisationChoices organisations, ShowSettings show) : SettingsRoute(show)
{
    protected override async Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) =>
        SafetyCard.For(view, await organisations.Handle(turn.By, stop), turn.Reading, data.Text("channel", 2000));
}

[Verb("settings/safety-save")]
public sealed class SaveSafetyRoute(ChangeSettings change, ListOrganisationChoices organisations, ShowSettings show) : SettingsRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        await Saved(await change.SetSafetyChannel(data.Text("organisation", 200), data.Text("channel", 2000), turn.By, stop), turn, stop);

    protected override async Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) =>
        SafetyCard.For(view, await organisations.Handle(turn.By, stop), turn.Reading, data.Text("channel", 2000));
}

/// <summary>A press on the contact desks; the card stays, as it then is.</summary>
public abstract class DesksRoute(ListOrganisationChoices organisations, ShowSettings show) : SettingsRoute(show)
{
    protected override async Task<AdaptiveCard> Draw(SettingsView view, PressData data, Turn turn, CancellationToken stop) =>
        DesksCard.For(view, await organisations.Handle(turn.By, stop), turn.Reading);
}

[Verb("settings/desks")]
public sealed class OpenDesksRoute(ListOrganisationChoices organisations, ShowSettings show) : DesksRoute(organisations, show);

[Verb("settings/desk-add")]
public sealed class AddDeskRoute(GrantRole grant, ListOrganisationChoices organisations, ShowSettings show) : DesksRoute(organisations, show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var (organisation, country) = (data.Text("organisation", 200), data.Text("country", 20));
        var request = new GrantRole.Request(
            GrantedRole.ContactPoint, data.Text("email", 320), turn.By, organisation.Length > 0 ? organisation : null, organisation.Length == 0 && country.Length > 0 ? country : null);
        return (await grant.Handle(request, stop)).Refusal is { } refusal ? Reply.Refused(refusal) : await base.Act(data, turn, stop);
    }
}

[Verb("settings/desk-remove")]
public sealed class RemoveDeskRoute(RemoveDesk remove, ListOrganisationChoices organisations, ShowSettings show) : DesksRoute(organisations, show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        if (data.IdOrNone<ContactPointId>("desk") is not { } desk) return Reply.Text(turn.Say["Words.ChooseOne"]);
        return await remove.Handle(desk, turn.By, stop) is { } refusal ? Reply.Refused(refusal) : await base.Act(data, turn, stop);
    }
}
