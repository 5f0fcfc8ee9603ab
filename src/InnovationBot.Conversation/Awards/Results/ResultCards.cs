using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Results;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Awards.Results;

/// <summary>What the scores say of a category: the ranking, what to talk about, and the way to the decision.</summary>
public static class RankingCard
{
    private const int OnAPage = 8;

    public static AdaptiveCard For(CategoryRanking ranking, Reading reading, int page = 1, string? note = null)
    {
        var (say, round) = (reading.Say, ranking.Round);
        var body = new List<CardElement>();
        if (note is not null) body.Add(AwardWords.Note(note));
        body.Add(HouseStyle.Subtle(Showing.Join(say, round.Name, say.Count("AwardResults.Winners", ranking.Category.Winners))));
        var (at, pages) = Paged.At(page, ranking.Rows.Count, OnAPage);
        if (ranking.Rows.Count == 0) body.Add(HouseStyle.Paragraph(Markdown.Escape(say["AwardResults.NoScores"])));
        if (ranking.Rows.Count > 0) body.Add(HouseStyle.Rows([.. ranking.Rows.Skip((at - 1) * OnAPage).Take(OnAPage).Select(row => Row(row, ranking, say))]));
        if (pages > 1) body.Add(Turning(ranking, at, pages, say));
        if (ranking.ToDiscuss is { Count: > 0 } discuss && at == 1)
        {
            body.Add(new TextBlock(Markdown.Escape(say["AwardResults.ToDiscuss"])) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium });
            body.AddRange(discuss.Take(6).Select(row => say.Labelled(Showing.Brief(row.Nomination.Content.Title, 60), string.Join(", ", row.Ranked.Discuss.Select(reason => say[$"AwardResults.Discuss_{Vocabulary.Write(reason)}"])))));
        }

        body.Add(HouseStyle.Subtle(say["AwardResults.Method"]));
        body.Add(HouseStyle.Subtle(say[ranking.HasNormalised ? "AwardResults.MethodNormalised" : "AwardResults.NotNormalised", ("least", AwardRanking.LeastForNormalised)]));
        if (ranking.Hidden > 0) body.Add(HouseStyle.Subtle(say.Count("Jury.Conflicts", ranking.Hidden)));
        var others = round.Plan.Categories.Where(one => one.Key != ranking.Category.Key).Take(11).ToList();
        if (others.Count > 0) body.Add(HouseStyle.Subtle(say.Label(say.AwardField("category"))));
        foreach (var other in others) body.Add(HouseStyle.Button(AwardWords.Act(Showing.Brief(other.Name, 25), "award/ranking", Data(round, other.Key))));
        if (ranking.MayDecide)
        {
            var open = round.StateAt(ranking.Now) == AwardState.Jury;
            if (open && ranking.Rows.Count > 0) body.Add(HouseStyle.Button(new ExecuteAction { Title = say[ranking.Decisions.Count > 0 ? "AwardResults.DecideAgain" : "AwardResults.Decide"], Verb = "award/decide", Data = Data(round, ranking.Category.Key), Style = ActionStyle.Positive, AssociatedInputs = AssociatedInputs.None }));
            if (open) body.Add(HouseStyle.Button(AwardWords.Act(say["AwardResults.CloseAsk"], "award/close-ask", AwardWords.Data(round))));
            if (round.StateAt(ranking.Now) == AwardState.Decided) body.Add(HouseStyle.Button(AwardWords.Act(say["AwardResults.AnnounceAsk"], "award/announce-ask", AwardWords.Data(round))));
            body.Add(HouseStyle.Button(AwardWords.Act(say["AwardResults.Export"], "award/export", AwardWords.Data(round))));
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "award/show", AwardWords.Data(round)));
        return HouseStyle.Card(say.Language.Code, say["AwardResults.RankingHeading", ("category", ranking.Category.Name)], body);
    }

    internal static CardData Data(AwardRound round, string category) => CardData.Of(("award", round.Id.ToString()), ("category", category));

    /// <summary>"4.25", in the reader's writing.</summary>
    internal static string Number(decimal value, Say say) => value.ToString("0.##", say.Culture);

    private static ColumnSet Row(RankingRow row, CategoryRanking ranking, Say say)
    {
        var ranked = row.Ranked;
        var decided = ranking.Decisions.FirstOrDefault(decision => decision.NominationId == row.Nomination.Id);
        var line = Showing.Join(
            say, ranked.Mean is { } mean ? say["AwardResults.Mean", ("mean", Number(mean, say))] : say["AwardResults.NoMean"], ranked.Normalised is { } even ? say["AwardResults.Normalised", ("mean", Number(even, say)), ("rank", ranked.NormalisedRank ?? 0)] : null,
            ranked.Jurors.Count > 0 ? string.Join(", ", ranked.Jurors.Select(juror => say["AwardResults.JurorMean", ("mean", Number(juror.Own, say)), ("own", Number(juror.OwnMean, say))])) : null,
            ranked.BrokenBy is { } key && ranking.Category.Criteria.Find(one => one.Key == key) is { } criterion ? say["AwardResults.BrokenBy", ("criterion", say.Criterion(criterion))] : null,
            decided is { Wins: true } ? say["AwardResults.Wins"] : row.Nomination.State is NominationState.Shortlisted or NominationState.Finalist ? say.Word(row.Nomination.State) : null,
            decided?.Reason);
        return HouseStyle.RowLink($"{ranked.Rank}. {row.Nomination.Content.Title}", line, AwardWords.Act(row.Nomination.Content.Title, "award/facts", AwardWords.Data(row.Nomination)));
    }

    private static ActionSet Turning(CategoryRanking ranking, int at, int pages, Say say) => Paging.Buttons(
        at, pages, "award/ranking", to => CardData.Of(("award", ranking.Round.Id.ToString()), ("category", ranking.Category.Key), ("page", Paging.Number(to))), say);
}

/// <summary>One nomination between shortlist and decision: its place, what was found of its claims, the team's answer.</summary>
public static class FactsCard
{
    public static AdaptiveCard For(FactsView view, Reading reading, bool organises, string? note = null)
    {
        var (say, nomination, round) = (reading.Say, view.Nomination, view.Round);
        var body = new List<CardElement>();
        if (note is not null) body.Add(AwardWords.Note(note));
        body.Add(HouseStyle.Subtle(Showing.Join(say, nomination.Content.Title, say.Word(organises ? nomination.State : nomination.ShownState(round)))));
        if (nomination.Content.Result is { } result) body.Add(HouseStyle.Labelled(say["Jury.Result"], Showing.Brief(result, 1000)));
        foreach (var check in view.Checks.Take(8))
        {
            body.Add(say.Labelled(say.Word(check.Verdict), Showing.Join(say, Showing.Brief(check.Claim, 400), check.CheckedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Showing.Brief(check.Source, 200))));
            if (check.Answer is { } answer) body.Add(HouseStyle.Labelled(say["AwardResults.TeamSays"], Showing.Brief(answer, 500)));
        }

        if (view.Checks.Count == 0) body.Add(HouseStyle.Subtle(say["AwardResults.NoFacts"]));
        if (view.MayAnswer && view.Checks.FirstOrDefault(check => check.Answer is null) is { } open)
        {
            body.Add(new TextInput { Id = "answer", Label = say["AwardResults.AnswerLabel"], ErrorMessage = say["AwardResults.AnswerError"], IsMultiline = true, IsRequired = true, MaxLength = FactCheck.MostText });
            body.Add(HouseStyle.StrongButton(say["AwardResults.AnswerSend"], "award/fact-answer", CardData.Of(("nomination", nomination.Id.ToString()), ("check", open.Id.ToString()))));
        }

        if (view.MayRecord)
        {
            body.Add(new TextInput { Id = "claim", Label = say["AwardResults.ClaimLabel"], ErrorMessage = say["AwardResults.ClaimError"], IsMultiline = true, IsRequired = true, MaxLength = FactCheck.MostText });
            body.Add(new ChoiceSetInput { Id = "verdict", Label = say["AwardResults.VerdictLabel"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true, Choices = [.. Enum.GetValues<FactVerdict>().Select(verdict => new Choice(say.Word(verdict), Vocabulary.Write(verdict)))] });
            body.Add(new TextInput { Id = "source", Label = say["AwardResults.SourceLabel"], ErrorMessage = say["AwardResults.SourceError"], IsRequired = true, MaxLength = FactCheck.MostText });
            body.Add(new DateInput { Id = "on", Label = say["AwardResults.DateLabel"], ErrorMessage = say["AwardResults.DateError"], IsRequired = true, Value = DateOnly.FromDateTime(reading.Now.UtcDateTime) });
            body.Add(HouseStyle.StrongButton(say["AwardResults.FactSave"], "award/fact-save", AwardWords.Data(nomination)));
        }

        if (organises)
        {
            foreach (var state in new[] { NominationState.Shortlisted, NominationState.Finalist, NominationState.Eligible }.Where(state => state != nomination.State && round.StateAt(reading.Now) == AwardState.Jury && round.IsScoringOver(reading.Now)))
                body.Add(HouseStyle.Button(AwardWords.Act(say[$"AwardResults.Place_{Vocabulary.Write(state)}"], "award/place", CardData.Of(("nomination", nomination.Id.ToString()), ("state", Vocabulary.Write(state))))));
            body.Add(HouseStyle.Back(say["Words.Back"], "award/ranking", RankingCard.Data(round, nomination.Category ?? "")));
        }

        return HouseStyle.Card(say.Language.Code, say["AwardResults.FactsHeading"], body);
    }
}

/// <summary>Who wins in a category, and why where that is not what the scores say.</summary>
public static class DecideCard
{
    public static AdaptiveCard For(CategoryRanking ranking, Reading reading)
    {
        var (say, first) = (reading.Say, ranking.Category.Winners + 20);
        var chosen = ranking.Decisions.Count > 0 ? ranking.Decisions.Where(decision => decision.Wins).Select(decision => decision.NominationId.ToString()).ToList() : [.. ranking.Rows.Take(ranking.Category.Winners).Select(row => row.Nomination.Id.ToString())];
        var body = new List<CardElement> { HouseStyle.Subtle(Showing.Join(say, ranking.Round.Name, say.Count("AwardResults.Winners", ranking.Category.Winners))) };
        if (ranking.IsTiedAtCut) body.Add(HouseStyle.Paragraph(Markdown.Escape(say["AwardResults.TiedAtCut"])));
        body.Add(new ChoiceSetInput
        {
            Id = "winners", Label = say["AwardResults.WinnersLabel"], ErrorMessage = say["Words.ChooseOne"], IsMultiSelect = true, Chosen = chosen,
            // an invisible sign between number and dot: cards would draw the choice as a list of one
            Choices = [.. ranking.Rows.Take(first).Select(row => new Choice(Showing.Join(say, $"{row.Ranked.Rank}\u2060. {Showing.Brief(row.Nomination.Content.Title, 90)}", row.Ranked.Mean is { } mean ? RankingCard.Number(mean, say) : null), row.Nomination.Id.ToString()))],
        });
        body.Add(new TextInput { Id = "reason", Label = say["AwardResults.ReasonLabel"], ErrorMessage = say["AwardResults.ReasonError"], IsMultiline = true, MaxLength = AwardDecision.MostReason, Value = ranking.Decisions.Select(decision => decision.Reason).FirstOrDefault(reason => reason is not null) });
        body.Add(HouseStyle.StrongButton(say["AwardResults.DecideSave"], "award/decide-save", RankingCard.Data(ranking.Round, ranking.Category.Key)));
        body.Add(HouseStyle.Back(say["Words.Back"], "award/ranking", RankingCard.Data(ranking.Round, ranking.Category.Key)));
        return HouseStyle.Card(say.Language.Code, say["AwardResults.DecideHeading", ("category", ranking.Category.Name)], body);
    }
}

/// <summary>The announced results, one at a time with the way to the next: what every client shows.</summary>
public static class ResultsCard
{
    /// <param name="isShared">Many read it, in a place whose people can be mentioned: those who agreed to be named are.</param>
    public static AdaptiveCard For(AwardResults results, Reading reading, int at = 1, IReadOnlyList<CardElement>? more = null, bool isShared = false)
    {
        var (say, round) = (reading.Say, results.Round);
        if (results.Results.Count == 0) return HouseStyle.Card(say.Language.Code, say["AwardResults.NobodyWon", ("round", round.Name)], more ?? []);
        var shown = Math.Clamp(at, 1, results.Results.Count);
        var result = results.Results[shown - 1];
        var (nomination, body) = (result.Nomination, new List<CardElement>());
        body.Add(HouseStyle.OutcomeBadge(result.Wins ? BadgeStyle.Good : BadgeStyle.Informative, result.Wins ? "✓" : "◐", say[result.Wins ? "AwardResults.WinnerIn" : "AwardResults.FinalistIn", ("category", result.Category)]));
        body.Add(HouseStyle.Paragraph(Markdown.Escape(nomination.Content.Title)) with { Weight = TextWeight.Bolder });
        if ((nomination.Content.Result ?? nomination.Content.Learned) is { } told) body.AddRange(HouseStyle.Lines(Showing.Brief(told, 500)));
        body.Add(HouseStyle.Labelled(say["Jury.Problem"], Showing.Brief(nomination.Content.Problem, 400)));
        var mentions = isShared ? result.EntraIds.ToDictionary(one => one.Key, one => new Mention(one.Value, one.Key)) : [];
        var people = string.Join(", ", result.People.Select(name => mentions.TryGetValue(name, out var mention) ? mention.Text : Markdown.Escape(name)));
        if (Showing.Join(say, result.Organisation is { } organisation ? Markdown.Escape(organisation) : null, people) is { Length: > 0 } who) body.Add(HouseStyle.Subtle("") with { Text = who });
        if (result.Partners.Count > 0) body.Add(HouseStyle.Labelled(say["Jury.Partners"], string.Join(", ", result.Partners)));
        body.AddRange(Paging.Turning(shown, results.Results.Count, "award/results", to => CardData.Of(("award", round.Id.ToString()), ("page", Paging.Number(to))), say));
        if (more is not null) body.AddRange(more);
        return HouseStyle.Card(say.Language.Code, say["AwardResults.Heading", ("round", round.Name)], body) with { Msteams = mentions.Count > 0 ? new TeamsCardProperties { Mentions = [.. mentions.Values] } : null };
    }
}

/// <summary>What became of somebody's own nomination, and what follows for them.</summary>
public static class OwnResultCard
{
    public static AdaptiveCard For(OwnResult own, Reading reading, string? note = null)
    {
        var (say, nomination) = (reading.Say, own.Nomination);
        var body = new List<CardElement>();
        if (note is not null) body.Add(AwardWords.Note(note));
        body.Add(HouseStyle.Subtle(Showing.Join(say, nomination.Content.Title, own.Round.Name, own.Category)));
        body.Add(HouseStyle.Paragraph(Markdown.Escape(say[own.Nominee is null ? "AwardResults.ThanksText" : $"AwardResults.OwnText_{Vocabulary.Write(own.Place)}"])));
        if (own.Nominee is { } nominee)
        {
            if (nominee.ContactOffer == ContactOffer.Offered)
            {
                body.Add(HouseStyle.Paragraph(Markdown.Escape(say["AwardResults.ContactAsk"])));
                body.Add(HouseStyle.StrongButton(say["AwardResults.ContactYes"], "award/contact", CardData.Of(("nomination", nomination.Id.ToString()), ("answer", "yes"))));
                body.Add(HouseStyle.Button(say["AwardResults.ContactNo"], "award/contact", CardData.Of(("nomination", nomination.Id.ToString()), ("answer", "no"))));
            }

            if (nominee.ContactOffer == ContactOffer.Accepted && own.Reader.Ambassador != AmbassadorState.Confirmed) body.Add(HouseStyle.StrongButton(say["Profile.BecomeAmbassador"], "ambassador/show"));
            if (own.Round.Plan.Feedback) body.Add(HouseStyle.Button(AwardWords.Act(say["AwardResults.Reasons"], "award/reasons", AwardWords.Data(nomination))));
            body.Add(HouseStyle.Button(AwardWords.Act(say["AwardResults.Certificate"], "award/certificate", AwardWords.Data(nomination))));
        }

        body.Add(HouseStyle.Button(AwardWords.Act(say["AwardResults.ShowAll"], "award/results", AwardWords.Data(own.Round))));
        return HouseStyle.Card(say.Language.Code, say[own.Nominee is null ? "AwardResults.ThanksHeading" : $"AwardResults.OwnHeading_{Vocabulary.Write(own.Place)}"], body);
    }
}

/// <summary>Why: means and what jurors wrote, without their names.</summary>
public static class ReasonsCard
{
    public static AdaptiveCard For(AwardReasons reasons, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement> { HouseStyle.Subtle(Showing.Join(say, reasons.Own.Nomination.Content.Title, reasons.Own.Round.Name)) };
        foreach (var (criterion, mean) in reasons.Means) body.Add(HouseStyle.Labelled(say.Criterion(criterion) is [.., '?'] asked ? asked : say.Label(say.Criterion(criterion)), say["AwardResults.OfFive", ("mean", RankingCard.Number(mean, say))]));
        foreach (var comment in reasons.Comments.Take(9)) body.Add(HouseStyle.Quote(Showing.Brief(comment, 1500), say.Language.Code));
        if (reasons.Decision is { } why) body.Add(HouseStyle.Labelled(say["AwardResults.DecisionReason"], why));
        if (reasons.Means.Count == 0 && reasons.Comments.Count == 0) body.Add(HouseStyle.Paragraph(Markdown.Escape(say["AwardResults.NoScores"])));
        body.Add(HouseStyle.Subtle(say["AwardResults.NoNames"]));
        body.Add(HouseStyle.Back(say["Words.Back"], "award/own", AwardWords.Data(reasons.Own.Nomination)));
        return HouseStyle.Card(say.Language.Code, say["AwardResults.ReasonsHeading"], body);
    }
}
