using InnovationBot.Cards;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.People;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Awards.Jury;

/// <summary>"jury": the work of whoever is on one.</summary>
public sealed class JuryCommand(ListJury mine, JuryListRoute list) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var rounds = await mine.Mine(turn.By, stop);
        if (rounds.Count == 0) return Reply.Text(turn.Say["Jury.None"]);
        if (rounds.Count == 1) return await list.Of(rounds[0].Id, 1, turn, null, stop);
        return Reply.Card(HouseStyle.Card(turn.Language.Code, turn.Say["Jury.Which"], [HouseStyle.Rows([.. rounds.Take(10).Select(round => HouseStyle.RowLink(round.Name, turn.Say.Word(round.StateAt(turn.Now)), AwardWords.Act(round.Name, "jury/list", AwardWords.Data(round))))])]));
    }
}

/// <summary>A press on a jury's work: only in the juror's own chat, since what is scored there is nobody else's to read.</summary>
public abstract class JuryRoute : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Task.FromResult(Reply.Text(turn.Say["Routing.OnlyInOwnChat"])) : Act(data, turn, stop);

    public virtual Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Task.FromResult(Reply.Nothing);

    protected abstract Task<Reply> Act(PressData data, Turn turn, CancellationToken stop);
}

[Verb("jury/list")]
public sealed class JuryListRoute(JuryDesk desk) : JuryRoute
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Of(data.Id<AwardRoundId>("award"), data.Number("page") ?? 1, turn, null, stop);

    internal async Task<Reply> Of(AwardRoundId id, int page, Turn turn, string? note, CancellationToken stop) =>
        (await desk.List(id, turn.By, stop)).Match(list => Reply.Card(JuryListCard.For(list, turn.Reading, page, note)), Reply.Refused);
}

[Verb("jury/declare")]
public sealed class DeclareRoute(DeclareConflicts declare) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        (await declare.List(data.Id<AwardRoundId>("award"), turn.By, 1, stop)).Match(page => Reply.Card(DeclareCard.For(page, turn.Reading)), Reply.Refused);
}

[Verb("jury/declare-save")]
public sealed class SaveDeclareRoute(DeclareConflicts declare, JuryListRoute list) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var (id, page) = (data.Id<AwardRoundId>("award"), data.Number("page") ?? 1);
        var chosen = data.Choices("conflicts").Select(text => EntityId.TryRead<NominationId>(text, out var one) ? one : default).ToHashSet();
        var said = await declare.Declare(id, turn.By, page, chosen, stop);
        if (said.Refusal is { } refusal) return Reply.Refused(refusal);
        return said.Value.Page == page && said.Value.IsLast ? await list.Of(id, 1, turn, turn.Say["Jury.Declared"], stop) : Reply.Card(DeclareCard.For(said.Value, turn.Reading));
    }

    public override Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => list.Of(data.Id<AwardRoundId>("award"), 1, turn, null, stop);
}

[Verb("jury/open")]
public sealed class OpenJuryNominationRoute(JuryDesk desk) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        (await desk.Open(data.Id<NominationId>("nomination"), turn.By, stop)).Match(page => Reply.Card(JuryNominationCard.For(page, turn.Reading)), Reply.Refused);
}

[Verb("jury/score")]
public sealed class ScoreRoute(JuryDesk desk) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var opened = await desk.Open(data.Id<NominationId>("nomination"), turn.By, stop);
        if (opened.Refusal is { } refusal) return Reply.Refused(refusal);
        if (opened.Value.Round.TakesScores(turn.Now)) return Reply.Card(ScoreCard.For(opened.Value, turn.Reading));
        return Reply.RefusedWith(JuryRefusals.Closed(opened.Value.Round), JuryNominationCard.For(opened.Value, turn.Reading));
    }
}

/// <summary>What the card's inputs say, as a draft or for good; the juror is who pressed.</summary>
public abstract class KeepScoreRoute(ScoreNomination score, JuryDesk desk, JuryListRoute list, bool submit) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<NominationId>("nomination");
        var opened = await desk.Open(id, turn.By, stop);
        if (opened.Refusal is { } refusal) return Reply.Refused(refusal);
        var values = Values(data, opened.Value);
        var saved = await score.Handle(id, turn.By, values, data.Text("comment", JuryScore.MostComment), submit, stop);
        if (saved.Refusal is { } why) return Reply.Refused(why); // above the card of Show, which keeps what was written
        return await list.Of(opened.Value.Round.Id, 1, turn, turn.Say[submit ? "Jury.Submitted" : "Jury.DraftKept"], stop);
    }

    /// <summary>The form with what was written in it, as long as scores are taken; a repeat of what is already submitted shows the nomination.</summary>
    public override async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop)
    {
        if (await desk.Open(data.Id<NominationId>("nomination"), turn.By, stop) is not { Refusal: null, Value: var page }) return Reply.Nothing;
        return page.Round.TakesScores(turn.Now) && turn.Repeats is null
            ? Reply.Card(ScoreCard.For(Kept(page, Values(data, page), data.Text("comment", JuryScore.MostComment)), turn.Reading))
            : Reply.Card(JuryNominationCard.For(page, turn.Reading));
    }

    private static Dictionary<string, int> Values(PressData data, JuryPage page)
    {
        var values = new Dictionary<string, int>();
        foreach (var (i, criterion) in page.Criteria.Index())
            if (data.Has(ScoreCard.Input(i)) && data.Text(ScoreCard.Input(i), 20).Length > 0) values[criterion.Key] = data.Number(ScoreCard.Input(i)) ?? 0; // what is no number is out of range
        return values;
    }

    /// <summary>What was refused stays in the form.</summary>
    private static JuryPage Kept(JuryPage page, Dictionary<string, int> values, string comment) => page with
    {
        Score = new JuryScore { NominationId = page.Nomination.Id, Values = [.. values.Where(one => one.Value is >= AwardCriterion.Least and <= AwardCriterion.Most).Select(one => new CriterionScore(one.Key, one.Value))], Comment = comment },
    };
}

[Verb("jury/save")]
public sealed class SaveScoreRoute(ScoreNomination score, JuryDesk desk, JuryListRoute list) : KeepScoreRoute(score, desk, list, submit: false);

[Verb("jury/submit")]
public sealed class SubmitScoreRoute(ScoreNomination score, JuryDesk desk, JuryListRoute list) : KeepScoreRoute(score, desk, list, submit: true);

/// <summary>All of a juror's nominations as one readable page, behind a link that works once.</summary>
[Verb("jury/read")]
public sealed class ReadJuryRoute(JuryDesk desk, IOneTimeLinks links, JuryListRoute list) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<AwardRoundId>("award");
        var mine = await desk.List(id, turn.By, stop);
        if (mine.Refusal is { } refusal) return Reply.Refused(refusal);
        List<JuryPage> pages = [];
        foreach (var work in mine.Value.Work)
            if ((await desk.Open(work.Nomination.Id, turn.By, stop)) is { Refusal: null } opened) pages.Add(opened.Value);
        if (pages.Count == 0) return await list.Of(id, 1, turn, null, stop);
        var link = await links.Offer(turn.By, "nominations.html", "text/html; charset=utf-8", Results.AwardPages.Nominations(mine.Value.Round, pages, turn.Say), stop);
        return Results.AwardLinks.Card(link, turn.Say["Jury.ReadHeading"], turn.Say["Jury.ReadOpen"], HouseStyle.Back(turn.Say["Words.Back"], "jury/list", AwardWords.Data(mine.Value.Round)), turn);
    }
}

[Verb("jury/leave-ask")]
public sealed class LeaveJuryAskRoute(JuryDesk desk) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => (await desk.List(data.Id<AwardRoundId>("award"), turn.By, stop)).Match(
        list => Reply.Card(HouseStyle.Card(turn.Language.Code, turn.Say["Jury.LeaveHeading"],
        [
            HouseStyle.Paragraph(Markdown.Escape(turn.Say["Jury.LeaveText"])),
            HouseStyle.Button(new ExecuteAction { Title = turn.Say["Jury.LeaveYes"], Verb = "jury/leave", Data = AwardWords.Data(list.Round), Style = ActionStyle.Destructive }),
            HouseStyle.Back(turn.Say["Words.Back"], "jury/list", AwardWords.Data(list.Round)),
        ])), Reply.Refused);
}

[Verb("jury/leave")]
public sealed class LeaveJuryRoute(LeaveJury leave) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        await leave.Leave(data.Id<AwardRoundId>("award"), turn.By, stop) is { } refusal ? Reply.Refused(refusal) : Reply.Card(HouseStyle.Card(turn.Language.Code, turn.Say["Jury.LeftHeading"], []));
}

/// <summary>Organisers: who is on the jury, and who comes in.</summary>
[Verb("jury/people")]
public sealed class JuryPeopleRoute(ListJury jury) : JuryRoute
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Of(data.Id<AwardRoundId>("award"), turn, null, stop);

    internal async Task<Reply> Of(AwardRoundId id, Turn turn, string? note, CancellationToken stop) =>
        (await jury.People(id, turn.By, stop)).Match(people => Reply.Card(JuryPeopleCard.For(people, turn.Reading, note)), Reply.Refused);
}

[Verb("jury/replace")]
public sealed class ReplaceJurorRoute(LeaveJury jury, JuryPeopleRoute people) : JuryRoute
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<AwardRoundId>("award");
        var done = await jury.Replace(id, data.IdOrNone<AwardJurorId>("juror"), data.Text("email", 320), turn.By, stop);
        return done.Refusal is { } refusal ? Reply.Refused(refusal) : await people.Of(id, turn, turn.Say["Jury.Replaced"], stop);
    }

    public override Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => people.Of(data.Id<AwardRoundId>("award"), turn, null, stop);
}

/// <summary>What jurors and organisers hear of the jury's work.</summary>
public sealed class JuryRenderer(JuryDesk desk, ListJury jury) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var (id, say) = (EntityId.From<AwardRoundId>(notice.Subject), reading.Say);
        if (notice.Kind is JuryNotices.Missing or JuryNotices.Left)
            return (await jury.People(id, notice.RecipientId, stop)).Match<NoticeMessage?>(
                people => people.MayReplace ? new NoticeMessage(JuryPeopleCard.For(people, reading, notice.Kind == JuryNotices.Left ? say["Jury.NoteLeft"] : null), say["Jury.SummaryOrganiser"]) : null, _ => null);
        var list = await desk.List(id, notice.RecipientId, stop);
        if (list.Refusal is not null || !list.Value.MayScore || (list.Value.Juror.DeclaredAt is not null && list.Value.Done == list.Value.Work.Count)) return null;
        return new NoticeMessage(JuryListCard.For(list.Value, reading, note: say[notice.Kind == JuryNotices.Reminder ? "Jury.NoteReminder" : "Jury.NoteWork"]), say["Jury.Summary"]);
    }
}
