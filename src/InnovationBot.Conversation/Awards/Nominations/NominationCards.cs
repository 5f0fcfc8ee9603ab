using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Awards.Nominations;

/// <summary>What a nomination says, long parts cut so that a card stays one.</summary>
public static class NominationText
{
    public static IEnumerable<CardElement> For(Nomination nomination, AwardRound round, Organisation? organisation, Say say, int most = 900)
    {
        var content = nomination.Content;
        yield return HouseStyle.Subtle(Showing.Join(say, say.Word(nomination.Track), nomination.Category is { } key ? round.Plan.Category(key)?.Name : null, organisation?.Name, round.Name));
        if (content.Outcome is { } outcome && nomination.Track == AwardTrack.Initiative) yield return say.OutcomeBadge(outcome);
        foreach (var (label, text) in new[]
        {
            ("Sharing.Field_problem", content.Problem), ("Sharing.Field_what_was_done", content.WhatWasDone), ("Cases.Result", content.Result), ("Cases.Lesson", content.Learned),
        })
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            yield return say.Labelled(say[label].TrimEnd(':', ' ', '\u00a0'), Cut(text, most));
        }

        if (content.Users is { } users && nomination.Track == AwardTrack.Initiative) yield return say.Labelled(say["Cases.Users"], Showing.Join(say, say.Word(users), Cut(content.UsersHow ?? "", 300)));
        foreach (var (link, i) in content.Links.Take(3).Select((link, i) => (link, i + 1)))
            if (CardUrl.TryParse(link, out var url)) yield return HouseStyle.Button(new OpenUrlAction { Title = say["Nominations.Evidence", ("number", i)], Url = url });
    }

    internal static string Cut(string text, int most) => text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1).TrimEnd(), "…");
}

/// <summary>What a nominee agrees to beside being nominated, each with its own tick.</summary>
internal static class ConsentInputs
{
    public static IEnumerable<CardElement> For(Nomination nomination, Nominee? own, Say say)
    {
        var answered = own is { HasAccepted: true };
        yield return new ToggleInput { Id = "shown", Label = say["Nominations.ShownLabel"], Title = say["Nominations.ShownTitle"], ErrorMessage = say["Words.TickError"], Ticked = !answered || own!.ShownForEndorsement };
        yield return new ToggleInput { Id = "mentioned", Label = say["Nominations.MentionedLabel"], Title = say["Nominations.MentionedTitle"], ErrorMessage = say["Words.TickError"], Ticked = answered && own!.MayBeMentioned };
        yield return new ToggleInput
        {
            Id = "opens", Label = say["Nominations.OpensLabel"], Title = say[nomination.Track == AwardTrack.Challenge ? "Nominations.OpensTitle" : "Nominations.OpensTitleInitiative"], ErrorMessage = say["Words.TickError"],
            Ticked = answered && own!.OpensProblem,
        };
    }

    public static NomineeConsents Read(PressData data) => new(data.Flag("shown"), data.Flag("mentioned"), data.Flag("opens"));
}

/// <summary>A nomination as its nominator, a nominee or an organiser sees it, and what they can do with it.</summary>
public static class NominationCard
{
    public static AdaptiveCard For(NominationView view, Reading reading, string? note = null)
    {
        var (say, nomination) = (reading.Say, view.Nomination);
        var data = AwardWords.Data(nomination);
        var state = view.Round.StateAt(reading.Now);
        var asked = view.Own is { HasAccepted: false } && nomination.IsInRound && state < AwardState.Jury;
        var body = new List<CardElement>();
        if (note is not null) body.Add(AwardWords.Note(note));
        if (asked) body.Add(HouseStyle.Paragraph(Markdown.Escape(say["Nominations.AskedText", ("round", view.Round.Name)])));
        else body.Add(HouseStyle.BadgeLine(State(nomination, say, view.Round), nomination.State == NominationState.Submitted && nomination.AcceptedAt is null ? say["Nominations.WaitsForNominees"] : ""));
        body.AddRange(NominationText.For(nomination, view.Round, view.Organisation, say));
        body.AddRange(People(view, say));
        if (nomination.EligibilityReason is { } reason) body.Add(HouseStyle.Labelled(say[nomination.MendDue is null ? "Nominations.Reason" : "Nominations.MendAsked"], reason));
        if (nomination.MendDue is { } until && nomination.State == NominationState.Submitted) body.Add(HouseStyle.Subtle(say["Nominations.MendUntil", ("when", say.Instant(view.Round, until))]));
        foreach (var other in view.Others.Take(2)) body.Add(HouseStyle.Labelled(say["Nominations.AlsoSaid"], NominationText.Cut(other.Content.Result ?? other.Content.Problem, 400)));
        foreach (var sentence in view.Endorsements.Take(5)) body.Add(HouseStyle.Quote(sentence, nomination.Language.Code));
        body.AddRange(Acts(view, state, asked, reading));
        body.Add(view.Organises && !view.IsNominator && view.Own is null ? HouseStyle.Back(say["Words.Back"], "award/nominations", AwardWords.Data(view.Round)) : HouseStyle.Back(say["Words.Back"], "nomination/list"));
        return HouseStyle.Card(say.Language.Code, asked ? say["Nominations.AskedHeading", ("title", say.TitleOf(nomination))] : say.TitleOf(nomination), body);
    }

    private static IEnumerable<CardElement> People(NominationView view, Say say)
    {
        if (view.Names.Count > 0) yield return HouseStyle.Labelled(say["Nominations.Nominees"], string.Join(", ", view.Names));
        if (view.Awaited > 0) yield return HouseStyle.Subtle(say.Count("Nominations.Awaited", view.Awaited));
        foreach (var partner in view.Partners.Take(6))
            yield return HouseStyle.Labelled(say["Nominations.Partner"], Showing.Join(say, partner.Name, partner.Tier is { } tier ? say.Word(tier) : null, say[$"Nominations.PartnerState_{Vocabulary.Write(partner.State)}"]));
    }

    private static IEnumerable<CardElement> Acts(NominationView view, AwardState state, bool asked, Reading reading)
    {
        var (say, nomination, data) = (reading.Say, view.Nomination, AwardWords.Data(view.Nomination));
        if (view.Own is { } own && nomination.IsInRound && state < AwardState.Announced && (asked || own.HasAccepted))
        {
            var who = CardData.Of(("nominee", own.Id.ToString()));
            List<CardElement> consents = [.. ConsentInputs.For(nomination, own, say)];
            if (asked)
            {
                foreach (var input in consents) yield return input;
                yield return HouseStyle.StrongButton(say["Nominations.Accept"], "nomination/accept", who);
                yield return HouseStyle.Button(AwardWords.Act(say["Nominations.Decline"], "nomination/decline", who));
                yield return HouseStyle.Subtle(say["Nominations.DeclineHint"]);
            }
            else
            {
                yield return HouseStyle.Button(new ShowCardAction { Title = say["Nominations.Consents"], Body = [.. consents, HouseStyle.Button(say["Events.SaveChanges"], "nomination/accept", who)] });
            }
        }

        if (view.IsNominator && nomination.MayBeEdited(reading.Now)) yield return HouseStyle.StrongButton(reading.Form(say[nomination.State == NominationState.Draft ? "Sharing.GoOn" : "Nominations.Mend"], "nomination/open", data));
        if (view.HasCaseDraft) yield return HouseStyle.Button(AwardWords.Act(say["Nominations.OpenDraft"], "share/open", ("draft", nomination.CaseDraftId!.Value.ToString())));
        if (view.Case is { } @case) yield return HouseStyle.Button(say["Broadcasts.OpenCase"], "case/open", ("case", @case.Id.ToString()));
        if (view.Organises && nomination.State is NominationState.Submitted or NominationState.Eligible or NominationState.Ineligible && state is AwardState.Call or AwardState.Endorsement or AwardState.Eligibility)
            yield return HouseStyle.Button(reading.Form(say["Nominations.Check"], "nomination/check", data));
        if (nomination.AcceptedAt is not null && nomination.IsInRound && view.Round.TakesEndorsements(reading.Now) && (view.IsNominator || view.Own is { HasAccepted: true }))
            yield return HouseStyle.Subtle(say["Nominations.ShareHint", ("command", $"nomination {nomination.Id}")]);
        if ((view.IsNominator || view.Own is { HasAccepted: true }) && nomination.IsInRound && state < AwardState.Announced)
            yield return HouseStyle.Button(new ShowCardAction
            {
                Title = say["Nominations.Withdraw"],
                Body = [HouseStyle.Paragraph(Markdown.Escape(say["Nominations.WithdrawText"])), HouseStyle.Button(AwardWords.Act(say["Nominations.WithdrawYes"], "nomination/withdraw", data))],
            });
    }

    /// <param name="round">None where the results are told, or its reader may know before.</param>
    internal static Badge State(Nomination nomination, Say say, AwardRound? round = null)
    {
        var state = round is null ? nomination.State : nomination.ShownState(round);
        var (style, sign) = state switch
        {
            NominationState.Draft => (BadgeStyle.Subtle, "…"),
            NominationState.Ineligible or NominationState.Withdrawn => (BadgeStyle.Warning, "✗"),
            NominationState.Eligible or NominationState.Winner or NominationState.Finalist => (BadgeStyle.Good, "✓"),
            _ => (BadgeStyle.Informative, "◐"),
        };
        return HouseStyle.OutcomeBadge(style, sign, say[nomination is { State: NominationState.Submitted, MendDue: not null } ? "Nominations.InMend" : $"Words.NominationState_{Vocabulary.Write(state)}"]);
    }
}

/// <summary>A partner's own part: is it true?</summary>
public static class PartnerCard
{
    public static AdaptiveCard For(PartnerView view, Reading reading)
    {
        var (say, partner) = (reading.Say, view.Partner);
        var data = CardData.Of(("partner", partner.Id.ToString()));
        var body = new List<CardElement>
        {
            HouseStyle.Labelled(say["Nominations.Work"], Showing.Join(say, view.Nomination.Content.Title, view.Organisation?.Name)),
            HouseStyle.Subtle(view.Round.Name),
        };
        if (partner.State is NominationPartnerState.Confirmed or NominationPartnerState.Declined) body.Insert(0, AwardWords.Note(say[$"Nominations.PartnerSaid_{Vocabulary.Write(partner.State)}"]));
        if (partner.State != NominationPartnerState.Confirmed) body.Add(HouseStyle.StrongButton(say["Sharing.PartnerYes"], "nomination/partner", data.With("answer", "true")));
        if (partner.State != NominationPartnerState.Declined) body.Add(HouseStyle.Button(say["Sharing.PartnerNo"], "nomination/partner", data.With("answer", "false")));
        body.Add(HouseStyle.Subtle(say["Sharing.PartnerWhy"]));
        return HouseStyle.Card(say.Language.Code, say["Nominations.PartnerHeading", ("partner", partner.Name)], body);
    }
}

/// <summary>A nomination as people who felt its result see it: title, organisation, problem, and one sentence to write.</summary>
public static class EndorseCard
{
    /// <param name="isShared">Many read it: nobody's own sentence stands on it.</param>
    public static AdaptiveCard For(EndorsementView view, Reading reading, string? note = null, bool isShared = false)
    {
        var (say, nomination) = (reading.Say, view.Nomination);
        var body = new List<CardElement>();
        if (note is not null) body.Add(AwardWords.Note(note));
        body.Add(HouseStyle.Subtle(Showing.Join(say, nomination.Content.Title, view.Organisation?.Name, view.Round.Name)));
        body.Add(say.Labelled(say["Sharing.Field_problem"], NominationText.Cut(nomination.Content.Problem, 600)));
        if (view.WhyNot is { } why)
        {
            body.Add(HouseStyle.Paragraph(Markdown.Escape(Refusals.Sentence(why, say))));
        }
        else
        {
            body.Add(new TextInput
            {
                Id = "sentence", Label = say["Nominations.EndorseLabel"], ErrorMessage = say["Nominations.EndorseError"], IsRequired = true, MaxLength = Endorsement.MostSentence,
                Value = isShared ? null : view.Own?.Sentence, Placeholder = say["Nominations.EndorsePlaceholder"],
            });
            body.Add(HouseStyle.StrongButton(say[view.Own is null || isShared ? "Nominations.Endorse" : "Nominations.EndorseAgain"], "nomination/endorse", AwardWords.Data(nomination)));
            body.Add(HouseStyle.Subtle(say["Nominations.EndorseHint"]));
        }

        if (!isShared) body.Add(HouseStyle.Back(say["Words.Back"], "award/endorse", AwardWords.Data(view.Round)));
        return HouseStyle.Card(say.Language.Code, say["Nominations.EndorseHeading"], body);
    }
}

/// <summary>Nominations of a round, a row each: to endorse, to check, or after the announcement.</summary>
public static class NominationRows
{
    public const int PageSize = 8;

    public static AdaptiveCard ToEndorse(AwardRoundId id, IReadOnlyList<EndorsementView> views, int page, Reading reading)
    {
        var say = reading.Say;
        List<ColumnSet> rows = [.. views.Take(PageSize).Select(view => HouseStyle.RowLink(
            view.Nomination.Content.Title, Showing.Join(say, view.Organisation?.Name, say.Word(view.Nomination.Track)),
            AwardWords.Act(say["Problems.OpenNamed", ("title", view.Nomination.Content.Title)], "nomination/endorse-show", AwardWords.Data(view.Nomination))))];
        return Listed(say["Nominations.EndorseList"], rows, id, Paging.Turning(page, views.Count > PageSize, "award/endorse", to => To(id, to), say), say);
    }

    public static AdaptiveCard Announced(AwardRoundId id, IReadOnlyList<(Nomination Nomination, Organisation? Organisation)> found, int page, Reading reading)
    {
        var say = reading.Say;
        List<ColumnSet> rows = [.. found.Take(PageSize).Select(one => HouseStyle.RowLink(
            one.Nomination.Content.Title, Showing.Join(say, one.Organisation?.Name, say.Word(one.Nomination.Track)),
            AwardWords.Act(say["Problems.OpenNamed", ("title", one.Nomination.Content.Title)], "nomination/read", AwardWords.Data(one.Nomination)),
            HouseStyle.BadgeLine(NominationCard.State(one.Nomination, say), "")))];
        return Listed(say["Nominations.AnnouncedList"], rows, id, Paging.Turning(page, found.Count > PageSize, "award/nominated", to => To(id, to), say), say);
    }

    public static AdaptiveCard ForOrganisers(NominationsPage found, AwardRound round, Reading reading)
    {
        var say = reading.Say;
        List<ColumnSet> rows = [.. found.Nominations.Select(one => Row(one, round, reading))];
        return Listed(say.Count("Awards.Nominations", found.Total), rows, round.Id, Paging.Turning(found.Page, found.Pages, "award/nominations", to => To(round.Id, to), say), say);
    }

    internal static ColumnSet Row(Nomination nomination, AwardRound? round, Reading reading)
    {
        var (say, title) = (reading.Say, reading.Say.TitleOf(nomination));
        return HouseStyle.RowLink(
            title, Showing.Join(say, say.Word(nomination.Track), nomination.Category is { } key ? round?.Plan.Category(key)?.Name : null, nomination.MendedAt is not null ? say["Nominations.WasMended"] : null),
            AwardWords.Act(say["Problems.OpenNamed", ("title", title)], "nomination/show", AwardWords.Data(nomination)), HouseStyle.BadgeLine(NominationCard.State(nomination, say), ""));
    }

    private static AdaptiveCard Listed(string heading, List<ColumnSet> rows, AwardRoundId id, IEnumerable<CardElement> turning, Say say)
    {
        List<CardElement> body = [.. rows.Count == 0 ? Array.Empty<CardElement>() : [HouseStyle.Rows([.. rows])], .. turning];
        body.Add(HouseStyle.Back(say["Words.Back"], "award/show", ("award", id.ToString())));
        return HouseStyle.Card(say.Language.Code, rows.Count == 0 ? say["Nominations.ListEmpty"] : heading, body);
    }

    private static CardData To(AwardRoundId id, int page) => CardData.Of(("award", id.ToString()), ("page", Paging.Number(page)));
}

/// <summary>What everybody reads of a nomination once its round was announced.</summary>
public static class AnnouncedNominationCard
{
    public static AdaptiveCard For(Nomination nomination, AwardRound round, Organisation? organisation, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(say.Language.Code, nomination.Content.Title,
        [
            HouseStyle.BadgeLine(NominationCard.State(nomination, say), ""),
            .. NominationText.For(nomination, round, organisation, say),
            .. nomination.CaseId is { } @case ? [HouseStyle.Button(say["Broadcasts.OpenCase"], "case/open", ("case", @case.ToString()))] : Array.Empty<CardElement>(),
            HouseStyle.Back(say["Words.Back"], "award/nominated", AwardWords.Data(round)),
        ]);
    }
}

/// <summary>An organiser holds a nomination against the rules.</summary>
public static class CheckForm
{
    public static AdaptiveCard For(NominationView view, Reading reading, string? typed = null)
    {
        var (say, nomination) = (reading.Say, view.Nomination);
        var zone = view.Round.Plan.FoundZone ?? TimeZoneInfo.Utc;
        return HouseStyle.Card(say.Language.Code, say["Nominations.CheckHeading", ("title", say.TitleOf(nomination))],
        [
            new ChoiceSetInput
            {
                Id = "verdict", Label = say["Nominations.Verdict"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true, Style = ChoiceSetStyle.Expanded,
                Choices =
                [
                    .. Enum.GetValues<EligibilityVerdict>().Where(verdict => verdict != EligibilityVerdict.Ineligible || nomination.MendsAsked > 0)
                        .Select(verdict => new Choice(say[$"Nominations.Verdict_{Vocabulary.Write(verdict)}"], Vocabulary.Write(verdict))),
                ],
                Chosen = [Vocabulary.Write(EligibilityVerdict.Eligible)],
            },
            new TextInput { Id = "reason", Label = say["Nominations.ReasonLabel"], ErrorMessage = say.AtMost(CheckNomination.MostReason), IsMultiline = true, MaxLength = CheckNomination.MostReason, Value = typed },
            new DateInput { Id = "until", Label = say["Nominations.UntilLabel"], ErrorMessage = say["Words.DayError"], Value = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reading.Now, zone).DateTime).AddDays(CheckNomination.MendDays) },
            HouseStyle.StrongButton(say["Nominations.CheckSave"], "nomination/check-save", AwardWords.Data(nomination)),
            HouseStyle.Subtle(say["Nominations.CheckHint"]),
            HouseStyle.Back(say["Words.Back"], "nomination/show", AwardWords.Data(nomination)),
        ]);
    }
}
