using InnovationBot.Cards;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Ambassadors.Wanted;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.People.Wanted;

/// <summary>Tasks that many asked about and no ambassador covers.</summary>
public sealed class TaskRows(UncoveredTasks uncovered, ITasks tasks) : IOrganiseRows
{
    public int Order => 20;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop)
    {
        var found = await uncovered.Handle(turn.By, stop);
        return found.Count == 0 ? [] : [For(found, tasks, turn.Reading)];
    }

    internal static OrganiseSection For(IReadOnlyList<UncoveredTask> found, ITasks tasks, Reading reading) => new(
        reading.Say["Wanted.Section", ("count", found.Count)],
        [.. found.Take(60).Select(one => HouseStyle.RowLink(
            tasks.Name(one.Task, reading.Say.Language),
            Showing.Join(
                reading.Say, reading.Say["Wanted.Asked", ("people", reading.Say.Figure(one.Asked))],
                one.AskedAt is { } at ? reading.Say["Organise.AskedOn", ("date", reading.Say.Date(at, reading.Zone))] : null),
            new ExecuteAction
            {
                Title = reading.Say["Problems.OpenNamed", ("title", tasks.Name(one.Task, reading.Say.Language))], Verb = "wanted/show",
                Data = ("task", one.Task), AssociatedInputs = AssociatedInputs.None,
            }))]);
}

/// <summary>One such task: how many could be asked, and the press that asks each of them.</summary>
public static class WantedTaskCard
{
    public static AdaptiveCard For(UncoveredTask one, string name, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>
        {
            HouseStyle.Paragraph(say["Wanted.Intro", ("people", say.Figure(one.Asked))]),
            HouseStyle.Facts((say["Wanted.FactAuthors"], one.AnyAuthor ? say.Figure(one.Authors) : say["Wanted.NoAuthor"])),
        };
        if (one.AskedAt is { } at) body.Add(HouseStyle.Subtle(say["Organise.AskedOn", ("date", say.Date(at, reading.Zone))]));
        else if (one.AnyAuthor) body.Add(HouseStyle.StrongButton(say["Wanted.Ask"], "wanted/ask", ("task", one.Task)));
        body.Add(HouseStyle.Subtle(say["Wanted.Hint"]));
        body.Add(HouseStyle.Back(say["Words.Back"], "organise/show"));
        return HouseStyle.Card(say.Language.Code, say["Wanted.Heading", ("task", name)], body);
    }
}

/// <summary>To whoever carried a case about the task: a question, and how to say yes.</summary>
public static class WantedCard
{
    public static AdaptiveCard For(string name, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Wanted.PersonHeading", ("task", name)],
            [
                HouseStyle.Paragraph(say.Markdown("Wanted.PersonIntro", ("task", name))),
                HouseStyle.Paragraph(say.Markdown("Wanted.PersonHow")),
                HouseStyle.StrongButton(say["Wanted.PersonProfile"], "profile/show"),
                HouseStyle.Subtle(say["Wanted.PersonHint"]),
            ]);
    }
}

[Verb("wanted/show")]
public sealed class WantedShowRoute(UncoveredTasks uncovered, ITasks tasks, OrganiseRoute organise) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var task = data.Text("task", 100);
        return (await uncovered.Handle(turn.By, stop)).FirstOrDefault(one => one.Task == task) is { } found
            ? Reply.Card(WantedTaskCard.For(found, tasks.Name(task, turn.Language), turn.Reading))
            : Reply.Refused(Refusal.NotFound);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => organise.Run(data, turn, stop);
}

/// <summary>"Ask them privately".</summary>
[Verb("wanted/ask")]
public sealed class WantedAskRoute(AskForAmbassadors ask, WantedShowRoute card, OrganiseRoute organise) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await ask.Handle(data.Text("task", 100), turn.By, stop)).Refusal is { } refusal ? Reply.Refused(refusal) : await card.Run(data, turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => organise.Run(data, turn, stop);
}

public sealed class WantedRenderer(AskForAmbassadors ask, ITasks tasks) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        await ask.TaskOf(EntityId.From<TaskAppealId>(notice.Subject), stop) is { } task
            ? new NoticeMessage(WantedCard.For(tasks.Name(task, reading.Say.Language), reading), reading.Say["Wanted.Summary"])
            : null;
}
