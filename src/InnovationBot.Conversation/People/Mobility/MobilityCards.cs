using InnovationBot.Cards;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.People.Profile;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.People.Mobility;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Profile;

namespace InnovationBot.Conversation.People.Mobility;

/// <summary>"Still at the Ministry of Justice?", twice a year: one press either way.</summary>
public static class StillThereCard
{
    public static AdaptiveCard For(string organisation, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Mobility.StillHeading", ("organisation", organisation)],
            [
                HouseStyle.StrongButton(say["Mobility.StillYes"], "place/yes"),
                HouseStyle.Button(say["Mobility.Open"], "move/form"),
                HouseStyle.Subtle(say["Mobility.StillWhy"]),
            ]);
    }

    public static AdaptiveCard Thanks(string organisation, Reading reading) => HouseStyle.Card(
        reading.Say.Language.Code,
        reading.Say["Mobility.StillThanks", ("organisation", organisation)],
        [HouseStyle.Button(reading.Say["Mobility.Profile"], "profile/show")]);
}

/// <summary>"I have changed jobs": where to, as what, and who takes the place of an entry point.</summary>
public static class MoveFormCard
{
    /// <param name="organisations">Choices that stand in the card.</param>
    /// <param name="typed">What was typed before, when something of it was of no use.</param>
    public static AdaptiveCard For(MoveForm form, IReadOnlyList<OrganisationChoice> organisations, Reading reading, ChangeJobs.Request? typed = null)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        if (organisations.Count > 0)
        {
            body.Add(new ChoiceSetInput
            {
                Id = "organisation", Label = say["Mobility.NewLabel"], ErrorMessage = say["Profile.OrganisationError"], Style = ChoiceSetStyle.Filtered,
                ChoicesData = new DataQuery(OrganisationTypeahead.Dataset), Choices = [.. organisations.Select(one => new Choice(one.Name, one.Id.ToString()))],
                Chosen = typed is not null && organisations.Any(one => one.Id.ToString() == typed.Organisation) ? [typed.Organisation] : [],
            });
        }

        body.Add(new TextInput
        {
            Id = "newOrganisation", Label = say["Profile.NewOrganisationLabel"], ErrorMessage = say["Profile.OrganisationError"], MaxLength = OrganisationProposal.LongestName,
            Value = typed is not null && organisations.All(one => one.Id.ToString() != typed.Organisation) ? typed.Organisation : null,
        });
        body.Add(new TextInput { Id = "role", Label = say["Profile.RoleLabel"], ErrorMessage = say["Profile.RoleError"], MaxLength = EditAbout.LongestRole, Value = typed?.Role });
        if (form.IsEntryPoint)
        {
            body.Add(new TextInput
            {
                Id = "successor", Label = say["Mobility.SuccessorLabel", ("organisation", form.From ?? "")], ErrorMessage = say["Ambassadors.EmailError"], Style = TextInputStyle.Email, MaxLength = 320,
                Value = typed?.Successor,
            });
            body.Add(HouseStyle.Subtle(say["Mobility.SuccessorHint"]));
        }

        body.Add(HouseStyle.StrongButton(say["Mobility.Move"], "move/save"));
        body.Add(HouseStyle.Subtle(say["Mobility.Keeps"]));
        body.Add(HouseStyle.Back(say["Words.Back"], "profile/show"));
        return HouseStyle.Card(say.Language.Code, say["Mobility.Heading"], body);
    }
}

/// <summary>What the move brought with it.</summary>
public static class MovedProfileCard
{
    public static AdaptiveCard For(Moved moved, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>
        {
            HouseStyle.Paragraph(say.Markdown(moved.Confirmed ? "Mobility.MovedConfirmed" : "Mobility.MovedSays", ("organisation", moved.To))),
        };
        if (moved.PassedOn > 0) body.Add(HouseStyle.Paragraph(say.Count("Mobility.PassedOn", moved.PassedOn)));
        if (moved.Told > 0) body.Add(HouseStyle.Paragraph(say.Count("Mobility.Told", moved.Told)));
        if (moved.Successor is { } person) body.Add(HouseStyle.Paragraph(say.Markdown("Mobility.SuccessorAsked", ("person", person), ("organisation", moved.From ?? ""))));
        else if (moved.IsPlaceOpen) body.Add(HouseStyle.Paragraph(say.Markdown("Mobility.SuccessorOpen", ("organisation", moved.From ?? ""))));
        body.Add(HouseStyle.Subtle(say["Mobility.Keeps"]));
        body.Add(HouseStyle.Button(say["Mobility.Profile"], "profile/show"));
        return HouseStyle.Card(say.Language.Code, say["Mobility.MovedHeading"], body);
    }
}

/// <summary>An organisation's place that waits for somebody, for organisers.</summary>
public static class OpenPlaceCard
{
    public static AdaptiveCard For(OpenPlace place, Reading reading, string email = "")
    {
        var say = reading.Say;
        CardData of = ("move", place.Move.Id.ToString());
        var body = new List<CardElement> { HouseStyle.Paragraph(say.Markdown("Mobility.PlaceText", ("organisation", place.Organisation), ("date", say.Date(place.Move.MovedAt, reading.Zone)))) };
        if (place.Asked is { } person) body.Add(HouseStyle.Subtle(say["Mobility.PlaceAsked", ("person", person)]));
        else if (place.Declined) body.Add(HouseStyle.Subtle(say["Mobility.PlaceDeclined"]));
        if (place.Move.WaitsForSuccessor)
        {
            body.Add(new TextInput
            {
                Id = "email", Label = say["Mobility.PlaceLabel", ("organisation", place.Organisation)], ErrorMessage = say["Ambassadors.EmailError"], IsRequired = true, Style = TextInputStyle.Email, MaxLength = 320,
                Value = email.Length > 0 ? email : null,
            });
            body.Add(HouseStyle.StrongButton(say["Ambassadors.OfferSend"], "move/name", of));
            body.Add(HouseStyle.Button(new ExecuteAction { Title = say["Mobility.PlaceNobody"], Verb = "move/settle", Data = of, AssociatedInputs = AssociatedInputs.None }));
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "organise/show"));
        return HouseStyle.Card(say.Language.Code, say["Mobility.PlaceHeading", ("organisation", place.Organisation)], body);
    }
}

/// <summary>Organisations whose entry point left.</summary>
public sealed class PlaceRows(OfferEntryPoint places) : IOrganiseRows
{
    public int Order => 7;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop)
    {
        var found = await places.Handle(turn.By, stop);
        return found.Refusal is not null || found.Value.Count == 0 ? [] : [For(found.Value, turn.Reading)];
    }

    internal static OrganiseSection For(IReadOnlyList<OpenPlace> open, Reading reading) => new(
        reading.Say["Mobility.Places", ("count", open.Count)],
        [.. open.Select(one => HouseStyle.RowLink(
            one.Organisation,
            one.Asked is { } person ? reading.Say["Mobility.PlaceAsked", ("person", person)] : reading.Say.Date(one.Move.MovedAt, reading.Zone),
            new ExecuteAction
            {
                Title = reading.Say["Problems.OpenNamed", ("title", one.Organisation)], Verb = "move/show", Data = ("move", one.Move.Id.ToString()), AssociatedInputs = AssociatedInputs.None,
            }))]);
}
