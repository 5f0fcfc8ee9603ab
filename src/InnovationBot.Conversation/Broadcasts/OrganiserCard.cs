using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>A broadcast as its organiser sees it, from the first draft to the last edit: what it says, whom it is for, how it stands, what can be done.</summary>
public static class OrganiserCard
{
    /// <summary>Smaller figures would point at single people; of an audience that small not even why is told, or an opt-out would have a name.</summary>
    private const int SmallestFigure = 5;

    private const int MostChannels = 8;

    /// <summary>Of a correction; the preview shows all of it.</summary>
    private const int LongestCorrection = 300;

    public static AdaptiveCard For(BroadcastView view, SendingPace pace, Reading reading)
    {
        var (say, broadcast) = (reading.Say, view.Broadcast);
        var title = Title(view, say);
        var body = new List<CardElement> { HouseStyle.Subtle(About(view, reading)) };
        if ((broadcast.Audience is not null && view.Fitting is null) || broadcast is { Audience: null, Channels.Count: 0 }) body.Add(HouseStyle.Labelled(say["Broadcasts.For"], AudienceWords.Of(broadcast.Audience, view.Names, say)));
        if (broadcast.Channels.Count > 0) body.Add(HouseStyle.Subtle(say.Count("Broadcasts.InChannels", broadcast.Channels.Count)));
        body.AddRange(view.Channels.Take(MostChannels).Select(channel => HouseStyle.Subtle(ChannelForm.Title(channel, say)) with { Spacing = Spacing.None }));
        if (broadcast is { Urgent: true, UrgentReason: { } reason }) body.Add(HouseStyle.Labelled(say["Broadcasts.UrgentBecause"], reason));
        body.AddRange(broadcast.HidesNumbers ? WithoutNumbers(view, say) : broadcast.IsDraft ? Before(view, pace, say) : After(view, pace, reading));
        if (broadcast is { IsDraft: true, ApprovalAskedAt: not null }) body.Add(HouseStyle.Subtle(say[view.IsAuthor ? "Broadcasts.WaitsForOther" : "Broadcasts.WaitsForYou"]));
        if (broadcast.Correction is { } correction) body.AddRange(Waiting(correction, view, say));
        body.AddRange(Buttons(view, reading));
        body.Add(HouseStyle.Back(say["Words.Back"], "broadcast/list"));
        return HouseStyle.Card(say.Language.Code, say[$"Broadcasts.Heading_{State(broadcast)}", ("title", title)], body);
    }

    /// <summary>A correction that waits for a second organiser: what cards would say instead.</summary>
    private static IEnumerable<CardElement> Waiting(BroadcastContent correction, BroadcastView view, Say say)
    {
        yield return HouseStyle.Paragraph(Markdown.Escape(say[view.WroteCorrection ? "Broadcasts.CorrectionWaits" : "Broadcasts.CorrectionWaitsForYou"])) with { Separator = true, Spacing = Spacing.Medium };
        if (correction.TitleFor(say.Language) is { } title) yield return HouseStyle.Labelled(say["Broadcasts.CorrectionTitle"], title);
        if (correction.TextFor(say.Language) is { } text) yield return HouseStyle.Labelled(say["Broadcasts.CorrectionText"], Words.Showing.Brief(text, LongestCorrection));
    }

    public static string Title(BroadcastView view, Say say) =>
        view.Broadcast.Content.TitleFor(say.Language) ?? view.AboutTitle ?? say[$"Broadcasts.Kind_{Vocabulary.Write(view.Broadcast.Kind)}"];

    internal static string State(Broadcast broadcast) =>
        broadcast.RecalledAt is not null ? "recalled" : broadcast.ApprovalAskedAt is not null && broadcast.IsDraft ? "waits" : Vocabulary.Write(broadcast.ShownState);

    private static string About(BroadcastView view, Reading reading)
    {
        var (say, broadcast) = (reading.Say, view.Broadcast);
        var kind = say[$"Broadcasts.Kind_{Vocabulary.Write(broadcast.Kind)}"];
        var languages = broadcast.Content.Languages.Count > 0 ? say.LanguageNames(broadcast.Content.Languages) : null;
        var when = broadcast switch
        {
            { At: { } at, StartedAt: null } => at.Offset is null
                ? say["Broadcasts.AtTheirs", ("time", LocalTime(at.Local, say))]
                : say["Broadcasts.At", ("time", LocalTime(TimeZoneInfo.ConvertTime(at.Begins, reading.Zone).DateTime, say))],
            { StartedAt: { } started } => say["Broadcasts.StartedAt", ("time", LocalTime(TimeZoneInfo.ConvertTime(started, reading.Zone).DateTime, say))],
            _ => null,
        };
        return Words.Showing.Join(say, kind, languages, when);
    }

    private static string LocalTime(DateTime local, Say say) => local.ToString("g", say.Culture);

    /// <summary>How many it reaches, whom not and why, how long it takes, and who has to agree.</summary>
    private static IEnumerable<CardElement> Before(BroadcastView view, SendingPace pace, Say say)
    {
        if (view.Audience is { } counts)
        {
            yield return HouseStyle.Paragraph(say.Markdown(
                "Broadcasts.Reaches", ("people", Figure(counts.People, say)), ("reached", Figure(counts.Reachable, say)), ("time", pace.Words(counts.Reachable, say))));
            if (counts.People >= SmallestFigure && Reasons(counts.Unreachable, say) is { Length: > 0 } reasons) yield return HouseStyle.Subtle(say["Broadcasts.NotReached", ("reasons", reasons)]);
            foreach (var line in WithoutOwnText(view.Broadcast.Content, counts, say)) yield return HouseStyle.Subtle(line);
        }
    }

    /// <summary>Of people whose problem fits no number is shown but a figure of many, before and after.</summary>
    private static IEnumerable<CardElement> WithoutNumbers(BroadcastView view, Say say)
    {
        if (view.Fitting is { } figure) yield return HouseStyle.Paragraph(Markdown.Escape(say["Broadcasts.FittingCount", ("figure", say.Figure(figure))]));
        yield return HouseStyle.Subtle(say["Broadcasts.FittingHidden"]);
        if (view.Broadcast is { StartedAt: not null, RecalledAt: null }) yield return HouseStyle.Subtle(say["Broadcasts.FittingSent"]);
    }

    private static IEnumerable<string> WithoutOwnText(BroadcastContent content, AudienceCounts counts, Say say)
    {
        if (content.Languages.Count == 0) yield break;
        foreach (var (language, people) in counts.Languages.OrderByDescending(one => one.Value))
            if (!content.Languages.Contains(language) && people >= SmallestFigure)
                yield return say["Broadcasts.NoTextIn", ("people", people), ("language", say.LanguageName(language))];
    }

    private static IEnumerable<CardElement> After(BroadcastView view, SendingPace pace, Reading reading)
    {
        var (say, broadcast, numbers) = (reading.Say, view.Broadcast, view.Numbers);
        yield return HouseStyle.Facts(
            (say["Broadcasts.Recipients"], Number(numbers.Recipients)), (say["Broadcasts.Queued"], Number(numbers.Queued)), (say["Broadcasts.Sent"], Number(numbers.Sent)),
            (say["Broadcasts.Failed"], Number(numbers.AllFailed)), (say["Broadcasts.Unknown"], Number(numbers.Unknown)));
        if (numbers.Recipients >= SmallestFigure && Reasons(numbers.Failed, say) is { Length: > 0 } reasons) yield return HouseStyle.Subtle(say["Broadcasts.FailedBecause", ("reasons", reasons)]);
        if (numbers.Answered > 0) yield return HouseStyle.Subtle(say["Broadcasts.Answered", ("people", Figure(numbers.Answered, say))]);
        if (numbers.Unknown > 0) yield return HouseStyle.Subtle(say["Broadcasts.UnknownHint"]);
        if (numbers.EditsLeft > 0)
            yield return HouseStyle.Subtle(say["Broadcasts.EditsLeft", ("left", numbers.EditsLeft), ("time", pace.Words(numbers.EditsLeft, say))]);
        else if (broadcast.Revision > 0) yield return HouseStyle.Subtle(say.Count("Broadcasts.EditsDone", numbers.EditsDone));
        if (broadcast.WasNobodyElse) yield return HouseStyle.Subtle(say["Broadcasts.NobodyElse"]);

        string Number(int count) => count.ToString("N0", say.Culture);
    }

    private static IEnumerable<CardElement> Buttons(BroadcastView view, Reading reading) => view.Broadcast.IsDraft ? OfDraft(view, reading) : UnderWay(view, reading);

    private static IEnumerable<CardElement> OfDraft(BroadcastView view, Reading reading)
    {
        var (say, broadcast, of) = (reading.Say, view.Broadcast, Of(view.Broadcast));
        var isAddressed = broadcast.Audience is not null || broadcast.Channels.Count > 0;
        var toWhom = reading.Form(say[broadcast.Audience is null ? "Broadcasts.ChooseAudience" : "Broadcasts.ChangeAudience"], "broadcast/audience", of);
        if (broadcast.ApprovalAskedAt is null && isAddressed) yield return HouseStyle.StrongButton(reading.Form(say["Broadcasts.Send"], "broadcast/send", of));
        if (broadcast.ApprovalAskedAt is not null && !view.IsAuthor) yield return HouseStyle.StrongButton(say["Broadcasts.Approve"], "broadcast/approve", of);
        yield return isAddressed ? HouseStyle.Button(toWhom) : HouseStyle.StrongButton(toWhom);
        yield return HouseStyle.Button(reading.Form(say["Broadcasts.Channels"], "broadcast/channels", of));
        foreach (var words in Written(broadcast, of, reading)) yield return words;
        yield return HouseStyle.Button(say["Broadcasts.Preview"], "broadcast/preview", of);
        yield return HouseStyle.Button(say["Broadcasts.Duplicate"], "broadcast/duplicate", of);
        yield return HouseStyle.Button(say["Broadcasts.Delete"], "broadcast/delete", of);
    }

    /// <summary>What steers the sending first; what changes the words behind one button.</summary>
    private static IEnumerable<CardElement> UnderWay(BroadcastView view, Reading reading)
    {
        var (say, broadcast, of) = (reading.Say, view.Broadcast, Of(view.Broadcast));
        var isSteered = !broadcast.HidesNumbers || broadcast.StartedAt is null;
        if (broadcast.Correction is not null)
        {
            if (!view.WroteCorrection) yield return HouseStyle.StrongButton(say["Broadcasts.ApproveCorrection"], "broadcast/correction-approve", of);
            yield return HouseStyle.Button(say["Broadcasts.Preview"], "broadcast/preview", of);
            yield return HouseStyle.Button(say["Broadcasts.DropCorrection"], "broadcast/correction-drop", of);
        }

        if (isSteered && broadcast.State == BroadcastState.Paused) yield return HouseStyle.StrongButton(say["Broadcasts.Resume"], "broadcast/resume", of);
        if (isSteered && broadcast.State is (BroadcastState.Approved or BroadcastState.Sending)) yield return HouseStyle.Button(say["Broadcasts.Pause"], "broadcast/pause", of);
        if (!broadcast.HidesNumbers) foreach (var look in Numbers(view, say, of)) yield return look;
        if (broadcast is { State: BroadcastState.Approved or BroadcastState.Sending or BroadcastState.Sent or BroadcastState.Paused, RecalledAt: null })
            yield return HouseStyle.Button(new ShowCardAction { Title = say["Broadcasts.ChangeWords"], Body = [.. Written(broadcast, of, reading)] });
        if (isSteered && broadcast.IsUnderWay) yield return HouseStyle.Button(say["Broadcasts.Cancel"], "broadcast/cancel-ask", of);
        if (broadcast is { StartedAt: not null, RecalledAt: null }) yield return HouseStyle.Button(say["Broadcasts.Recall"], "broadcast/recall-ask", of);
        yield return HouseStyle.Button(say["Broadcasts.Duplicate"], "broadcast/duplicate", of);
    }

    private static IEnumerable<CardElement> Numbers(BroadcastView view, Say say, CardData of)
    {
        yield return HouseStyle.Button(say["Broadcasts.Refresh"], "broadcast/open", of);
        if (view.Broadcast is { State: BroadcastState.Sending or BroadcastState.Sent or BroadcastState.Paused, RecalledAt: null })
        {
            if (view.Numbers.Failed.Any(one => one.Value > 0 && SteerBroadcast.CanMend(one.Key))) yield return HouseStyle.Button(say["Broadcasts.FailedAgain"], "broadcast/failed-again", of);
            if (view.Numbers.Unknown > 0) yield return HouseStyle.Button(say["Broadcasts.UnknownAgain"], "broadcast/unknown-ask", of);
        }

        if (view.Broadcast.StartedAt is not null) yield return HouseStyle.Button(say["Broadcasts.People"], "broadcast/people", of);
    }

    private static IEnumerable<CardElement> Written(Broadcast broadcast, CardData of, Reading reading)
    {
        var say = reading.Say;
        foreach (var language in broadcast.Written.Languages.DefaultIfEmpty(new Language(BroadcastContent.AnyLanguage)))
        {
            var name = language.Code == BroadcastContent.AnyLanguage || broadcast.Written.Languages.Count < 2
                ? say[broadcast.StartedAt is null ? "Broadcasts.ChangeText" : "Broadcasts.Correct"]
                : say["Broadcasts.TextIn", ("language", say.LanguageName(language))];
            yield return HouseStyle.Button(reading.Form(name, "broadcast/text", of.With("language", language.Code)));
        }

        if (broadcast.Written.Languages.Count is > 0 and var count && count < Language.Spoken.Count)
            yield return HouseStyle.Button(reading.Form(say["Broadcasts.AddLanguage"], "broadcast/text", of.With("language", "new")));
        yield return HouseStyle.Button(reading.Form(say["Broadcasts.Extras"], "broadcast/extras", of));
    }

    internal static CardData Of(Broadcast broadcast) => ("broadcast", broadcast.Id.ToString());

    internal static string Figure(int count, Say say) => count is > 0 and < SmallestFigure ? say["Broadcasts.FewerThan", ("number", SmallestFigure)] : count.ToString("N0", say.Culture);

    private static string Reasons(IReadOnlyDictionary<FailureReason, int> reasons, Say say) => string.Join(
        say["Words.Separator"], reasons.Where(one => one.Value > 0).OrderByDescending(one => one.Value)
            .Select(one => say.Named(say[$"Broadcasts.Reason_{Vocabulary.Write(one.Key)}"], Figure(one.Value, say))));
}

/// <summary>One press that cannot be undone is asked for twice.</summary>
public static class SureCard
{
    /// <param name="act">Cancel, Recall or Unknown: names the texts.</param>
    /// <param name="verb">What a yes does.</param>
    public static AdaptiveCard For(BroadcastView view, string act, string verb, SendingPace pace, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say[$"Broadcasts.Sure{act}", ("title", OrganiserCard.Title(view, say))],
            [
                view.Broadcast.HidesNumbers
                    ? HouseStyle.Paragraph(Markdown.Escape(say["Broadcasts.FittingHidden"]))
                    : HouseStyle.Paragraph(say.Markdown($"Broadcasts.Sure{act}Text", ("queued", view.Numbers.Queued), ("sent", view.Numbers.Sent), ("unknown", view.Numbers.Unknown), ("time", pace.Words(view.Numbers.Sent, say)))),
                HouseStyle.StrongButton(say[$"Broadcasts.Sure{act}Yes"], verb, OrganiserCard.Of(view.Broadcast)),
                HouseStyle.Back(say["Words.Back"], "broadcast/open", OrganiserCard.Of(view.Broadcast)),
            ]);
    }
}

/// <summary>All broadcasts this organiser may steer.</summary>
public static class BroadcastListCard
{
    public static AdaptiveCard For(BroadcastsPage page, bool hasStories, bool hasEvents, Reading reading, bool hasAwards = false)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        if (page.Broadcasts.Count > 0)
        {
            body.Add(HouseStyle.Rows([.. page.Broadcasts.Select(listed =>
            {
                var broadcast = listed.Broadcast;
                var title = broadcast.Content.TitleFor(say.Language) ?? listed.AboutTitle ?? say[$"Broadcasts.Kind_{Vocabulary.Write(broadcast.Kind)}"];
                var line = Words.Showing.Join(say, say[$"Broadcasts.State_{OrganiserCard.State(broadcast)}"], say[$"Broadcasts.Kind_{Vocabulary.Write(broadcast.Kind)}"], say.Date(broadcast.CreatedAt, reading.Zone));
                return HouseStyle.RowLink(title, line, new ExecuteAction { Title = title, Verb = "broadcast/open", Data = OrganiserCard.Of(broadcast), AssociatedInputs = AssociatedInputs.None });
            })]));
        }

        if (page.Page < page.Pages) body.Add(HouseStyle.Button(say["Broadcasts.NextPage"], "broadcast/list", ("page", $"{page.Page + 1}")));
        if (page.Page > 1) body.Add(HouseStyle.Button(say["Broadcasts.PreviousPage"], "broadcast/list", ("page", $"{page.Page - 1}")));
        body.Add(HouseStyle.Button(reading.Form(say["Broadcasts.NewMessage"], "broadcast/new", ("kind", "message"))));
        if (hasStories) body.Add(HouseStyle.Button(reading.Form(say["Broadcasts.NewStory"], "broadcast/new", ("kind", "story"))));
        if (hasAwards) body.Add(HouseStyle.Button(reading.Form(say["Broadcasts.NewAward"], "broadcast/new", ("kind", "award"))));
        if (hasEvents) body.Add(HouseStyle.Button(reading.Form(say["Broadcasts.NewEvent"], "broadcast/new", ("kind", "event"))));
        return HouseStyle.Card(say.Language.Code, say[page.Broadcasts.Count > 0 ? "Broadcasts.ListHeading" : "Broadcasts.ListNone"], body);
    }
}

/// <summary>Of each person whether it was sent; why not is told in counts alone.</summary>
public static class BroadcastPeopleCard
{
    public static AdaptiveCard For(BroadcastPeople people, Reading reading)
    {
        var say = reading.Say;
        var of = OrganiserCard.Of(people.Broadcast);
        var body = new List<CardElement> { HouseStyle.Subtle(say["Broadcasts.PeopleHint"]) };
        foreach (var group in people.People.GroupBy(person => person.State))
        {
            body.Add(new TextBlock(Markdown.Escape(say[$"Broadcasts.People_{Vocabulary.Write(group.Key)}"])) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium });
            body.AddRange(group.Select(person => new RichTextBlock { Spacing = Spacing.None, Inlines = [new TextRun(person.Name.Length > 0 ? person.Name : say["Broadcasts.NoName"])] }));
        }

        if (people.Page < people.Pages) body.Add(HouseStyle.Button(say["Broadcasts.NextPage"], "broadcast/people", of.With("page", $"{people.Page + 1}")));
        if (people.Page > 1) body.Add(HouseStyle.Button(say["Broadcasts.PreviousPage"], "broadcast/people", of.With("page", $"{people.Page - 1}")));
        body.Add(HouseStyle.Back(say["Words.Back"], "broadcast/open", of));
        return HouseStyle.Card(say.Language.Code, say["Broadcasts.PeopleHeading", ("page", people.Page), ("pages", people.Pages)], body);
    }
}
