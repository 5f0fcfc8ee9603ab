using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Conversation.Awards.Jury;

/// <summary>A juror's work in one list: how far it is, until when, and what is left first.</summary>
public static class JuryListCard
{
    /// <summary>Rows of one page.</summary>
    private const int OnAPage = 12;

    public static AdaptiveCard For(JuryList list, Reading reading, int page = 1, string? note = null)
    {
        var (say, round) = (reading.Say, list.Round);
        var body = new List<CardElement>();
        if (note is not null) body.Add(AwardWords.Note(note));
        body.Add(HouseStyle.Subtle(Showing.Join(say, round.Name, round.JuryClosesAt is { } until ? say["Jury.Until", ("when", say.Instant(round, until))] : null)));
        if (list.Juror.DeclaredAt is null)
        {
            body.Add(HouseStyle.Paragraph(Markdown.Escape(say["Jury.DeclareFirst"])));
            body.Add(HouseStyle.StrongButton(say["Jury.DeclareOpen"], "jury/declare", AwardWords.Data(round)));
            return HouseStyle.Card(say.Language.Code, say["Jury.DeclareHeading"], body);
        }

        var (at, pages) = Paged.At(page, list.Work.Count, OnAPage);
        body.Add(HouseStyle.Paragraph(Markdown.Escape(say["Jury.Progress", ("done", list.Done), ("all", list.Work.Count)])));
        if (list.Work.Count > 0) body.Add(HouseStyle.Rows([.. list.Work.Skip((at - 1) * OnAPage).Take(OnAPage).Select(work => Row(work, round, say))]));
        if (pages > 1) body.Add(Turning(round, at, pages, say));
        if (list.Work.Count > 0) body.Add(HouseStyle.Button(AwardWords.Act(say["Jury.ReadAll"], "jury/read", AwardWords.Data(round))));
        if (list.Conflicts > 0) body.Add(HouseStyle.Subtle(say.Count("Jury.Conflicts", list.Conflicts)));
        if (list.MayScore) body.Add(HouseStyle.Button(AwardWords.Act(say["Jury.DeclareMore"], "jury/declare", AwardWords.Data(round))));
        if (list.Round.IsScoringOver(list.Now)) body.Add(HouseStyle.Button(AwardWords.Act(say["AwardResults.Ranking"], "award/ranking", AwardWords.Data(round))));
        if (list.MayScore) body.Add(HouseStyle.Button(AwardWords.Act(say["Jury.LeaveOpen"], "jury/leave-ask", AwardWords.Data(round))));
        return HouseStyle.Card(say.Language.Code, say[list.Done < list.Work.Count ? "Jury.ListHeading" : "Jury.AllDone"], body);
    }

    private static ColumnSet Row(JuryWork work, AwardRound round, Say say) => HouseStyle.RowLink(
        work.Nomination.Content.Title, Showing.Join(say, round.Plan.Category(work.Nomination.Category ?? "")?.Name, say[$"Jury.Stage_{Vocabulary.Write(work.Stage)}"]),
        AwardWords.Act(work.Nomination.Content.Title, "jury/open", AwardWords.Data(work.Nomination)));

    private static ActionSet Turning(AwardRound round, int at, int pages, Say say) =>
        Paging.Buttons(at, pages, "jury/list", to => CardData.Of(("award", round.Id.ToString()), ("page", Paging.Number(to))), say);
}

/// <summary>The juror's conflicts of interest for one page of the whole list.</summary>
public static class DeclareCard
{
    public static AdaptiveCard For(DeclarePage page, Reading reading)
    {
        var (say, round) = (reading.Say, page.Round);
        var body = new List<CardElement> { HouseStyle.Paragraph(Markdown.Escape(say["Jury.DeclareText"])) };
        foreach (var known in page.Rows.Where(row => row.Known is not null))
            body.Add(say.Labelled(known.Title, say[$"Jury.Conflict_{Vocabulary.Write(known.Known!.Value)}"]));
        if (page.Rows.Any(row => row.Known is not null)) body.Add(HouseStyle.Subtle(say["Jury.KnownStay"]));
        var free = page.Rows.Where(row => row.Known is null).ToList();
        if (free.Count > 0)
            body.Add(new ChoiceSetInput
            {
                Id = "conflicts", Label = say["Jury.DeclareLabel"], ErrorMessage = say["Words.ChooseOne"], IsMultiSelect = true,
                Choices = [.. free.Select(row => new Choice(Showing.Brief(Showing.Join(say, row.Title, row.Organisation), 120), row.Id.ToString()))], Chosen = [.. free.Where(row => row.Declared).Select(row => row.Id.ToString())],
            });
        if (page.Pages > 1) body.Add(HouseStyle.Subtle(say["Library.Page", ("page", page.Page), ("pages", page.Pages)]));
        body.Add(HouseStyle.StrongButton(say[page.IsLast ? "Jury.DeclareSave" : "Jury.DeclareNext"], "jury/declare-save", CardData.Of(("award", round.Id.ToString()), ("page", page.Page.ToString(CultureInfo.InvariantCulture)))));
        body.Add(HouseStyle.Back(say["Words.Back"], "jury/list", AwardWords.Data(round)));
        return HouseStyle.Card(say.Language.Code, say["Jury.DeclareHeading"], body);
    }
}

/// <summary>One nomination to read before it is scored.</summary>
public static class JuryNominationCard
{
    /// <summary>Of each text on the card; the readable page has all.</summary>
    private const int Longest = 1200;

    public static AdaptiveCard For(JuryPage page, Reading reading)
    {
        var (say, nomination) = (reading.Say, page.Nomination);
        List<CardElement> body = [HouseStyle.Subtle(Showing.Join(say, say.Word(nomination.Track), page.Round.Plan.Category(nomination.Category ?? "")?.Name, page.Organisation?.Name, say.LanguageName(nomination.Language)))];
        foreach (var (label, text) in Texts(page, say)) body.Add(HouseStyle.Labelled(label, Showing.Brief(text, Longest)));
        if (page.Round.TakesScores(reading.Now)) body.Add(HouseStyle.Button(new ExecuteAction { Title = say[page.Score is null ? "Jury.Score" : "Jury.ScoreChange"], Verb = "jury/score", Data = AwardWords.Data(nomination), Style = ActionStyle.Positive, AssociatedInputs = AssociatedInputs.None }));
        body.Add(HouseStyle.Button(AwardWords.Act(say["Jury.ReadAll"], "jury/read", AwardWords.Data(page.Round))));
        body.Add(HouseStyle.Back(say["Words.Back"], "jury/list", AwardWords.Data(page.Round)));
        return HouseStyle.Card(say.Language.Code, nomination.Content.Title, body);
    }

    /// <summary>What a nomination says, part by part, as it was written.</summary>
    internal static IEnumerable<(string Label, string Text)> Texts(JuryPage page, Say say)
    {
        var content = page.Nomination.Content;
        List<(string Key, string? Text)> parts =
        [
            ("Jury.Problem", content.Problem), ("Jury.Done", content.WhatWasDone), ("Jury.Outcome", content.Outcome is { } outcome ? say.Word(outcome) : null), ("Jury.Result", content.Result),
            ("Jury.Users", content.Users is { } users ? Showing.Join(say, say.Word(users), content.UsersHow) : content.UsersHow), ("Jury.Learned", content.Learned),
            ("Jury.Partners", page.Partners.Count > 0 ? string.Join(", ", page.Partners) : null), ("Jury.Links", content.Links.Count > 0 ? string.Join(" ", content.Links) : null),
            ("Jury.Endorsed", page.Endorsements.Count > 0 ? string.Join(" / ", page.Endorsements) : null),
            ("AwardResults.Facts", page.Facts.Count > 0 ? string.Join(" / ", page.Facts.Select(fact => Showing.Join(say, fact.Claim, say.Word(fact.Verdict), fact.Source, fact.Answer))) : null),
        ];
        return parts.Where(part => !string.IsNullOrWhiteSpace(part.Text)).Select(part => (say[part.Key], part.Text!));
    }
}

/// <summary>The scoring card: the criteria from 1 to 5 and a comment. What the numbers mean opens with each criterion, so that all of them stand on one screen.</summary>
public static class ScoreCard
{
    private const int LongestAnchor = 110;

    /// <summary>The input of a criterion, by its place: keys are the organisers' words.</summary>
    internal static string Input(int place) => "score_" + place.ToString(CultureInfo.InvariantCulture);

    public static AdaptiveCard For(JuryPage page, Reading reading)
    {
        var (say, nomination) = (reading.Say, page.Nomination);
        List<CardElement> body = [HouseStyle.Subtle(nomination.Content.Title)];
        foreach (var (i, criterion) in page.Criteria.Index())
        {
            var anchors = say.Anchors(criterion).ToDictionary(anchor => anchor.Value, anchor => anchor.Text);
            body.Add(new ChoiceSetInput
            {
                Id = Input(i), Label = say.Criterion(criterion), ErrorMessage = say["Words.ChooseOne"], Placeholder = say["Jury.ScorePlaceholder"],
                Choices = [.. Enumerable.Range(AwardCriterion.Least, AwardCriterion.Most).Select(value => new Choice(anchors.TryGetValue(value, out var text) ? say.Named(value.ToString(CultureInfo.InvariantCulture), Showing.Brief(text, LongestAnchor)) : value.ToString(CultureInfo.InvariantCulture), value.ToString(CultureInfo.InvariantCulture)))],
                Chosen = page.Score?.Values.Find(value => value.Criterion == criterion.Key) is { } given ? [given.Value.ToString(CultureInfo.InvariantCulture)] : [],
            });
        }

        body.Add(new TextInput { Id = "comment", Label = say["Jury.CommentLabel"], ErrorMessage = say["Jury.CommentError"], IsMultiline = true, MaxLength = JuryScore.MostComment, Value = page.Score?.Comment });
        body.Add(HouseStyle.StrongButton(say["Jury.Submit"], "jury/submit", AwardWords.Data(nomination)));
        body.Add(HouseStyle.Button(say["Jury.KeepDraft"], "jury/save", AwardWords.Data(nomination)));
        if (page.Round.JuryClosesAt is { } until) body.Add(HouseStyle.Subtle(say["Jury.Changeable", ("when", say.Instant(page.Round, until))]));
        body.Add(HouseStyle.Back(say["Words.Back"], "jury/open", AwardWords.Data(nomination)));
        return HouseStyle.Card(say.Language.Code, say["Jury.ScoreHeading"], body);
    }
}

/// <summary>The jury as organisers see it: who has done how much, whether enough are free, and who comes in for whom.</summary>
public static class JuryPeopleCard
{
    public static AdaptiveCard For(JuryPeople people, Reading reading, string? note = null)
    {
        var (say, round) = (reading.Say, people.Round);
        var body = new List<CardElement>();
        if (note is not null) body.Add(AwardWords.Note(note));
        body.Add(HouseStyle.Subtle(round.Name));
        body.AddRange(people.Jurors.Take(30).Select(juror => say.Labelled(
            juror.Name ?? say["Words.Someone"], juror.Left ? say["Jury.HasLeft"] : Showing.Join(say, say["Jury.Progress", ("done", juror.Done), ("all", juror.Given)], juror.Declared ? null : say["Jury.NotDeclared"]))));
        foreach (var missing in people.Ready.Missing) body.Add(HouseStyle.Paragraph(Markdown.Escape(say["Jury.MissingIn", ("category", missing.Category), ("nominations", missing.Nominations), ("jurors", missing.Jurors)])));
        if (people.Ready is { Missing.Count: 0, Nominations: > 0 }) body.Add(HouseStyle.Paragraph(Markdown.Escape(say["Jury.Enough", ("least", people.Ready.Least), ("most", people.Ready.Most)])));
        if (!people.Ready.IsEven) body.Add(HouseStyle.Paragraph(Markdown.Escape(say["Jury.Uneven", ("tied", people.Ready.Tied)])));
        if (people.MayReplace)
        {
            body.Add(new ChoiceSetInput
            {
                Id = "juror", Label = say["Jury.ReplacedLabel"], ErrorMessage = say["Words.ChooseOne"],
                Choices = [new Choice(say["Jury.NobodyReplaced"], "none"), .. people.Jurors.Where(juror => juror.Replaceable).Select(juror => new Choice(juror.Name ?? say["Words.Someone"], juror.Id.ToString()))], Chosen = ["none"],
            });
            body.Add(new TextInput { Id = "email", Label = say["Jury.EmailLabel"], ErrorMessage = say["Settings.DeskEmailError"], Style = TextInputStyle.Email, MaxLength = 320, IsRequired = true });
            body.Add(HouseStyle.StrongButton(say["Jury.Replace"], "jury/replace", AwardWords.Data(round)));
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "award/show", AwardWords.Data(round)));
        return HouseStyle.Card(say.Language.Code, say["Jury.PeopleHeading"], body);
    }
}
