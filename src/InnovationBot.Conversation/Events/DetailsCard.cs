using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.Events;

namespace InnovationBot.Conversation.Events;

/// <summary>All that is known of an event, in place of the card it was opened from.</summary>
public static class DetailsCard
{
    public static AdaptiveCard For(EventView view, Reading reading)
    {
        var (say, plan) = (reading.Say, view.Plan);
        var body = new List<CardElement> { SignUpCard.Head(view.Event, reading) };
        if (reading.WhenForReader(view.Event) is { } yours) body.Add(HouseStyle.Subtle(yours));
        if (view.Event.CancelReason is { } reason) body.Add(HouseStyle.Labelled(say["Events.WhyCancelled"], reason));
        if (SignUpCard.Problem(view, say) is { } problem) body.Add(problem);
        Add("Events.Agenda", plan.Agenda);
        Add("Events.Host", view.Host);
        Add("Events.SpokenLanguages", plan.Languages.Count > 0 ? say.LanguageNames(plan.Languages) : null);
        Add("Events.Accessibility", plan.Accessibility);
        Add("Events.Series", plan.Series);
        if (view.Runs || view.Own is { State: RegistrationState.Going or RegistrationState.Attended }) Add("Events.MaterialsHere", view.Event.Materials);
        if (plan.Deadline is not null && view.Event.ClosesAt is { } closes) Add("Events.Deadline", reading.Moment(closes));
        if (plan.FollowUp is { } day) Add("Events.FollowUp", say.Date(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), TimeZoneInfo.Utc));
        body.Add(HouseStyle.Back(say["Words.Back"], "event/show", SignUpCard.Data(view.Event)));
        return new AdaptiveCard { Lang = say.Language.Code, FallbackText = view.Event.Title, Speak = $"{view.Event.Title}. {say.When(view.Event)}", Body = body };

        void Add(string label, string? words)
        {
            if (string.IsNullOrWhiteSpace(words)) return;
            if (!words.Contains('\n', StringComparison.Ordinal))
            {
                body.Add(HouseStyle.Labelled(say[label], words));
                return;
            }

            body.Add(new TextBlock(Markdown.Escape(say[label])) { Weight = TextWeight.Bolder, Spacing = Spacing.Small });
            body.AddRange(HouseStyle.Lines(words));
        }
    }
}
