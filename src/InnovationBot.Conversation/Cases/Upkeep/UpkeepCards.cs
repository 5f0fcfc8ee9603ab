using InnovationBot.Cards;
using InnovationBot.Conversation.Cases.Sharing;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Upkeep;

namespace InnovationBot.Conversation.Cases.Upkeep;

/// <summary>Reports wait above everything else: what is wrong with a case, or names somebody, is read until one is decided.</summary>
public sealed class ReportRows(ListUpkeep list) : IOrganiseRows
{
    public int Order => 1;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop)
    {
        var found = await list.Reports(turn.By, stop);
        return found.Refusal is null ? For(found.Value, turn.Reading) : [];
    }

    internal static IReadOnlyList<OrganiseSection> For(IReadOnlyList<WaitingReport> reports, Reading reading)
    {
        var say = reading.Say;
        if (reports.Count == 0) return [];
        return
        [
            new(say["Organise.Reports", ("count", reports.Count)], [.. reports.Select(one => HouseStyle.RowLink(
                one.Title,
                Showing.Join(say, say.Word(one.Report.Kind), say.Date(one.Report.CreatedAt, reading.Zone)),
                CaseRows.Open(say["Problems.OpenNamed", ("title", one.Title)], "report/show", ("report", one.Report.Id.ToString()))))]),
        ];
    }
}

/// <summary>What of the library waits for an organiser.</summary>
public sealed class CaseRows(ListUpkeep list) : IOrganiseRows
{
    public int Order => 10;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop)
    {
        var found = await list.Handle(turn.By, stop);
        return found.Refusal is null ? For(found.Value, turn.Reading) : [];
    }

    internal static IReadOnlyList<OrganiseSection> For(UpkeepList waiting, Reading reading)
    {
        var say = reading.Say;
        OrganiseSection[] all =
        [
            new(say["Organise.Incomplete", ("count", waiting.Incompletes)], [.. waiting.Incomplete.Select(one => Row(one, reading))]),
            new(say["Organise.Unconfirmed", ("count", waiting.Unconfirmeds)], [.. waiting.Unconfirmed.Select(one => Row(one, reading))]),
        ];
        return [.. all.Where(section => section.Rows.Count > 0)];
    }

    private static ColumnSet Row(WaitingCase one, Reading reading) => HouseStyle.RowLink(
        one.Title,
        Showing.Join(
            reading.Say,
            reading.Say.Count("Organise.Opened", one.Opened),
            one.SaidChanged ? reading.Say["Organise.SaidChanged"] : null,
            one.AskedAt is { } at ? reading.Say["Organise.AskedOn", ("date", reading.Say.Date(at, reading.Zone))] : null),
        Open(reading.Say["Problems.OpenNamed", ("title", one.Title)], "upkeep/draft", UpkeepDraftCard.Data(one.Case, one.Kind)));

    internal static ExecuteAction Open(string title, string verb, CardData data) => new() { Title = title, Verb = verb, Data = data, AssociatedInputs = AssociatedInputs.None };
}

/// <summary>Whom an organiser has asked about a case.</summary>
public static class UpkeepDraftCard
{
    public static CardData Data(CaseId @case, CaseQuestionKind kind) => CardData.Of(("case", @case.ToString()), ("kind", Vocabulary.Write(kind)));

    public static AdaptiveCard For(UpkeepDraft draft, Reading reading)
    {
        var say = reading.Say;
        var heading = say[draft.Kind == CaseQuestionKind.StillTrue ? "Organise.DraftStillTrue" : "Organise.DraftComplete"];
        var body = new List<CardElement> { new TextBlock(Markdown.Escape(draft.Case.Title)) { Weight = TextWeight.Bolder } };
        if (draft.AskedAt is { } at) body.Add(HouseStyle.Subtle(say["Organise.AskedOn", ("date", say.Date(at, reading.Zone))]));
        else if (draft.Asked is { } asked)
        {
            body.Add(HouseStyle.Paragraph(say.Markdown("Organise.Asks", ("person", say.Person(asked)))));
            if (draft.Deputy is { } deputy) body.Add(HouseStyle.Subtle(say["Organise.Deputy", ("person", say.Person(deputy))]));
            body.Add(HouseStyle.StrongButton(say["Organise.Ask"], "upkeep/send", Data(draft.Case.Id, draft.Kind)));
        }
        else
        {
            body.Add(HouseStyle.Paragraph(say["Organise.NobodyToAsk"]));
        }

        body.Add(HouseStyle.Button(say["Reading.OpenCase"], "case/open", ("case", draft.Case.Id.ToString())));
        body.Add(HouseStyle.Back(say["Words.Back"], "organise/show"));
        return HouseStyle.Card(say.Language.Code, heading, body);
    }
}

/// <summary>Whoever knows a case is asked whether it is still true, or for what is missing.</summary>
public static class UpkeepCard
{
    public static AdaptiveCard For(UpkeepAsked asked, Reading reading)
    {
        var say = reading.Say;
        var (question, @case) = (asked.Question, asked.Case);
        CardData of = ("question", question.Id.ToString());
        var stillTrue = question.Kind == CaseQuestionKind.StillTrue;
        var heading = say[question.Answer is not null ? "Organise.Thanks" : stillTrue ? "Organise.StillTrueHeading" : "Organise.CompleteHeading"];
        var body = new List<CardElement> { new TextBlock(Markdown.Escape(@case.Title)) { Weight = TextWeight.Bolder } };
        if (@case.Lesson is { Length: > 0 } lesson) body.Add(HouseStyle.Labelled(say["Cases.Lesson"], lesson));
        if (question.Answer is { } answer)
        {
            body.Add(HouseStyle.Paragraph(say[$"Organise.Answered_{Vocabulary.Write(answer)}"]));
            if (answer == CaseAnswer.Changed) body.Add(HouseStyle.Button(ShareCard.Strong(reading.Form(say["Sharing.Edit"], "share/edit", ("case", @case.Id.ToString())))));
        }
        else if (stillTrue)
        {
            body.Add(HouseStyle.StrongButton(say["Organise.StillTrue"], "upkeep/answer", of.With("answer", Vocabulary.Write(CaseAnswer.StillTrue))));
            body.Add(HouseStyle.Button(say["Organise.Changed"], "upkeep/answer", of.With("answer", Vocabulary.Write(CaseAnswer.Changed))));
            body.Add(HouseStyle.Button(say["Organise.NoLonger"], "upkeep/answer", of.With("answer", Vocabulary.Write(CaseAnswer.NoLonger))));
        }
        else
        {
            if (string.IsNullOrWhiteSpace(@case.Lesson)) body.Add(Field("lesson", say["Organise.LessonLabel"], say));
            if (string.IsNullOrWhiteSpace(@case.Result)) body.Add(Field("result", say["Organise.ResultLabel"], say));
            body.Add(HouseStyle.StrongButton(say["Organise.Complete"], "upkeep/complete", of));
        }

        body.Add(HouseStyle.Button(say["Reading.OpenCase"], "case/open", ("case", @case.Id.ToString())));
        body.Add(HouseStyle.Subtle(say["Reading.ReusedWhy"]));
        return HouseStyle.Card(say.Language.Code, heading, body);
    }

    private static TextInput Field(string id, string label, Say say) =>
        new() { Id = id, Label = label, ErrorMessage = say["Reading.AskError"], IsRequired = true, IsMultiline = true, MaxLength = 2000 };
}
