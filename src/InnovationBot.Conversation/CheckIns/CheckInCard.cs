using InnovationBot.Cards;
using InnovationBot.Conversation.Problems;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.CheckIns;

/// <summary>A check-in as it stands: its question, a further one, what was understood, or how it ended.</summary>
public static class CheckInCard
{
    /// <summary>Characters of each thing said that the card shows back; the whole is kept.</summary>
    private const int LongestShown = 2000;

    /// <param name="wasText">The answer came as a text, which may have been meant as a new question.</param>
    public static AdaptiveCard For(CheckInView view, Reading reading, bool wasText = false) => view.CheckIn.State switch
    {
        CheckInState.Scheduled or CheckInState.Sent => Opening(view, reading),
        CheckInState.Open when view.CheckIn.Asked is not null => Further(view, reading, wasText),
        CheckInState.Open => Mirror(view, reading, wasText),
        CheckInState.Answered => Ended(reading, "CheckIns.Stored"),
        _ => Closed(view, reading),
    };

    internal static CardData Of(CheckIn checkIn) => ("checkIn", checkIn.Id.ToString());

    internal static ActionSet CadenceButton(Say say) => HouseStyle.Button(say["CheckIns.HowOften"], "checkin/cadence");

    /// <summary>The person's answer in the field of the card.</summary>
    internal static TextInput Field(string label, Say say, bool required = true) => new()
    {
        Id = "answer", Label = label, ErrorMessage = say["CheckIns.AnswerError"], IsRequired = required, IsMultiline = true, MaxLength = Problem.MaxLength,
    };

    private static AdaptiveCard Opening(CheckInView view, Reading reading)
    {
        var (say, checkIn) = (reading.Say, view.CheckIn);
        var heading = say[$"CheckIns.Opening_{Vocabulary.Write(checkIn.Opening)}"];
        var body = new List<CardElement> { HouseStyle.Subtle(say["CheckIns.Promise"]) };
        if (view.About is { } about) body.Add(HouseStyle.Quote(AnswerCard.Short(about.Text), about.Language.Code));
        body.Add(Field(say["CheckIns.AnswerLabel"], say, required: false));
        body.Add(HouseStyle.StrongButton(say["CheckIns.Send"], "checkin/answer", Of(checkIn)));
        if (view.About is { IsOpen: true }) body.Add(HouseStyle.Button(Quiet(say["Problems.Solved"], "checkin/solved", checkIn)));
        body.Add(HouseStyle.Button(Quiet(say["CheckIns.NothingNow"], "checkin/skip", checkIn)));
        if (!checkIn.ByPerson)
        {
            body.Add(HouseStyle.Button(Quiet(say["CheckIns.AskLater"], "checkin/later", checkIn)));
            if (view is { AsksToSlowDown: true, Rhythm: { } rhythm }) body.AddRange(CadenceCard.LessOften(rhythm.Cadence, say));
            else if (view.Rhythm is { SkippedInRow: >= CheckInRhythm.SkipsBeforeAsking }) body.Add(CadenceButton(say));
            body.Add(HouseStyle.Button(Quiet(say["CheckIns.StopAsking"], "checkin/stop", checkIn)));
            body.Add(HouseStyle.Subtle(say["CheckIns.Why"]));
        }

        body.Add(HouseStyle.Subtle(say["CheckIns.Assistant"]));
        return HouseStyle.Card(say.Language.Code, heading, body);
    }

    private static AdaptiveCard Further(CheckInView view, Reading reading, bool wasText)
    {
        var (say, checkIn) = (reading.Say, view.CheckIn);
        var question = AnswerCard.QuestionText(checkIn.Asked!.Value, say);
        var body = new List<CardElement> { HouseStyle.Quote(Showing.Brief(ToldText.Of(checkIn), LongestShown), checkIn.Language.Code) };
        if (view.Masked) body.Add(HouseStyle.Subtle(say["CheckIns.Masked"]));
        if (view.IsCut) body.Add(HouseStyle.Subtle(say["Problems.TruncatedNote", ("count", Problem.MaxLength)]));
        body.Add(Field(say["CheckIns.FurtherLabel"], say));
        body.Add(HouseStyle.StrongButton(say["CheckIns.Send"], "checkin/answer", Of(checkIn)));
        if (wasText) body.Add(HouseStyle.Button(Quiet(say["Problems.NewQuestion"], "checkin/new-question", checkIn)));
        body.Add(HouseStyle.Button(Quiet(say["CheckIns.Forget"], "checkin/forget", checkIn)));
        var left = CheckIn.MostQuestions - checkIn.QuestionsAsked;
        body.Add(HouseStyle.Subtle(left == 0 ? say["CheckIns.LastQuestion"] : say.Count("CheckIns.QuestionsLeft", left)));
        return HouseStyle.Card(say.Language.Code, question, body);
    }

    private static AdaptiveCard Mirror(CheckInView view, Reading reading, bool wasText)
    {
        var (say, checkIn) = (reading.Say, view.CheckIn);
        var mirror = checkIn.Language == say.Language ? MirrorSentence.Of(checkIn, say) : null;
        var body = mirror is null ? Listed(checkIn, say) : Woven(mirror, checkIn, say);
        if (view.Masked) body.Add(HouseStyle.Subtle(say["CheckIns.Masked"]));
        if (view.IsCut) body.Add(HouseStyle.Subtle(say["Problems.TruncatedNote", ("count", Problem.MaxLength)]));
        var about = view.About is { IsOpen: true } open ? open : null;
        if (about is not null)
        {
            body.Add(HouseStyle.Paragraph(say["CheckIns.AddsTo"]));
            body.Add(HouseStyle.Quote(AnswerCard.Short(about.Text), about.Language.Code));
        }

        body.Add(new TextInput
        {
            Id = "service", Label = say["CheckIns.ServiceLabel"], Placeholder = say["CheckIns.ServiceExample"], ErrorMessage = say["CheckIns.ServiceError"], IsRequired = true,
            MaxLength = Problem.LongestService, Value = view.Service,
        });
        body.Add(HouseStyle.StrongButton(say["CheckIns.Yes"], "checkin/confirm", Of(checkIn)));
        if (about is not null) body.Add(HouseStyle.Button(say["CheckIns.AsNew"], "checkin/confirm", Of(checkIn).With("new", "true")));
        body.Add(HouseStyle.Button(Quiet(say["CheckIns.Edit"], "checkin/edit", checkIn)));
        if (wasText) body.Add(HouseStyle.Button(Quiet(say["Problems.NewQuestion"], "checkin/new-question", checkIn)));
        body.Add(HouseStyle.Button(Quiet(say["CheckIns.Forget"], "checkin/forget", checkIn)));
        body.Add(HouseStyle.Subtle(say["CheckIns.StoredAfterYes"]));
        return HouseStyle.Card(say.Language.Code, say["CheckIns.MirrorHeading"], body, mirror?.Said);
    }

    private static List<CardElement> Woven(MirrorSentence mirror, CheckIn checkIn, Say say)
    {
        List<CardElement> body = [];
        if (mirror.Began is { } began) body.Add(HouseStyle.Subtle(say["CheckIns.MirrorBegan", ("said", began)]));
        if (mirror.Quoted is { } quoted) body.Add(HouseStyle.Quote(quoted, checkIn.Language.Code));
        body.AddRange(HouseStyle.Lines(mirror.Said));
        return body;
    }

    /// <summary>For whoever reads another language than they wrote in: what they said, part by part.</summary>
    private static List<CardElement> Listed(CheckIn checkIn, Say say) =>
    [
        HouseStyle.Quote(Showing.Brief(checkIn.Text ?? "", LongestShown), checkIn.Language.Code),
        .. checkIn.Additions.Where(addition => addition.Text.Length > 0).Select(addition => HouseStyle.Labelled(say[$"CheckIns.Heard_{Vocabulary.Write(addition.Question)}"], Showing.Brief(addition.Text, LongestShown))),
    ];

    /// <summary>Skipped or run out: whoever has something to say after all still can.</summary>
    private static AdaptiveCard Closed(CheckInView view, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["CheckIns.Closed"],
            [
                Field(say["CheckIns.AfterAllLabel"], say, required: false),
                HouseStyle.Button(say["CheckIns.Send"], "checkin/answer", Of(view.CheckIn)),
                CadenceButton(say),
            ]);
    }

    internal static AdaptiveCard Ended(Reading reading, string key) => HouseStyle.Card(
        reading.Say.Language.Code, reading.Say[key], [HouseStyle.Subtle(reading.Say["CheckIns.AnyTime"]), CadenceButton(reading.Say)]);

    internal static ExecuteAction Quiet(string title, string verb, CheckIn checkIn) =>
        new() { Title = title, Verb = verb, Data = Of(checkIn), AssociatedInputs = AssociatedInputs.None };
}

/// <summary>Rewrites what was understood, as a whole.</summary>
public static class CheckInEditCard
{
    public static AdaptiveCard For(CheckInView view, Reading reading)
    {
        var say = reading.Say;
        var of = CheckInCard.Of(view.CheckIn);
        return HouseStyle.Card(
            say.Language.Code,
            say["CheckIns.EditHeading"],
            [
                new TextInput
                {
                    Id = "text", Label = say["CheckIns.EditLabel"], ErrorMessage = say["CheckIns.AnswerError"], IsRequired = true, IsMultiline = true, MaxLength = Problem.MaxLength,
                    Value = Problem.Trim(ToldText.Of(view.CheckIn)),
                },
                HouseStyle.StrongButton(say["CheckIns.Save"], "checkin/save", of),
                HouseStyle.Back(say["Words.Back"], "checkin/show", of),
            ]);
    }
}
