using InnovationBot.Cards;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Introductions.ShortAnswers;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Conversation.Problems;

/// <summary>How the text was understood, when the person may have meant the other: the card then offers it in one press.</summary>
public enum AnswerDoubt
{
    None,

    /// <summary>It was taken as the answer to the bot's question.</summary>
    WasAnswer,

    /// <summary>It was taken as a new question while one of the bot's was still open.</summary>
    WasQuestion,
}

/// <summary>
/// The answer to an ask. The first screen of a phone decides: the best case with its lesson, one person, one button;
/// everything else is a row that opens in place.
/// </summary>
public static class AnswerCard
{
    /// <summary>Characters of the lesson: three lines of a phone; the whole stands on the case.</summary>
    private const int LongestLesson = 100;

    /// <param name="isCut">The text was longer than what is read.</param>
    public static AdaptiveCard For(Answer answer, Say say, AnswerDoubt doubt = AnswerDoubt.None, bool isCut = false)
    {
        var isUnread = IsUnread(answer);
        var body = new List<CardElement> { HouseStyle.Heading(Heading(answer, say, isUnread)) };
        if (isCut) body.Add(HouseStyle.Subtle(say["Problems.TruncatedNote", ("count", Problem.MaxLength)]));
        if (answer.Cases.Count == 0 && answer.People.Count == 0) body.Add(HouseStyle.Paragraph(say[isUnread ? "Problems.OtherScript" : "Problems.Nothing"]));
        if (answer.Cases.Count > 0) body.Add(Best(answer, say));
        if (answer.People.Count > 0) body.Add(FirstPerson(answer.People[0], say));
        if (answer.SomebodyInvited) body.Add(HouseStyle.Subtle(say["Problems.SomebodyInvited"]));
        if (Question(answer, say) is { } question) body.AddRange(question);
        var rows = answer.Cases.Skip(1).Select(shown => CaseRow(answer, shown, say))
            .Concat(answer.People.Skip(1).Select(shown => PersonRow(shown, say)))
            .Concat(ShortAnswerRows.For(answer.ShortAnswers, answer.Problem.Id, say))
            .ToArray();
        if (rows.Length > 0) body.Add(HouseStyle.Rows(rows));
        if (answer.Counts is { } counts) body.Add(HouseStyle.Rows(CountedRow(answer, counts, say)));
        body.AddRange(Ending(answer, say));
        if (doubt == AnswerDoubt.WasAnswer) body.Add(HouseStyle.Button(Quiet(say["Problems.NewQuestion"], "problem/new-question", answer)));
        if (doubt == AnswerDoubt.WasQuestion) body.Add(HouseStyle.Button(Quiet(say["Problems.WasAnswer"], "problem/was-answer", answer)));
        body.Add(HouseStyle.Subtle(say["Problems.AiNote"]));
        if (answer.IsFirstContact)
        {
            body.Add(HouseStyle.Paragraph(say.Markdown("Help.Keeps")));
            body.Add(HouseStyle.Button(new ExecuteAction { Title = say["Help.PrivacyButton"], Verb = "people/privacy", Data = Of(answer), AssociatedInputs = AssociatedInputs.None }));
        }

        return new AdaptiveCard { Lang = say.Language.Code, FallbackText = Fallback(answer, say, isUnread), Speak = Speak(answer, say, isUnread), Body = body };
    }

    /// <summary>Nothing was found because nothing could be read.</summary>
    private static bool IsUnread(Answer answer) => answer is { Cases.Count: 0, People.Count: 0 } && UnreadScript.Is(answer.Problem.Text, answer.Problem.Language);

    private static CardData Of(Answer answer) => ("problem", answer.Problem.Id.ToString());

    /// <summary>How sure the answer is, in a sentence.</summary>
    public static string Heading(Answer answer, Say say) => Heading(answer, say, IsUnread(answer));

    private static string Heading(Answer answer, Say say, bool isUnread) => answer switch
    {
        { Cases.Count: 0, People.Count: 0 } => say[isUnread ? "Problems.HeadingOtherScript" : "Problems.HeadingNothing"],
        { Cases.Count: 0 } => say["Problems.HeadingPeople"],
        { Fit: Fit.Fits } => say.Count("Problems.Heading", answer.Cases.Count),
        _ => say["Problems.HeadingNearest"],
    };

    private static Container Best(Answer answer, Say say)
    {
        var (suggestion, @case) = (answer.Cases[0].Suggestion, answer.Cases[0].Case);
        var items = new List<CardElement>
        {
            HouseStyle.BadgeLine(say.OutcomeBadge(@case.Outcome), SlotName(answer, suggestion.Slot, say)),
            new TextBlock(Markdown.Escape(say.Title(@case))) { Weight = TextWeight.Bolder, Spacing = Spacing.None },
            HouseStyle.Subtle(Origin(answer.Cases[0], say)) with { Spacing = Spacing.None },
        };
        if (say.Lesson(@case) is { Length: > 0 } lesson) items.Add(HouseStyle.Labelled(say["Problems.Lesson"], Showing.Brief(lesson, LongestLesson)));
        if (suggestion.Reasons.Count > 0)
            items.Add(HouseStyle.Subtle(say["Problems.Why", ("reasons", Reasons.Line(say, suggestion.Reasons))]));
        return new Container
        {
            Style = ContainerStyle.Emphasis,
            Spacing = Spacing.Small,
            Items = items,
            SelectAction = new ExecuteAction
            {
                Title = say["Problems.OpenNamed", ("title", say.Title(@case))],
                Verb = "case/open",
                Data = CardData.Of(("case", @case.Id.ToString()), ("problem", answer.Problem.Id.ToString())),
                AssociatedInputs = AssociatedInputs.None,
            },
        };
    }

    internal static Container FirstPerson(SuggestedPerson person, Say say) => new()
    {
        Spacing = Spacing.Small,
        Items =
        [
            new TextBlock(Markdown.Escape(say["Problems.CanTellMore", ("person", say.Person(person.Shown))])) { Weight = TextWeight.Bolder },
            HouseStyle.Subtle(PersonLine(person, say)) with { Spacing = Spacing.None },
            .. person.OnlyOpenHour ? Array.Empty<CardElement>() : [HouseStyle.Button(Meet(person, say["Problems.AskForIntroduction"], "introduction/draft") with { Style = ActionStyle.Positive })],
            .. person.HasOpenHour ? [HouseStyle.Button(Meet(person, say["OpenHours.Look"], "open-hour/look"))] : Array.Empty<CardElement>(),
        ],
    };

    private static IEnumerable<CardElement>? Question(Answer answer, Say say)
    {
        if (answer.Question is not { } question) return null;
        return
        [
            new Container
            {
                Separator = true,
                Spacing = Spacing.Medium,
                Items =
                [
                    HouseStyle.Subtle(say["Problems.Concrete"]),
                    AnswerInput(QuestionText(question, say), say),
                    HouseStyle.Button(say["Problems.SendAnswer"], "problem/answer", Of(answer)),
                ],
            },
        ];
    }

    internal static TextInput AnswerInput(string label, Say say) =>
        new() { Id = "answer", Label = label, ErrorMessage = say["Problems.AnswerError"], IsMultiline = true, MaxLength = 2000 };

    /// <summary>As much of a problem as reminds its owner of it.</summary>
    internal static string Short(string text) => text.Length <= 300 ? text : Problem.Cut(text, 299).TrimEnd() + "…";

    internal static string QuestionText(ConcreteQuestion question, Say say) => say[$"Problems.Question_{Network.Vocabulary.Write(question)}"];

    private static ColumnSet CaseRow(Answer answer, SuggestedCase shown, Say say) => HouseStyle.RowLink(
        say.Title(shown.Case),
        Origin(shown, say),
        new ExecuteAction
        {
            Title = say["Problems.OpenNamed", ("title", say.Title(shown.Case))],
            Verb = "case/open",
            Data = CardData.Of(("case", shown.Case.Id.ToString()), ("problem", answer.Problem.Id.ToString())),
            AssociatedInputs = AssociatedInputs.None,
        },
        HouseStyle.BadgeLine(say.OutcomeBadge(shown.Case.Outcome), SlotName(answer, shown.Suggestion.Slot, say)));

    private static ColumnSet PersonRow(SuggestedPerson person, Say say)
    {
        var who = say.Person(person.Shown);
        return HouseStyle.RowLink(
            who,
            PersonLine(person, say),
            person.HasOpenHour ? Meet(person, say["OpenHours.LookNamed", ("person", who)], "open-hour/look") : Meet(person, say["Problems.AskNamed", ("person", who)], "introduction/draft"));
    }

    private static ExecuteAction Meet(SuggestedPerson person, string title, string verb) =>
        new() { Title = title, Verb = verb, Data = ("suggestion", person.Suggestion.Id.ToString()), AssociatedInputs = AssociatedInputs.None };

    private static ColumnSet CountedRow(Answer answer, Network.Problems.Counting.CaseCounts counts, Say say) => HouseStyle.RowLink(
        say.Count("Problems.CountedHeading", counts.Total),
        CountedCard.Line(counts, say),
        Quiet(say["Problems.CountedOpen", ("what", say.Count("Problems.CountedHeading", counts.Total))], "problem/counted", answer));

    private static string PersonLine(SuggestedPerson person, Say say) =>
        Showing.Join(say, say.PersonLine(person.Shown), Reasons.Line(say, person.Reasons.Take(1)), person.HasOpenHour ? say["OpenHours.Has"] : null);

    private static string Origin(SuggestedCase shown, Say say) => say.Line(shown.Case, shown.Organisation, shown.Kind, shown.Confirmation);

    private static string SlotName(Answer answer, Slot slot, Say say) => slot switch
    {
        Slot.LearnedTheHardWay => say["Problems.SlotLearnedTheHardWay"],
        Slot.OtherField => say["Problems.SlotOtherField"],
        _ => answer.Fit == Fit.Fits ? say["Problems.SlotBest"] : say["Problems.SlotNearest"],
    };

    private static IEnumerable<CardElement> Ending(Answer answer, Say say)
    {
        if (answer.Cases.Count > 0 || answer.People.Count > 0)
        {
            yield return HouseStyle.Button(Quiet(say["Problems.WhyButton"], "problem/why", answer)) with { Separator = true, Spacing = Spacing.Medium };
            yield return HouseStyle.Button(Quiet(say["Problems.NoneFits"], "problem/none-fits", answer));
        }
        else if (answer.HasContactPoint)
        {
            yield return HouseStyle.Paragraph(say["Problems.NothingContactPoint"]);
            yield return HouseStyle.Button(Quiet(say["Problems.PassOn"], "problem/pass-on", answer));
        }

        if (answer.Problem.IsOpen) yield return HouseStyle.Button(Quiet(say["TryOuts.Open"], "tryout/form", answer));
        if (answer.Problem.State == ProblemState.Draft)
            yield return HouseStyle.Button(Quiet(say["Problems.KeepOpen"], "problem/keep", answer));
        else if (answer.Problem.State == ProblemState.Open)
            yield return HouseStyle.Subtle(say["Problems.KeptOpen"]);
    }

    private static ExecuteAction Quiet(string title, string verb, Answer answer) =>
        new() { Title = title, Verb = verb, Data = Of(answer), AssociatedInputs = AssociatedInputs.None };

    private static string Speak(Answer answer, Say say, bool isUnread) => answer switch
    {
        { Cases.Count: 0, People.Count: 0 } => isUnread ? Heading(answer, say, isUnread) : say["Problems.SpeakNothing"],
        { Cases.Count: 0 } => say["Problems.SpeakPeople"],
        { Fit: not Fit.Fits } => say["Problems.SpeakNearest", ("title", say.Title(answer.Cases[0].Case))],
        _ => say.Count("Problems.SpeakSome", answer.Cases.Count, ("title", say.Title(answer.Cases[0].Case))),
    };

    private static string Fallback(Answer answer, Say say, bool isUnread) => answer.Cases.Count == 0 || answer.Fit != Fit.Fits
        ? Speak(answer, say, isUnread)
        : say.Count("Problems.FallbackSome", answer.Cases.Count, ("title", say.Title(answer.Cases[0].Case)));
}
