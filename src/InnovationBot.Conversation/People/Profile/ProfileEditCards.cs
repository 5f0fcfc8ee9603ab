using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.Time;

namespace InnovationBot.Conversation.People.Profile;

/// <summary>Organisation, role, languages.</summary>
public static class AboutCard
{
    /// <param name="organisations">Choices that stand in the card.</param>
    public static AdaptiveCard For(ProfileView view, IReadOnlyList<OrganisationChoice> organisations, Reading reading)
    {
        var (say, person) = (reading.Say, view.Person);
        return HouseStyle.Card(
            reading.Say.Language.Code,
            say["Profile.AboutHeading"],
            [
                .. organisations.Count == 0 ? Array.Empty<CardElement>() :
                [
                    new ChoiceSetInput
                    {
                        Id = "organisation",
                        Label = say["Profile.OrganisationLabel"],
                        ErrorMessage = say["Profile.OrganisationError"],
                        Style = ChoiceSetStyle.Filtered,
                        ChoicesData = new DataQuery(OrganisationTypeahead.Dataset),
                        Choices = [.. organisations.Select(one => new Choice(one.Name, one.Id.ToString()))],
                        Chosen = person.OrganisationId is { } own && organisations.Any(one => one.Id == own) ? [own.ToString()] : [],
                    },
                ],
                new TextInput { Id = "newOrganisation", Label = say["Profile.NewOrganisationLabel"], ErrorMessage = say["Profile.OrganisationError"], MaxLength = 200 },
                HouseStyle.Subtle(say["Profile.OrganisationHint"]),
                new TextInput
                {
                    Id = "role", Label = say["Profile.RoleLabel"], ErrorMessage = say["Profile.RoleError"], MaxLength = EditAbout.LongestRole, Value = person.Role,
                },
                new ChoiceSetInput
                {
                    Id = "languages",
                    Label = say["Profile.LanguagesLabel"],
                    ErrorMessage = say["Profile.LanguagesError"],
                    IsMultiSelect = true,
                    Choices = [.. Language.Spoken.Union(PersonAccess.TalksIn(person)).Select(language => new Choice(say.LanguageName(language), language.Code))],
                    Chosen = [.. PersonAccess.TalksIn(person).Select(language => language.Code)],
                },
                HouseStyle.StrongButton(say["Profile.Save"], "profile/about-save"),
                ProfileCard.Back(reading),
            ]);
    }
}

/// <summary>Problems handled, what bears them out, and what somebody can help with.</summary>
public static class TopicsCard
{
    public static AdaptiveCard For(ProfileView view, Reading reading)
    {
        var (say, person) = (reading.Say, view.Person);
        var body = new List<CardElement>();
        var there = person.Topics.Concat(person.Offers).ToList();
        if (there.Count > 0)
        {
            body.Add(new ChoiceSetInput
            {
                Id = "remove",
                Label = say["Profile.RemoveLabel"],
                ErrorMessage = say["Profile.RemoveError"],
                Style = ChoiceSetStyle.Expanded,
                Choices = [.. there.Distinct().Select(text => new Choice(text, TopicKey.Of(text)))],
            });
            body.Add(HouseStyle.Button(say["Profile.Remove"], "profile/topic-remove"));
        }

        body.Add(new TextInput
        {
            Id = "topic", Label = say["Profile.TopicLabel"], ErrorMessage = say["Profile.TopicError"], Placeholder = say["Profile.TopicPlaceholder"],
            MaxLength = EditTopics.Longest,
        });
        if (view.Cases.Count > 0)
        {
            body.Add(new ChoiceSetInput
            {
                Id = "case", Label = say["Profile.EvidenceLabel"], ErrorMessage = say["Profile.EvidenceError"],
                Choices = [.. view.Cases.Select(one => new Choice(one.Title, one.Id.ToString()))],
            });
        }

        body.Add(new NumberInput { Id = "years", Label = say["Profile.YearsLabel"], ErrorMessage = say["Profile.YearsError"], Min = 1, Max = EditTopics.MostYears });
        body.Add(HouseStyle.Button(say["Profile.TopicAdd"], "profile/topic-add"));
        body.Add(new TextInput
        {
            Id = "offer", Label = say["Profile.OfferLabel"], ErrorMessage = say["Profile.TopicError"], Placeholder = say["Profile.OfferPlaceholder"],
            MaxLength = EditTopics.Longest,
        });
        body.Add(HouseStyle.Button(say["Profile.OfferAdd"], "profile/offer-add"));
        body.Add(ProfileCard.Back(reading));
        return HouseStyle.Card(reading.Say.Language.Code, say["Profile.TopicsCardHeading"], body);
    }
}

/// <summary>Each purpose with what it does and one press to change it, and how the person is shown.</summary>
public static class ConsentsCard
{
    /// <summary>Purposes that anything uses; check-ins are agreed to where they are chosen.</summary>
    private static readonly Consent[] Purposes = [Consent.Findable, Consent.Contactable, Consent.CaseContact, Consent.Broadcasts];

    public static AdaptiveCard For(ProfileView view, Reading reading)
    {
        var (say, person) = (reading.Say, view.Person);
        return HouseStyle.Card(
            reading.Say.Language.Code,
            say["Profile.ConsentsHeading"],
            [
                .. Purposes.Select(purpose => Purpose(purpose, person.Has(purpose), reading)),
                new ChoiceSetInput
                {
                    Id = "visibility",
                    Label = say["Profile.VisibilityLabel"],
                    ErrorMessage = say["Profile.VisibilityError"],
                    Style = ChoiceSetStyle.Expanded,
                    Choices = [.. Enum.GetValues<Visibility>().Select(one => Vocabulary.Write(one)).Select(word => new Choice(say[$"Profile.Visibility_{word}"], word))],
                    Chosen = [Vocabulary.Write(person.Visibility)],
                },
                HouseStyle.Button(say["Profile.Save"], "profile/visibility"),
                ProfileCard.Back(reading),
            ]);
    }

    private static Container Purpose(Consent purpose, bool given, Reading reading)
    {
        var say = reading.Say;
        var word = Vocabulary.Write(purpose);
        return new Container
        {
            Spacing = Spacing.Medium,
            Items =
            [
                new RichTextBlock
                {
                    Inlines = [new TextRun(say[$"Profile.Consent_{word}"]) { Weight = TextWeight.Bolder }, new TextRun(say["Words.Separator"] + say[given ? "Profile.On" : "Profile.Off"])],
                },
                HouseStyle.Subtle(say[$"Profile.ConsentText_{word}"]),
                HouseStyle.Subtle(PurposeTable.Ground(purpose, say)),
                HouseStyle.Button(new ExecuteAction
                {
                    Title = say[given ? $"Profile.ConsentOff_{word}" : $"Profile.ConsentOn_{word}"],
                    Verb = "profile/consent",
                    Data = CardData.Of(("purpose", word), ("give", given ? "false" : "true")),
                    AssociatedInputs = AssociatedInputs.None,
                }),
            ],
        };
    }
}

/// <summary>Zone, country and hours.</summary>
public static class HoursCard
{
    public static AdaptiveCard For(ProfileView view, Reading reading)
    {
        var (say, person) = (reading.Say, view.Person);
        var hours = person.WorkingHours ?? WorkingHours.Usual;
        var zone = person.Zone ?? reading.Zone.Id;
        var country = person.Country ?? view.Organisation?.Country;
        return HouseStyle.Card(
            reading.Say.Language.Code,
            say["Profile.HoursHeading"],
            [
                HouseStyle.Paragraph(say.Markdown("Profile.HoursText")),
                new TimeInput { Id = "from", Label = say["Profile.FromLabel"], ErrorMessage = say["Profile.TimeError"], Value = hours.From },
                new TimeInput { Id = "to", Label = say["Profile.ToLabel"], ErrorMessage = say["Profile.TimeError"], Value = hours.To },
                new ChoiceSetInput
                {
                    Id = "zone", Label = say["Profile.ZoneLabel"], ErrorMessage = say["Profile.ZoneError"], Style = ChoiceSetStyle.Filtered,
                    Choices = ZoneChoices.With(zone), Chosen = [zone],
                },
                new ChoiceSetInput
                {
                    Id = "country", Label = say["Profile.CountryLabel"], ErrorMessage = say["Profile.CountryError"],
                    Choices = CountryChoices.With(country, say, view.HolidayCountries),
                    Chosen = country is null ? [] : [country],
                },
                HouseStyle.StrongButton(say["Profile.Save"], "profile/hours-save"),
                ProfileCard.Back(reading),
            ]);
    }
}

/// <summary>Names a topic in a card's data: choices come back as text and may hold no comma.</summary>
internal static class TopicKey
{
    public static string Of(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
