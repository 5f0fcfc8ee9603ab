using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Cases.Sharing;

/// <summary>"share a case": what it is about, a new one, and those begun.</summary>
public static class ShareCard
{
    private const int MostDrafts = 5;

    public static AdaptiveCard For(OwnCasesList own, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>
        {
            HouseStyle.Paragraph(say.Markdown("Sharing.ShareText")),
            HouseStyle.Button(Strong(reading.Form(say["Sharing.New"], "share/new"))),
        };
        if (own.Drafts.Count > 0)
        {
            body.Add(MineCard.Section(say["Sharing.DraftsHeading"]));
            body.Add(HouseStyle.Rows([.. own.Drafts.Take(MostDrafts).Select(draft => MineCard.Row(draft, reading))]));
        }

        body.Add(HouseStyle.Button(say["Sharing.MyCases"], "mine/show"));
        return HouseStyle.Card(say.Language.Code, say["Sharing.ShareHeading"], body);
    }

    internal static SelectAction Strong(SelectAction action) => action switch
    {
        ExecuteAction execute => execute with { Style = ActionStyle.Positive },
        SubmitAction submit => submit with { Style = ActionStyle.Positive },
        _ => action,
    };
}

/// <summary>A problem is solved: what helped may help somebody else.</summary>
public static class SolvedCard
{
    public static AdaptiveCard For(Problem problem, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Sharing.SolvedHeading"],
            [
                HouseStyle.Paragraph(say.Markdown("Sharing.SolvedText")),
                HouseStyle.Button(ShareCard.Strong(reading.Form(say["Sharing.SolvedShare"], "share/problem", ("problem", problem.Id.ToString())))),
                HouseStyle.Back(say["Words.Back"], "problem/list"),
            ]);
    }
}

/// <summary>"my cases": what somebody writes, has written, and is asked about.</summary>
public static class MineCard
{
    private const int Most = 8;

    /// <param name="page">Of what the person writes and has written; 1 first, and the first has what they are asked.</param>
    public static AdaptiveCard For(OwnCasesList own, Reading reading, int page = 1)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        (page, var pages) = Paged.At(page, Math.Max(own.Drafts.Count, own.Cases.Count), Most);
        if (page > 1) own = own with { Named = [], Invited = [], AskedToWrite = [] };
        if (own.IsEmpty) body.Add(HouseStyle.Paragraph(say.Markdown("Sharing.MineNone")));
        Add("Sharing.NamedHeading", own.Named.Select(one => HouseStyle.RowLink(
            one.Title, say["Sharing.Confirm"], Open(say["Problems.OpenNamed", ("title", one.Title)], "partner/show", ("partner", one.Partner.ToString())))));
        Add("Sharing.InvitedHeading", own.Invited.Select(one => HouseStyle.RowLink(
            one.Title, say["Sharing.Confirm"], Open(say["Problems.OpenNamed", ("title", one.Title)], "editor/show", ("case", one.Id.ToString())))));
        Add("Sharing.InvitedHeading", own.AskedToWrite.Select(draft => HouseStyle.RowLink(
            TitleOf(draft, say), say["Sharing.Confirm"], Open(say["Problems.OpenNamed", ("title", TitleOf(draft, say))], "draft-editor/show", ("draft", draft.Id.ToString())))));
        Add("Sharing.DraftsHeading", own.Drafts.Skip((page - 1) * Most).Select(draft => Row(draft, reading)));
        Add("Sharing.WrittenHeading", own.Cases.Skip((page - 1) * Most).Select(one => HouseStyle.RowLink(
            one.Title,
            Showing.Join(say, say[$"Sharing.State_{Vocabulary.Write(one.State)}"], say.Date(one.EditedAt ?? one.PublishedAt ?? one.CreatedAt, reading.Zone)),
            Open(say["Problems.OpenNamed", ("title", one.Title)], "mine/case", ("case", one.Id.ToString())))));
        body.AddRange(Paging.Turning(page, pages, "mine/show", to => ("page", Paging.Number(to)), say));
        body.Add(HouseStyle.Button(ShareCard.Strong(reading.Form(say["Sharing.New"], "share/new"))));
        return HouseStyle.Card(say.Language.Code, say["Sharing.MineHeading"], body);

        void Add(string key, IEnumerable<ColumnSet> rows)
        {
            ColumnSet[] shown = [.. rows.Take(Most)];
            if (shown.Length == 0) return;
            body.Add(Section(say[key]));
            body.Add(HouseStyle.Rows(shown));
        }
    }

    internal static TextBlock Section(string title) => new(Markdown.Escape(title)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium };

    internal static ColumnSet Row(CaseDraft draft, Reading reading)
    {
        var title = TitleOf(draft, reading.Say);
        return HouseStyle.RowLink(
            title,
            Showing.Join(reading.Say, reading.Say["Sharing.SavedOn", ("date", reading.Say.Date(draft.SavedAt, reading.Zone))], draft.CaseId is null ? null : reading.Say["Sharing.IsChange"]),
            Open(reading.Say["Problems.OpenNamed", ("title", title)], "mine/draft", ("draft", draft.Id.ToString())));
    }

    internal static string TitleOf(CaseDraft draft, Say say) => draft.Content.Title.Length > 0 ? draft.Content.Title : say["Sharing.Untitled"];

    internal static ExecuteAction Open(string title, string verb, CardData data) => new() { Title = title, Verb = verb, Data = data, AssociatedInputs = AssociatedInputs.None };
}

/// <summary>One draft: go on with it, or delete it.</summary>
public static class DraftMenuCard
{
    /// <param name="isOwn">Began it; others who write it leave it to them to delete.</param>
    public static AdaptiveCard For(CaseDraft draft, Reading reading, bool isOwn = true)
    {
        var say = reading.Say;
        CardData data = ("draft", draft.Id.ToString());
        return HouseStyle.Card(
            say.Language.Code,
            MineCard.TitleOf(draft, say),
            [
                HouseStyle.Subtle(Showing.Join(say, say["Sharing.SavedOn", ("date", say.Date(draft.SavedAt, reading.Zone))], draft.CaseId is null ? null : say["Sharing.IsChange"])),
                HouseStyle.Button(ShareCard.Strong(reading.Form(say["Sharing.GoOn"], "share/open", data))),
                .. draft.CaseId is null ? [HouseStyle.Button(say["Sharing.Editors"], "draft-editor/list", data)] : Array.Empty<CardElement>(),
                .. isOwn ? [HouseStyle.Button(say["Sharing.Delete"], "mine/delete-ask", data)] : Array.Empty<CardElement>(),
                HouseStyle.Back(say["Words.Back"], "mine/show"),
            ]);
    }

    public static AdaptiveCard Delete(CaseDraft draft, Say say)
    {
        CardData data = ("draft", draft.Id.ToString());
        return HouseStyle.Card(
            say.Language.Code,
            say["Sharing.DeleteHeading"],
            [
                new TextBlock(Markdown.Escape(MineCard.TitleOf(draft, say))) { Weight = TextWeight.Bolder },
                HouseStyle.Paragraph(say.Markdown("Sharing.DeleteText")),
                HouseStyle.Button(say["Sharing.DeleteYes"], "mine/delete", data),
                HouseStyle.Back(say["Words.Back"], "mine/draft", data),
            ]);
    }
}

/// <summary>One case for those who write it: its state, its partners' answers, and what can be done with it.</summary>
public static class OwnCaseCard
{
    public static AdaptiveCard For(OwnCase own, Reading reading)
    {
        var (say, @case) = (reading.Say, own.Case);
        CardData data = ("case", @case.Id.ToString());
        var body = new List<CardElement>
        {
            HouseStyle.Subtle(Showing.Join(
                say, say[$"Sharing.State_{Vocabulary.Write(@case.State)}"], say["Sharing.ReadBy", ("readers", say.Of(@case.Readers))],
                say.Date(@case.EditedAt ?? @case.PublishedAt ?? @case.CreatedAt, reading.Zone))),
        };
        foreach (var partner in own.Partners)
            body.Add(say.Labelled(partner.Name, say[$"Sharing.Partner_{(partner.State is PartnerState.Confirmed or PartnerState.Declined ? Vocabulary.Write(partner.State) : "waiting")}"]));
        body.Add(HouseStyle.Button(ShareCard.Strong(reading.Form(say[own.Draft is null ? "Sharing.Edit" : "Sharing.GoOnEdit"], "share/edit", data))));
        if (@case.State is CaseState.Published or CaseState.Archived) body.Add(HouseStyle.Button(say["Reading.ReadCase"], "case/open", data));
        body.Add(HouseStyle.Button(say["Sharing.History"], "mine/history", data));
        body.Add(HouseStyle.Button(say["Sharing.Editors"], "mine/editors", data));
        if (own.IsAuthor && @case.State != CaseState.Withdrawn) body.Add(HouseStyle.Button(say["Sharing.Withdraw"], "mine/withdraw-ask", data));
        body.Add(HouseStyle.Back(say["Words.Back"], "mine/show"));
        return HouseStyle.Card(say.Language.Code, @case.Title, body);
    }

    public static AdaptiveCard Withdraw(OwnCase own, Say say)
    {
        CardData data = ("case", own.Case.Id.ToString());
        return HouseStyle.Card(
            say.Language.Code,
            say["Sharing.WithdrawHeading"],
            [
                new TextBlock(Markdown.Escape(own.Case.Title)) { Weight = TextWeight.Bolder },
                HouseStyle.Paragraph(say.Markdown("Sharing.WithdrawText")),
                HouseStyle.Button(say["Sharing.WithdrawYes"], "mine/withdraw", data),
                HouseStyle.Back(say["Words.Back"], "mine/case", data),
            ]);
    }
}
