using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Profile;

namespace InnovationBot.Conversation.People.Profile;

/// <summary>A person's own profile: what is known, who sees it, and a way to change each part. Whoever has not joined is asked to.</summary>
public static class ProfileCard
{
    public static AdaptiveCard For(ProfileView view, Reading reading) =>
        view.Person.HasJoined ? Own(view, reading) : view.IsImport ? InvitedCard.For(view, reading) : JoinCard.For(reading);

    private static AdaptiveCard Own(ProfileView view, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        if (view.Person.StoppedAt is not null)
        {
            body.Add(new Container { Style = ContainerStyle.Accent, Items = [HouseStyle.Paragraph(say.Markdown("Profile.StoppedNote"))] });
            body.Add(HouseStyle.Button(say["Profile.HearAgain"], "profile/hear-again"));
        }

        body.Add(Facts(view, reading));
        body.Add(Section(say["Profile.TopicsHeading"]));
        body.AddRange(Lines([.. view.Person.Topics.Select(topic => Topic(view, topic, reading))], say["Profile.TopicsNone"]));
        body.Add(Section(say["Profile.OffersHeading"]));
        body.AddRange(Lines(view.Person.Offers, say["Profile.OffersNone"]));
        body.Add(Section(say["Profile.SeenHeading"]));
        body.Add(HouseStyle.Subtle(say[$"Profile.Seen_{Seen(view.Person)}"]));
        body.Add(HouseStyle.Button(say["Profile.EditAbout"], "profile/about"));
        if (view.Organisation is not null) body.Add(HouseStyle.Button(say["Mobility.Open"], "move/form"));
        body.Add(HouseStyle.Button(say["Profile.EditTopics"], "profile/topics"));
        body.Add(HouseStyle.Button(say["Profile.EditConsents"], "profile/consents"));
        body.Add(HouseStyle.Button(say["Profile.EditHours"], "profile/hours"));
        body.Add(HouseStyle.Button(say["CheckIns.HowOften"], "checkin/cadence"));
        body.Add(HouseStyle.Button(say[view.Person.Ambassador == AmbassadorState.Confirmed || view.ApplicationWaits ? "Profile.Ambassador" : "Profile.BecomeAmbassador"], "ambassador/show"));
        body.Add(HouseStyle.Button(say["Profile.Leave"], "profile/leave-ask"));
        return HouseStyle.Card(reading.Say.Language.Code, say["Profile.Heading"], body);
    }

    internal static ActionSet Back(Reading reading) => HouseStyle.Back(reading.Say["Words.Back"], "profile/show");

    internal static FactSet Facts(ProfileView view, Reading reading)
    {
        var (say, person) = (reading.Say, view.Person);
        return HouseStyle.Facts(
            (say["Profile.FactOrganisation"], Organisation(view, reading)),
            (say["Profile.FactRole"], person.Role ?? say["Profile.NotTold"]),
            (say["Profile.FactLanguages"], say.LanguageNames(PersonAccess.TalksIn(person))));
    }

    private static string Organisation(ProfileView view, Reading reading)
    {
        var say = reading.Say;
        return view.Proposed is { } proposed ? say["Profile.Proposed", ("organisation", proposed)]
            : view.Organisation is not { } organisation ? say["Profile.NotTold"]
            : view.Person.OrganisationConfirmed ? organisation.Name
            : say["Profile.Says", ("organisation", organisation.Name)];
    }

    /// <summary>"Queues at the counter · shown by: Phone first".</summary>
    private static string Topic(ProfileView view, string topic, Reading reading)
    {
        var say = reading.Say;
        var evidence = view.EvidenceOf(topic);
        var shown = evidence switch
        {
            { Case: { } id } => view.Cases.FirstOrDefault(one => one.Id == id) is { } known ? say["Profile.TopicCase", ("title", known.Title)] : null,
            { Years: { } years } => say.Count("Profile.TopicYears", years),
            _ => null,
        };
        return Words.Showing.Join(say, topic, shown);
    }

    private static TextBlock Section(string text) => new(Markdown.Escape(text)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium };

    internal static IEnumerable<CardElement> Lines(IReadOnlyList<string> lines, string none) =>
        lines.Count == 0 ? [HouseStyle.Subtle(none)] : lines.Select(line => new RichTextBlock { Spacing = Spacing.Small, Inlines = [new TextRun("· " + line)] });

    private static string Seen(Member person) =>
        person.Has(Consent.Findable) && person.Has(Consent.Contactable) ? Vocabulary.Write(person.Visibility) : "hidden";
}

/// <summary>What joining is, and the two purposes that most join for, each with a tick of its own.</summary>
public static class JoinCard
{
    public static AdaptiveCard For(Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            reading.Say.Language.Code,
            say["Profile.JoinHeading"],
            [HouseStyle.Paragraph(say.Markdown("Profile.JoinText")), .. Ticks(reading), HouseStyle.StrongButton(say["Profile.Join"], "profile/join")]);
    }

    internal static IEnumerable<CardElement> Ticks(Reading reading) =>

    [
        Tick("findable", reading.Say["Profile.JoinFindable"], reading.Say["Profile.JoinFindableTick"], reading),
        Tick("contactable", reading.Say["Profile.JoinContactable"], reading.Say["Profile.JoinContactableTick"], reading),
    ];

    private static ToggleInput Tick(string id, string label, string title, Reading reading) => new()
    {
        Id = id, Label = label, Title = title, ErrorMessage = reading.Say["Profile.Tick"],
    };
}

/// <summary>To somebody an organiser entered: who told what about them, what is shown (nothing), and yes or no.</summary>
public static class InvitedCard
{
    public static AdaptiveCard For(ProfileView view, Reading reading)
    {
        var (say, person) = (reading.Say, view.Person);
        var body = new List<CardElement>
        {
            HouseStyle.Paragraph(say.Markdown(
                "Profile.InvitedText", ("date", say.Date(person.CreatedAt, reading.Zone)), ("due", say.Date(person.AnswerDue ?? person.CreatedAt, reading.Zone)))),
            ProfileCard.Facts(view, reading),
        };
        if (person.Topics.Count > 0) body.Add(say.Labelled(say["Profile.FactTopics"], string.Join("; ", person.Topics)));
        if (person.Offers.Count > 0) body.Add(say.Labelled(say["Profile.FactOffers"], string.Join("; ", person.Offers)));
        if (person.Ambassador == AmbassadorState.Applied) body.Add(HouseStyle.Subtle(say["Profile.InvitedAmbassador", ("cap", person.MonthlyCap)]));
        body.AddRange(JoinCard.Ticks(reading));
        body.Add(HouseStyle.StrongButton(say["Profile.InvitedYes"], "profile/join"));
        body.Add(HouseStyle.Button(say["Profile.InvitedNo"], "profile/decline"));
        return HouseStyle.Card(reading.Say.Language.Code, say["Profile.InvitedHeading"], body);
    }
}
