using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>What stands in the fields of a form: what was stored, or what was typed and could not be taken.</summary>
/// <param name="Language">Two letters, or <see cref="BroadcastContent.AnyLanguage"/>.</param>
/// <param name="ChoosesLanguage">The language is a field of its own.</param>
public sealed record TextFields(string Language, bool ChoosesLanguage, string? Title, string? Text, string? About = null);

/// <summary>Title and text in one language; of a new story also the case.</summary>
public static class TextForm
{
    /// <param name="broadcast">None = it is begun with this form.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="fields">What stands in them.</param>
    /// <param name="subjects">For a new one: the cases or events it can be about.</param>
    /// <param name="reading">For whom.</param>
    public static AdaptiveCard For(Broadcast? broadcast, BroadcastKind kind, TextFields fields, IReadOnlyList<Choice> subjects, Reading reading)
    {
        var say = reading.Say;
        var isMessage = kind == BroadcastKind.Message;
        var body = new List<CardElement>();
        if (subjects.Count > 0)
        {
            body.Add(new ChoiceSetInput
            {
                Id = "about", Label = say[kind switch { BroadcastKind.Event => "Broadcasts.EventLabel", BroadcastKind.Award => "Broadcasts.AwardLabel", _ => "Broadcasts.CaseLabel" }], ErrorMessage = say["Words.ChooseOne"], IsRequired = true, Style = ChoiceSetStyle.Filtered,
                Choices = subjects, Chosen = fields.About is { Length: > 0 } chosen ? [chosen] : [],
            });
        }

        if (fields.ChoosesLanguage)
        {
            var written = broadcast?.Written.Languages ?? [];
            body.Add(new ChoiceSetInput
            {
                Id = "language", Label = say["Broadcasts.LanguageLabel"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true,
                Choices = [.. Language.Spoken.Except(written).Select(language => new Choice(say.LanguageName(language), language.Code))], Chosen = fields.Language.Length > 0 ? [fields.Language] : [],
            });
        }

        body.Add(new TextInput
        {
            Id = "title", Label = say[isMessage ? "Broadcasts.TitleLabel" : "Broadcasts.TitleOptional"], ErrorMessage = say["Broadcasts.TitleError"], IsRequired = isMessage,
            MaxLength = BroadcastRules.LongestTitle, Value = Kept(fields.Title),
        });
        body.Add(new TextInput
        {
            Id = "text", Label = say[isMessage ? "Broadcasts.TextLabel" : "Broadcasts.TextOptional"], ErrorMessage = say["Broadcasts.TextError"], IsRequired = isMessage, IsMultiline = true,
            MaxLength = BroadcastRules.LongestText, Value = Kept(fields.Text), Placeholder = say["Broadcasts.TextPlaceholder"],
        });
        body.Add(HouseStyle.StrongButton(say["Broadcasts.Save"], "broadcast/text-save", Data(broadcast, kind, fields)));
        if (broadcast?.StartedAt is not null) body.Add(HouseStyle.Subtle(say["Broadcasts.CorrectHint"]));
        body.Add(broadcast is null ? HouseStyle.Back(say["Words.Back"], "broadcast/list") : HouseStyle.Back(say["Words.Back"], "broadcast/open", OrganiserCard.Of(broadcast)));
        return HouseStyle.Card(say.Language.Code, say[$"Broadcasts.FormHeading_{Vocabulary.Write(kind)}"], body);
    }

    private static CardData Data(Broadcast? broadcast, BroadcastKind kind, TextFields fields)
    {
        var data = broadcast is null ? ("kind", Vocabulary.Write(kind)) : OrganiserCard.Of(broadcast);
        return fields.ChoosesLanguage ? data : data.With("in", fields.Language);
    }

    internal static string? Kept(string? value) => string.IsNullOrEmpty(value) ? null : value;
}

/// <summary>A picture and up to three buttons.</summary>
public static class ExtrasForm
{
    public static AdaptiveCard For(Broadcast broadcast, BroadcastContent content, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>
        {
            new TextInput
            {
                Id = "picture", Label = say["Broadcasts.PictureLabel"], ErrorMessage = say["Broadcasts.AddressError"], Style = TextInputStyle.Url, Placeholder = "https://",
                Value = TextForm.Kept(content.Picture),
            },
            HouseStyle.Subtle(say["Broadcasts.PictureHint"]),
            new TextInput
            {
                Id = "alt", Label = say["Broadcasts.AltLabel"], ErrorMessage = say["Broadcasts.TextError"], MaxLength = BroadcastRules.LongestAlt, Value = TextForm.Kept(content.Alt),
            },
        };
        for (var i = 0; i < BroadcastRules.MostButtons; i++)
        {
            var button = content.Buttons.ElementAtOrDefault(i);
            body.Add(new TextInput
            {
                Id = $"button{i + 1}", Label = say["Broadcasts.ButtonLabel", ("number", i + 1)], ErrorMessage = say["Broadcasts.TextError"], MaxLength = BroadcastRules.LongestButton,
                Value = TextForm.Kept(button?.Title),
            });
            body.Add(new TextInput
            {
                Id = $"address{i + 1}", Label = say["Broadcasts.ButtonAddress", ("number", i + 1)], ErrorMessage = say["Broadcasts.AddressError"], Style = TextInputStyle.Url,
                Placeholder = "https://", Value = TextForm.Kept(button?.Url),
            });
        }

        body.Add(HouseStyle.StrongButton(say["Broadcasts.Save"], "broadcast/extras-save", OrganiserCard.Of(broadcast)));
        body.Add(HouseStyle.Back(say["Words.Back"], "broadcast/open", OrganiserCard.Of(broadcast)));
        return HouseStyle.Card(say.Language.Code, say["Broadcasts.ExtrasHeading"], body);
    }
}

/// <summary>Now or at a time, and whether it is urgent.</summary>
public static class SendForm
{
    /// <param name="typed">What was typed and could not be taken.</param>
    public static AdaptiveCard For(BroadcastView view, SendFields typed, SendingPace pace, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        if (view.Audience is { } counts)
            body.Add(HouseStyle.Paragraph(say.Markdown(
                "Broadcasts.Reaches", ("people", OrganiserCard.Figure(counts.People, say)), ("reached", OrganiserCard.Figure(counts.Reachable, say)), ("time", pace.Words(counts.Reachable, say)))));
        if (view.Broadcast.HidesNumbers) body.Add(HouseStyle.Subtle(say["Broadcasts.FittingHidden"]));
        body.Add(HouseStyle.Subtle(say["Broadcasts.WhenHint"]));
        body.Add(new DateInput { Id = "date", Label = say["Broadcasts.DateLabel"], ErrorMessage = say["Broadcasts.DateError"], Value = typed.Date });
        body.Add(new TimeInput { Id = "time", Label = say["Broadcasts.TimeLabel"], ErrorMessage = say["Broadcasts.DateError"], Value = typed.Time });
        body.Add(new ToggleInput { Id = "urgent", Label = say["Broadcasts.UrgentLabel"], Title = say["Broadcasts.UrgentTick"], ErrorMessage = say["Broadcasts.UrgentLabel"], Ticked = typed.Urgent });
        body.Add(new TextInput
        {
            Id = "reason", Label = say["Broadcasts.ReasonLabel"], ErrorMessage = say["Broadcasts.TextError"], MaxLength = BroadcastRules.LongestReason, Value = TextForm.Kept(typed.Reason),
        });
        body.Add(HouseStyle.StrongButton(say["Broadcasts.SendIt"], "broadcast/send-confirm", OrganiserCard.Of(view.Broadcast)));
        body.Add(HouseStyle.Back(say["Words.Back"], "broadcast/open", OrganiserCard.Of(view.Broadcast)));
        return HouseStyle.Card(say.Language.Code, say["Broadcasts.SendHeading", ("title", OrganiserCard.Title(view, say))], body);
    }
}

/// <param name="Date">None = as soon as each reader works.</param>
public sealed record SendFields(DateOnly? Date, TimeOnly? Time, bool Urgent, string? Reason)
{
    /// <summary>On each reader's own clock; a date without a time means when their work begins.</summary>
    public SendAt? At => Date is { } date ? new SendAt(date.ToDateTime(Time ?? new TimeOnly(8, 0)), null) : null;
}
