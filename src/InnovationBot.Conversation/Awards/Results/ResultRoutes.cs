using InnovationBot.Cards;
using InnovationBot.Conversation.Awards.Jury;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.People;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Results;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Awards.Results;

[Verb("award/ranking")]
public sealed class RankingRoute(ReadRanking ranking) : JuryRoute
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Of(data.Id<AwardRoundId>("award"), data.Text("category", 64), data.Number("page") ?? 1, turn, null, stop);

    internal async Task<Reply> Of(AwardRoundId id, string category, int page, Turn turn, string? note, CancellationToken stop) =>
        (await ranking.Handle(id, category, turn.By, stop)).Match(found => Reply.Card(RankingCard.For(found, turn.Reading, page, note)), Reply.Refused);
}

[Verb("award/facts")]
public sealed class FactsRoute(CheckFacts facts, NetworkDb db) : JuryRoute
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Of(data.Id<NominationId>("nomination"), turn, null, stop);

    internal async Task<Reply> Of(NominationId id, Turn turn, string? note, CancellationToken stop)
    {
        var organises = await db.MemberOf(turn.By, stop) is { } member && AwardAccess.MayOrganise(member);
        return (await facts.Read(id, turn.By, stop)).Match(view => Reply.Card(FactsCard.For(view, turn.Reading, organises, note)), Reply.Refused);
    }
}

[Verb("award/place")]
public sealed class PlaceRoute(CheckFacts facts, FactsRoute show) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<NominationId>("nomination");
        var placed = await facts.Place(id, data.Word<NominationState>("state") ?? throw new BadInputException("state"), turn.By, stop);
        return placed.Refusal is { } refusal ? Reply.Refused(refusal) : await show.Of(id, turn, turn.Say["AwardResults.Placed", ("state", turn.Say.Word(placed.Value.State))], stop);
    }

    public override Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Of(data.Id<NominationId>("nomination"), turn, null, stop);
}

[Verb("award/fact-save")]
public sealed class SaveFactRoute(CheckFacts facts, FactsRoute show) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<NominationId>("nomination");
        if (data.Word<FactVerdict>("verdict") is not { } verdict || !DateOnly.TryParseExact(data.Text("on", 10), "yyyy-MM-dd", out var on)) return Reply.Refused(ResultRefusals.FactIncomplete);
        var saved = await facts.Record(id, data.Text("claim", FactCheck.MostText), verdict, data.Text("source", FactCheck.MostText), on, turn.By, stop);
        return saved.Refusal is { } refusal ? Reply.Refused(refusal) : await show.Of(id, turn, turn.Say["AwardResults.FactSaved"], stop);
    }

    public override Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Of(data.Id<NominationId>("nomination"), turn, null, stop);
}

[Verb("award/fact-answer")]
public sealed class AnswerFactRoute(CheckFacts facts, FactsRoute show) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var saved = await facts.Answer(data.Id<FactCheckId>("check"), data.Text("answer", FactCheck.MostText), turn.By, stop);
        return saved.Refusal is { } refusal ? Reply.Refused(refusal) : await show.Of(saved.Value.NominationId, turn, turn.Say["AwardResults.Answered"], stop);
    }

    public override Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Of(data.Id<NominationId>("nomination"), turn, null, stop);
}

[Verb("award/decide")]
public sealed class DecideRoute(ReadRanking ranking) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var found = await ranking.Handle(data.Id<AwardRoundId>("award"), data.Text("category", 64), turn.By, stop);
        return found.Refusal is { } refusal ? Reply.Refused(refusal) : found.Value.MayDecide ? Reply.Card(DecideCard.For(found.Value, turn.Reading)) : Reply.Refused(AwardRefusals.OrganisersOnly);
    }
}

[Verb("award/decide-save")]
public sealed class SaveDecideRoute(DecideAward decide, RankingRoute show) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var (id, category) = (data.Id<AwardRoundId>("award"), data.Text("category", 64));
        var winners = data.Choices("winners").Select(text => EntityId.TryRead<NominationId>(text, out var one) ? one : default).ToHashSet();
        var chosen = await decide.Choose(id, category, winners, data.Text("reason", AwardDecision.MostReason), turn.By, stop);
        return chosen.Refusal is { } refusal ? Reply.Refused(refusal) : await show.Of(id, category, 1, turn, turn.Say["AwardResults.Decided"], stop);
    }

    public override Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Of(data.Id<AwardRoundId>("award"), data.Text("category", 64), 1, turn, null, stop);
}

[Verb("award/close-ask")]
public sealed class CloseAskRoute(ReadRanking ranking) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => (await ranking.Handle(data.Id<AwardRoundId>("award"), null, turn.By, stop)).Match(
        found => Reply.Card(HouseStyle.Card(turn.Language.Code, turn.Say["AwardResults.CloseHeading"],
        [
            HouseStyle.Paragraph(Markdown.Escape(turn.Say.Count("AwardResults.CloseText", found.Round.Plan.ObjectionDays))),
            HouseStyle.StrongButton(turn.Say["AwardResults.CloseYes"], "award/close", AwardWords.Data(found.Round)),
            HouseStyle.Back(turn.Say["Words.Back"], "award/ranking", AwardWords.Data(found.Round)),
        ])), Reply.Refused);
}

[Verb("award/close")]
public sealed class CloseRoute(DecideAward decide, RankingRoute show) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var closed = await decide.Close(data.Id<AwardRoundId>("award"), turn.By, stop);
        return closed.Refusal is { } refusal ? Reply.Refused(refusal)
            : await show.Of(closed.Value.Id, "", 1, turn, turn.Say["AwardResults.Closed", ("until", turn.Say.Instant(closed.Value, closed.Value.ObjectionsEndAt ?? turn.Now))], stop);
    }

    public override Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Of(data.Id<AwardRoundId>("award"), "", 1, turn, null, stop);
}

[Verb("award/announce-ask")]
public sealed class AnnounceAskRoute(ReadRanking ranking) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => (await ranking.Handle(data.Id<AwardRoundId>("award"), null, turn.By, stop)).Match(
        found => Reply.Card(HouseStyle.Card(turn.Language.Code, turn.Say["AwardResults.AnnounceHeading"],
        [
            HouseStyle.Paragraph(Markdown.Escape(turn.Say["AwardResults.AnnounceText"])),
            HouseStyle.StrongButton(turn.Say["AwardResults.AnnounceYes"], "award/announce", AwardWords.Data(found.Round)),
            HouseStyle.Back(turn.Say["Words.Back"], "award/ranking", AwardWords.Data(found.Round)),
        ])), Reply.Refused);
}

[Verb("award/announce")]
public sealed class AnnounceRoute(AnnounceAward announce, ReadResults results, ListAwards awards) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<AwardRoundId>("award");
        if ((await awards.Show(id, turn.By, stop)) is not { Refusal: null, Value: var view }) return Reply.Refused(Refusal.NotFound);
        var told = await announce.Handle(id, Words(view.Round), turn.By, stop);
        if (told.Refusal is { } refusal) return Reply.Refused(refusal);
        var note = told.Value.NotSent is null ? turn.Say["AwardResults.Announced"] : turn.Say["AwardResults.AnnouncedAlone", ("reason", Refusals.Sentence(told.Value.NotSent, turn.Say))];
        return (await results.Handle(id, turn.By, stop)).Match(found => Reply.Card(ResultsCard.For(found, turn.Reading, more: [AwardWords.Note(note), .. Organisers(found.Round, turn.Say)])), Reply.Refused);
    }

    public override async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await results.Handle(data.Id<AwardRoundId>("award"), turn.By, stop)).Match(found => Reply.Card(ResultsCard.For(found, turn.Reading)), _ => Reply.Nothing);

    internal static IEnumerable<CardElement> Organisers(AwardRound round, Say say) => [HouseStyle.Button(AwardWords.Act(say["AwardResults.Export"], "award/export", AwardWords.Data(round)))];

    private static BroadcastContent Words(AwardRound round)
    {
        var spoken = Language.Spoken.ToDictionary(language => language.Code, Say.In);
        return new BroadcastContent
        {
            Title = spoken.ToDictionary(one => one.Key, one => one.Value["AwardResults.Heading", ("round", round.Name)]), Text = spoken.ToDictionary(one => one.Key, one => Markdown.Escape(one.Value["AwardResults.BroadcastText"])),
        };
    }
}

/// <summary>Everybody's results, page by page.</summary>
[Verb("award/results")]
public sealed class ResultsRoute(ReadResults results) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await results.Handle(data.Id<AwardRoundId>("award"), turn.By, stop)).Match(found => Reply.Card(ResultsCard.For(found, turn.Reading, data.Number("page") ?? 1, isShared: turn.Scope != Scope.Personal)), Reply.Refused);
}

[Verb("award/own")]
public sealed class OwnResultRoute(ReadResults results) : JuryRoute
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Of(data.Id<NominationId>("nomination"), turn, null, stop);

    internal async Task<Reply> Of(NominationId id, Turn turn, string? note, CancellationToken stop) =>
        (await results.Own(id, turn.By, stop)).Match(own => Reply.Card(OwnResultCard.For(own, turn.Reading, note)), Reply.Refused);
}

[Verb("award/reasons")]
public sealed class ReasonsRoute(ReadResults results) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        (await results.Reasons(data.Id<NominationId>("nomination"), turn.By, stop)).Match(reasons => Reply.Card(ReasonsCard.For(reasons, turn.Reading)), Reply.Refused);
}

/// <summary>The answer to the offer to be a contact; whoever says yes is led to the application of ambassadors.</summary>
[Verb("award/contact")]
public sealed class ContactRoute(ReadResults results, OwnResultRoute own) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<NominationId>("nomination");
        var yes = data.Text("answer", 10) == "yes";
        var answered = await results.AnswerOffer(id, yes, turn.By, stop);
        return answered.Refusal is { } refusal ? Reply.Refused(refusal) : await own.Of(id, turn, turn.Say[yes ? "AwardResults.ContactThanks" : "AwardResults.ContactKept"], stop);
    }

    public override Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => own.Of(data.Id<NominationId>("nomination"), turn, null, stop);
}

/// <summary>A printable certificate in the reader's language, behind a link that works once.</summary>
[Verb("award/certificate")]
public sealed class CertificateRoute(ReadResults results, IOneTimeLinks links) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var own = await results.Own(data.Id<NominationId>("nomination"), turn.By, stop);
        if (own.Refusal is { } refusal) return Reply.Refused(refusal);
        if (own.Value.Nominee is null) return Reply.Refused(Refusal.NotYours);
        var link = await links.Offer(turn.By, "certificate.html", "text/html; charset=utf-8", AwardPages.Certificate(own.Value, turn.Reading), stop);
        return AwardLinks.Card(link, turn.Say["AwardResults.CertificateHeading"], turn.Say["AwardResults.CertificateOpen"], HouseStyle.Back(turn.Say["Words.Back"], "award/own", AwardWords.Data(own.Value.Nomination)), turn);
    }
}

/// <summary>What organisers take away: tables that no spreadsheet takes for a formula, and the results as a page.</summary>
[Verb("award/export")]
public sealed class ExportAwardRoute(ListAwards awards) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var shown = await awards.Show(data.Id<AwardRoundId>("award"), turn.By, stop);
        if (shown.Refusal is { } refusal) return Reply.Refused(refusal);
        if (!shown.Value.Organises) return Reply.Refused(AwardRefusals.OrganisersOnly);
        var (say, round) = (turn.Say, shown.Value.Round);
        var body = new List<CardElement> { HouseStyle.Subtle(round.Name) };
        foreach (var table in Enum.GetValues<AwardTable>()) body.Add(HouseStyle.Button(AwardWords.Act(say[$"AwardResults.Table_{Vocabulary.Write(table)}"], "award/table", CardData.Of(("award", round.Id.ToString()), ("table", Vocabulary.Write(table))))));
        if (round.State == AwardState.Announced) body.Add(HouseStyle.Button(AwardWords.Act(say["AwardResults.Page"], "award/page", AwardWords.Data(round))));
        body.Add(HouseStyle.Back(say["Words.Back"], "award/show", AwardWords.Data(round)));
        return Reply.Card(HouseStyle.Card(say.Language.Code, say["AwardResults.ExportHeading"], body));
    }
}

[Verb("award/table")]
public sealed class AwardTableRoute(ExportAward export, IOneTimeLinks links) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var (id, table) = (data.Id<AwardRoundId>("award"), data.Word<AwardTable>("table") ?? throw new BadInputException("table"));
        var rows = await export.Handle(id, table, turn.By, stop);
        if (rows.Refusal is { } refusal) return Reply.Refused(refusal);
        var link = await links.Offer(turn.By, $"{Vocabulary.Write(table)}.csv", "text/csv; charset=utf-8", AwardPages.Csv(rows.Value), stop);
        return AwardLinks.Card(link, turn.Say["AwardResults.ExportHeading"], turn.Say["AwardResults.ExportOpen"], HouseStyle.Back(turn.Say["Words.Back"], "award/export", ("award", id.ToString())), turn);
    }
}

[Verb("award/page")]
public sealed class AwardPageRoute(ReadResults results, NetworkDb db, IOneTimeLinks links) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        if (await db.MemberOf(turn.By, stop) is not { } member || !AwardAccess.MayOrganise(member)) return Reply.Refused(AwardRefusals.OrganisersOnly);
        var found = await results.Handle(data.Id<AwardRoundId>("award"), turn.By, stop);
        if (found.Refusal is { } refusal) return Reply.Refused(refusal);
        var link = await links.Offer(turn.By, "results.html", "text/html; charset=utf-8", AwardPages.Results(found.Value, turn.Reading), stop);
        return AwardLinks.Card(link, turn.Say["AwardResults.PageHeading"], turn.Say["AwardResults.ExportOpen"], HouseStyle.Back(turn.Say["Words.Back"], "award/export", AwardWords.Data(found.Value.Round)), turn);
    }
}

/// <summary>A link that works once, on a card.</summary>
internal static class AwardLinks
{
    public static Reply Card(Uri? link, string heading, string title, CardElement back, Turn turn)
    {
        if (link is null || !CardUrl.TryParse(link.AbsoluteUri, out var address, allowLoopback: true)) return Reply.Text(turn.Say["Events.NoAddress"]);
        var once = HouseStyle.Subtle(turn.Say["People.MyDataOnce"]);
        return Reply.Card(HouseStyle.Card(turn.Language.Code, heading, [HouseStyle.Button(new OpenUrlAction { Title = title, Url = address }), once, back]));
    }
}

/// <summary>What people hear of results: each their own, before everybody else.</summary>
public sealed class ResultRenderer(ReadResults results, CheckFacts facts) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var (id, say) = (EntityId.From<NominationId>(notice.Subject), reading.Say);
        if (notice.Kind == ResultNotices.Fact)
            return (await facts.Read(id, notice.RecipientId, stop)).Match(view => view.MayAnswer && view.Checks.Any(check => check.Answer is null) ? new NoticeMessage(FactsCard.For(view, reading, organises: false, say["AwardResults.NoteFact"]), say["AwardResults.SummaryFact"]) : null, _ => null);
        return (await results.Own(id, notice.RecipientId, stop)).Match(own => new NoticeMessage(OwnResultCard.For(own, reading), say["AwardResults.Summary"], Alert: notice.Kind == ResultNotices.Result), _ => null!);
    }
}
