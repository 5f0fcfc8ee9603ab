using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Settings;

namespace InnovationBot.Conversation.Settings;

/// <summary>What of a network can be set, a row for each part.</summary>
public static class SettingsCard
{
    /// <param name="saved">Something was just changed.</param>
    public static AdaptiveCard For(SettingsView view, Reading reading, bool saved = false)
    {
        var (say, now) = (reading.Say, view.Settings);
        var body = new List<CardElement>();
        if (saved) body.Add(new Container { Style = ContainerStyle.Accent, Items = [HouseStyle.Paragraph(say.Markdown("Settings.Saved"))] });
        body.Add(HouseStyle.Rows(
            Row("identity", Showing.Join(say, now.Name, say.LanguageName(now.DefaultLanguage), now.DefaultZone), reading),
            Row("privacy", say["Settings.PrivacyLine"], reading),
            Row("limits", say["Settings.LimitsLine"], reading),
            Row("kept", say["Settings.KeptLine"], reading),
            Row("holidays", say["Settings.HolidaysLine"], reading),
            Row("safety", say.Count("Settings.SafetyCount", view.Channels.Count), reading),
            Row("desks", say.Count("Settings.DesksCount", view.Desks.Count), reading)));
        body.Add(HouseStyle.Subtle(say["Settings.Logged"]));
        return HouseStyle.Card(say.Language.Code, now.Name is { } name ? say["Settings.HeadingNamed", ("name", name)] : say["Settings.Heading"], body);
    }

    internal static ActionSet Back(Reading reading, string verb = "settings/show") => HouseStyle.Back(reading.Say["Words.Back"], verb);

    private static ColumnSet Row(string part, string line, Reading reading) => HouseStyle.RowLink(
        reading.Say[$"Settings.Part_{part}"], line,
        new ExecuteAction { Title = reading.Say[$"Settings.Part_{part}"], Verb = $"settings/{part}", AssociatedInputs = AssociatedInputs.None });
}
