using InnovationBot.Cards;
using InnovationBot.Conversation.People.Profile;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.Settings;

namespace InnovationBot.Conversation.Settings;

/// <summary>Where people of each organisation turn about wrongdoing or danger.</summary>
public static class SafetyCard
{
    /// <param name="organisations">Choices that stand in the card.</param>
    /// <param name="channel">What was written and not taken.</param>
    public static AdaptiveCard For(SettingsView view, IReadOnlyList<OrganisationChoice> organisations, Reading reading, string channel = "")
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Settings.SafetyHeading"],
            [
                HouseStyle.Paragraph(say.Markdown("Settings.SafetyText")),
                .. view.Channels.Select(one => say.Labelled(one.Name, one.Channel)),
                Organisation(organisations, say["Settings.OrganisationLabel"], say),
                new TextInput { Id = "channel", Label = say["Settings.ChannelLabel"], ErrorMessage = say["Settings.NameError", ("most", ChangeSettings.LongestChannel)], MaxLength = ChangeSettings.LongestChannel, Value = channel.Length > 0 ? channel : null },
                HouseStyle.Subtle(say["Settings.ChannelHint"]),
                HouseStyle.StrongButton(say["Settings.Save"], "settings/safety-save"),
                SettingsCard.Back(reading),
            ]);
    }

    internal static ChoiceSetInput Organisation(IReadOnlyList<OrganisationChoice> organisations, string label, Say say) => new()
    {
        Id = "organisation", Label = label, ErrorMessage = say["Words.ChooseOne"], Style = ChoiceSetStyle.Filtered, ChoicesData = new DataQuery(OrganisationTypeahead.Dataset),
        Choices = organisations.Count == 0 ? [new Choice("–", "")] : [.. organisations.Select(one => new Choice(one.Name, one.Id.ToString()))],
    };
}

/// <summary>Who takes what nobody else could answer.</summary>
public static class DesksCard
{
    public static AdaptiveCard For(SettingsView view, IReadOnlyList<OrganisationChoice> organisations, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        foreach (var desk in view.Desks)
        {
            body.Add(say.Labelled(Of(desk, say), desk.Person));
            if (desk.Email is { Length: > 0 } email) body.Add(HouseStyle.Email(email));
        }

        if (view.Desks.Count == 0) body.Add(HouseStyle.Subtle(say["Settings.DesksNone"]));
        else
        {
            body.Add(new ChoiceSetInput
            {
                Id = "desk", Label = say["Settings.DeskRemoveLabel"], ErrorMessage = say["Words.ChooseOne"],
                Choices = [.. view.Desks.Select(desk => new Choice(say.Named(Of(desk, say), desk.Person), desk.Id.ToString()))],
            });
            body.Add(HouseStyle.Button(say["Settings.DeskRemove"], "settings/desk-remove"));
        }

        body.Add(new TextInput { Id = "email", Label = say["Settings.DeskEmailLabel"], ErrorMessage = say["Settings.DeskEmailError"], Style = TextInputStyle.Email, MaxLength = 200 });
        body.Add(SafetyCard.Organisation(organisations, say["Settings.DeskOrganisationLabel"], say));
        body.Add(new TextInput { Id = "country", Label = say["Settings.DeskCountryLabel"], ErrorMessage = say["Settings.OtherError"], MaxLength = 2 });
        body.Add(HouseStyle.Subtle(say["Settings.DeskHint"]));
        body.Add(HouseStyle.StrongButton(say["Settings.DeskAdd"], "settings/desk-add"));
        body.Add(SettingsCard.Back(reading));
        return HouseStyle.Card(say.Language.Code, say["Settings.DesksHeading"], body);
    }

    private static string Of(ShownDesk desk, Say say) => desk.Organisation ?? (desk.Country is { } country ? say.Country(country) : say["Settings.DeskNetwork"]);
}
