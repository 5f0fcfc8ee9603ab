using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.Settings;

namespace InnovationBot.Conversation.People;

/// <summary>
/// The second layer of first contact: who is responsible, what is kept for how long and why, who sees it, who else handles it, and what
/// anybody can do about it. What differs from network to network comes from the settings.
/// </summary>
public static class PrivacyCard
{
    /// <param name="backTo">The answer it was opened from.</param>
    public static AdaptiveCard For(NetworkSettings now, Reading reading, ProblemId? backTo = null)
    {
        var say = reading.Say;
        var body = new List<CardElement> { HouseStyle.Paragraph(say.Markdown("Privacy.Assistant")) };
        body.AddRange(Part("Controller", now.Controller ?? say["Privacy.NotNamed"], say));
        body.AddRange(Part("Officer", now.DataProtectionOfficer ?? say["Privacy.NotNamed"], say));
        body.AddRange(Part("Seen", say["Privacy.SeenText"], say));
        body.Add(Heading("Purposes", say));
        body.Add(HouseStyle.Facts([.. PurposeTable.Rows(say)]));
        body.Add(Heading("KeptFor", say));
        body.Add(HouseStyle.Facts([.. Enum.GetValues<Kept>().Select(kind => (say[$"Settings.Kept_{Vocabulary.Write(kind)}"], say.Count("Privacy.Days", (long)now[kind].TotalDays)))]));
        body.AddRange(Part("Processors", now.Processors ?? say["Privacy.NotNamed"], say));
        body.AddRange(Part("Access", now.PublicAccess ?? say["Privacy.AccessText"], say));
        body.Add(Heading("Rights", say));
        body.Add(HouseStyle.Paragraph(say.Markdown("Privacy.RightsText")));
        if (CardUrl.TryParse(now.Privacy?.AbsoluteUri, out var privacy)) body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["People.PrivacyLink"], Url = privacy }));
        if (CardUrl.TryParse(now.Terms?.AbsoluteUri, out var terms)) body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["People.TermsLink"], Url = terms }));
        body.Add(backTo is { } problem ? HouseStyle.Back(say["Words.Back"], "problem/show", ("problem", problem.ToString())) : HouseStyle.Back(say["Words.Back"], "help/show"));
        return HouseStyle.Card(say.Language.Code, say["Privacy.Heading"], body);
    }

    private static TextBlock Heading(string part, Say say) => new(Markdown.Escape(say[$"Privacy.{part}"])) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium };

    private static IEnumerable<CardElement> Part(string part, string text, Say say) => [Heading(part, say), .. HouseStyle.Lines(text)];
}

/// <summary>Each purpose with what it is unless changed and its ground in law: one table for the profile, the long text and the assessment.</summary>
public static class PurposeTable
{
    /// <summary>Questions and introductions that somebody asks for are the network's task itself; the rest is a choice.</summary>
    public static IEnumerable<(string Purpose, string Ground)> Rows(Say say) =>
    [
        (say["Privacy.Task"], say["Privacy.GroundTask"]),
        .. ConsentDefaults.All.Select(one => (
            say[$"Privacy.Purpose_{Vocabulary.Write(one.Purpose)}"],
            Ground(one.Purpose, say))),
    ];

    /// <summary>What the purpose is unless changed, and its ground.</summary>
    public static string Ground(Consent purpose, Say say) =>
        say[ConsentDefaults.Given.Contains(purpose) ? "Privacy.GroundTaskChoice" : "Privacy.GroundConsent"];
}
