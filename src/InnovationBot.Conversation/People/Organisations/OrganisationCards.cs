using InnovationBot.Cards;
using InnovationBot.Conversation.People.Profile;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Organisations;

namespace InnovationBot.Conversation.People.Organisations;

/// <summary>Organisations by name, each opened in one press; those without anybody to ask are flagged.</summary>
public static class OrganisationsCard
{
    public static AdaptiveCard For(OrganisationList list, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>
        {
            new TextInput { Id = "text", Label = say["Organisations.SearchLabel"], ErrorMessage = say["Organisations.SearchLabel"], MaxLength = 100, Value = list.Text.Length > 0 ? list.Text : null },
            HouseStyle.Button(say["Organisations.Search"], "organisation/list"),
        };
        if (list.First.Count > 0) body.Add(HouseStyle.Rows([.. list.First.Select(one => Row(one, reading))]));
        if (list.Count > list.First.Count) body.Add(HouseStyle.Subtle(say.Count("Organisations.More", list.Count - list.First.Count)));
        body.Add(HouseStyle.StrongButton(say["Organisations.New"], "organisation/new"));
        body.Add(HouseStyle.Back(say["Words.Back"], "organise/show"));
        return HouseStyle.Card(say.Language.Code, say.Count("Organisations.Heading", list.Count), body);
    }

    internal static ColumnSet Row(OrganisationLine one, Reading reading) => HouseStyle.RowLink(
        one.Name, Line(one, reading.Say),
        new ExecuteAction { Title = reading.Say["Problems.OpenNamed", ("title", one.Name)], Verb = "organisation/show", Data = ("organisation", one.Id.ToString()), AssociatedInputs = AssociatedInputs.None });

    private static string Line(OrganisationLine one, Say say) => Showing.Join(
        say, say.Country(one.Country), say.Count("Organisations.Members", one.Members), one.Ambassadors > 0 ? say.Count("Organisations.Ambassadors", one.Ambassadors) : say["Organisations.NoAmbassador"]);
}

/// <summary>One organisation for organisers.</summary>
public static class OrganisationCard
{
    public static AdaptiveCard For(OrganisationView view, Reading reading, bool saved = false)
    {
        var (say, organisation) = (reading.Say, view.Organisation);
        CardData of = ("organisation", organisation.Id.ToString());
        var body = new List<CardElement>();
        if (saved) body.Add(new Container { Style = ContainerStyle.Accent, Items = [HouseStyle.Paragraph(say.Markdown("Settings.Saved"))] });
        body.Add(HouseStyle.Facts(
            (say["Organisations.FactKind"], Showing.Join(say, say.Kind(organisation.Kind), say.Country(organisation.Country))),
            (say["Organisations.FactParent"], view.Parent ?? say["Organisations.None"]),
            (say["Organisations.FactDomains"], organisation.Domains.Count > 0 ? string.Join(", ", organisation.Domains) : say["Organisations.None"]),
            (say["Organisations.FactContact"], view.Contact ?? say["Organisations.None"])));
        body.Add(HouseStyle.Subtle(Showing.Join(
            say, say.Count("Organisations.Members", view.Members), view.Ambassadors > 0 ? say.Count("Organisations.Ambassadors", view.Ambassadors) : say["Organisations.NoAmbassador"])));
        if (organisation.FormerKeys.Count > 0) body.Add(HouseStyle.Subtle(say["Organisations.AlsoKnown", ("keys", string.Join(", ", organisation.FormerKeys))]));
        body.Add(HouseStyle.StrongButton(say["Organisations.Edit"], "organisation/edit", of));
        body.Add(HouseStyle.Button(say["Organisations.Merge"], "organisation/merge-ask", of));
        body.Add(HouseStyle.Back(say["Words.Back"], "organisation/list"));
        return HouseStyle.Card(say.Language.Code, organisation.Name, body);
    }
}

/// <summary>What somebody wrote about an organisation.</summary>
public sealed record WrittenOrganisation(
    OrganisationId? Id, OrganisationProposalId? Proposal, string Name, Tier Tier, Sector Sector, string Country, string Parent, string Domains, string Website, string Contact)
{
    internal static WrittenOrganisation Read(PressData data) => new(
        data.IdOrNone<OrganisationId>("organisation"), data.IdOrNone<OrganisationProposalId>("proposal"), data.Text("name", 1000), data.Word<Tier>("tier") ?? Tier.Local,
        data.Word<Sector>("sector") ?? Sector.Public, data.Text("country", 20), data.Text("parent", 200), data.Text("domains", 2000), data.Text("website", 1000), data.Text("contact", 320));

    internal static WrittenOrganisation From(OrganisationView view) => new(
        view.Organisation.Id, null, view.Organisation.Name, view.Organisation.Tier, view.Organisation.Sector, view.Organisation.Country,
        view.Organisation.Parent?.ToString() ?? "", string.Join(", ", view.Organisation.Domains), view.Organisation.Website ?? "", view.ContactEmail ?? "");

    internal static WrittenOrganisation From(ProposalView view) => new(
        null, view.Proposal.Id, view.Proposal.Name, view.Kind?.Tier ?? Tier.Local, view.Kind?.Sector ?? Sector.Public, view.Country ?? "", "", "", "", "");

    internal static readonly WrittenOrganisation New = new(null, null, "", Tier.Local, Sector.Public, "", "", "", "", "");

    internal EditOrganisation.Request Request(MemberId by) => new(by, Id, Name, Tier, Sector, Country, Parent, Domains, Website, Contact, Proposal);
}

/// <summary>Makes or changes an organisation.</summary>
public static class OrganisationForm
{
    /// <param name="choices">Organisations to belong to that stand in the card.</param>
    public static AdaptiveCard For(WrittenOrganisation written, IReadOnlyList<OrganisationChoice> choices, Reading reading)
    {
        var say = reading.Say;
        var data = CardData.Of([.. new[] { ("organisation", written.Id?.ToString()), ("proposal", written.Proposal?.ToString()) }.Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!))]);
        return HouseStyle.Card(
            say.Language.Code,
            say[written.Id is null ? "Organisations.NewHeading" : "Organisations.EditHeading"],
            [
                Field("name", written.Name, OrganisationProposal.LongestName, say) with { IsRequired = true },
                Words("tier", written.Tier, say),
                Words("sector", written.Sector, say),
                new ChoiceSetInput
                {
                    Id = "country", Label = say["Settings.CountryLabel"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true,
                    Choices = CountryChoices.With(written.Country, say),
                    Chosen = written.Country.Length == 2 ? [written.Country] : [],
                },
                new ChoiceSetInput
                {
                    Id = "parent", Label = say["Organisations.ParentLabel"], ErrorMessage = say["Words.ChooseOne"], Style = ChoiceSetStyle.Filtered, ChoicesData = new DataQuery(OrganisationTypeahead.Dataset),
                    Choices = choices.Count == 0 ? [new Choice("–", "")] : [.. choices.Select(one => new Choice(one.Name, one.Id.ToString()))],
                    Chosen = choices.Any(one => one.Id.ToString() == written.Parent) ? [written.Parent] : [],
                },
                Field("domains", written.Domains, 1000, say),
                HouseStyle.Subtle(say["Organisations.DomainsHint"]),
                Field("contact", written.Contact, 320, say),
                Field("website", written.Website, 500, say),
                HouseStyle.StrongButton(say["Settings.Save"], "organisation/save", data),
                written.Id is { } id ? HouseStyle.Back(say["Words.Back"], "organisation/show", ("organisation", id.ToString())) : HouseStyle.Back(say["Words.Back"], "organisation/list"),
            ]);
    }

    private static TextInput Field(string id, string value, int most, Say say) =>
        new() { Id = id, Label = say[$"Organisations.Label_{id}"], ErrorMessage = say[$"Organisations.Error_{id}"], MaxLength = most, Value = value.Length > 0 ? value : null };

    private static ChoiceSetInput Words<TEnum>(string id, TEnum value, Say say) where TEnum : struct, Enum => new()
    {
        Id = id, Label = say[$"Organisations.Label_{id}"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true,
        Choices = [.. Enum.GetValues<TEnum>().Select(one => new Choice(say.Word(one), Vocabulary.Write(one)))], Chosen = [Vocabulary.Write(value)],
    };
}

/// <summary>Into which organisation a duplicate goes.</summary>
public static class MergeForm
{
    public static AdaptiveCard For(OrganisationView view, IReadOnlyList<OrganisationChoice> choices, Reading reading)
    {
        var say = reading.Say;
        CardData of = ("organisation", view.Organisation.Id.ToString());
        return HouseStyle.Card(
            say.Language.Code,
            say["Organisations.MergeHeading", ("organisation", view.Organisation.Name)],
            [
                HouseStyle.Paragraph(say.Markdown("Organisations.MergeText")),
                new ChoiceSetInput
                {
                    Id = "into", Label = say["Organisations.IntoLabel"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true, Style = ChoiceSetStyle.Filtered,
                    ChoicesData = new DataQuery(OrganisationTypeahead.Dataset), Choices = choices.Count == 0 ? [new Choice("–", "")] : [.. choices.Select(one => new Choice(one.Name, one.Id.ToString()))],
                },
                HouseStyle.Button(new ExecuteAction { Title = say["Organisations.MergeYes"], Verb = "organisation/merge", Data = of, Style = ActionStyle.Destructive }),
                HouseStyle.Back(say["Words.Back"], "organisation/show", of),
            ]);
    }
}

/// <summary>Somebody says to belong to an organisation: do they?</summary>
public static class ClaimCard
{
    internal static CardData Data(ClaimView view) => CardData.Of(("person", view.Person.ToString()), ("organisation", view.Organisation.ToString()));

    public static AdaptiveCard For(ClaimView view, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        if (view.Shown.Role is { Length: > 0 } role) body.Add(HouseStyle.Subtle(role));
        if (view.Email is { Length: > 0 } email) body.Add(HouseStyle.Email(email));
        if (view.Decided is { } yes) body.Add(HouseStyle.Paragraph(say.Markdown(yes ? "Organisations.Confirmed" : "Organisations.NotConfirmed")));
        else
        {
            if (view.IsOwn) body.Add(HouseStyle.Subtle(say["Ambassadors.OnlyOrganiser"]));
            body.Add(HouseStyle.StrongButton(say["Organisations.ClaimYes"], "organisation/confirm", Data(view)));
            body.Add(HouseStyle.Button(say["Organisations.ClaimNo"], "organisation/refuse", Data(view)));
            body.Add(HouseStyle.Subtle(say["Organisations.ClaimTold"]));
        }

        return HouseStyle.Card(say.Language.Code, say["Organisations.ClaimHeading", ("person", view.Shown.Name ?? ""), ("organisation", view.Name)], body);
    }
}

/// <summary>To whoever said where they work: confirmed, or not.</summary>
public static class MembershipCard
{
    public static AdaptiveCard For(string organisation, bool yes, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say[yes ? "Organisations.YoursHeading" : "Organisations.NotYoursHeading", ("organisation", organisation)],
            [HouseStyle.Paragraph(say.Markdown(yes ? "Organisations.YoursText" : "Organisations.NotYoursText")), HouseStyle.Button(say["Organisations.OpenProfile"], "profile/show")]);
    }
}

/// <summary>An organisation nobody knows: make it, say which it is, or say no.</summary>
public static class ProposalCard
{
    public static AdaptiveCard For(ProposalView view, IReadOnlyList<OrganisationChoice> choices, Reading reading)
    {
        var say = reading.Say;
        CardData of = ("proposal", view.Proposal.Id.ToString());
        return HouseStyle.Card(
            say.Language.Code,
            say["Organisations.ProposalHeading", ("organisation", view.Proposal.Name)],
            [
                HouseStyle.Subtle(Showing.Join(say, view.Person.Name, say.Date(view.Proposal.ProposedAt, reading.Zone))),
                HouseStyle.StrongButton(say["Organisations.Make"], "organisation/new", of),
                new ChoiceSetInput
                {
                    Id = "known", Label = say["Organisations.KnownLabel"], ErrorMessage = say["Words.ChooseOne"], Style = ChoiceSetStyle.Filtered, ChoicesData = new DataQuery(OrganisationTypeahead.Dataset),
                    Choices = choices.Count == 0 ? [new Choice("–", "")] : [.. choices.Select(one => new Choice(one.Name, one.Id.ToString()))],
                },
                HouseStyle.Button(say["Organisations.Known"], "organisation/known", of),
                HouseStyle.Button(new ExecuteAction { Title = say["Organisations.Unknown"], Verb = "organisation/unknown", Data = of, AssociatedInputs = AssociatedInputs.None }),
                HouseStyle.Back(say["Words.Back"], "organise/show"),
            ]);
    }
}
