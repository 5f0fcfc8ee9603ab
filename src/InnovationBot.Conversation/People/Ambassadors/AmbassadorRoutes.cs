using InnovationBot.Conversation.Introductions;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.Problems;
using ApplicationId = InnovationBot.Network.ApplicationId;

namespace InnovationBot.Conversation.People.Ambassadors;

/// <summary>"become an ambassador": the application, or where one stands.</summary>
public sealed class BecomeAmbassadorCommand(ShowAmbassadorRoute route) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => route.Run(default, turn, stop);
}

/// <summary>A press on where somebody stands as an ambassador; the card then shows how it is.</summary>
public abstract class AmbassadorRoute(ShowAmbassador show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"]) : await Act(data, turn, stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Reply.Nothing : (await show.Handle(turn.By, stop)).Match(view => Draw(view, data, turn), _ => Reply.Nothing);

    protected abstract Task<Reply> Act(PressData data, Turn turn, CancellationToken stop);

    protected virtual Reply Draw(AmbassadorView view, PressData data, Turn turn) => Reply.Card(AmbassadorCard.For(view, turn.Reading));

    protected static Reply Now(Result<AmbassadorView> result, Turn turn) => result.Match(view => Reply.Card(AmbassadorCard.For(view, turn.Reading)), Reply.Refused);
}

[Verb("ambassador/show")]
public sealed class ShowAmbassadorRoute(ShowAmbassador show) : AmbassadorRoute(show)
{
    private readonly ShowAmbassador show = show;

    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Now(await show.Handle(turn.By, stop), turn);
}

[Verb("ambassador/apply")]
public sealed class ApplyRoute(ApplyAsAmbassador apply, ILanguageDetector detector, ShowAmbassador show) : AmbassadorRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var written = WrittenApplication.Read(data);
        var problems = written.Problems.Where(one => one.Text.Length > 0).ToList();
        var language = detector.Detect(string.Join('\n', problems.Select(one => one.Text))) ?? turn.Language;
        var request = new ApplyAsAmbassador.Request(turn.By, problems, written.MonthlyCap, written.Findable, written.Contactable, written.Visibility, language);
        return Now(await apply.Handle(request, stop), turn);
    }

    /// <summary>What was refused stands there again as it was written.</summary>
    protected override Reply Draw(AmbassadorView view, PressData data, Turn turn) =>
        view is { Waits: false, Person: { HasJoined: true, Ambassador: not AmbassadorState.Confirmed } }
            ? Reply.Card(ApplyCard.For(view, WrittenApplication.Read(data), turn.Reading))
            : base.Draw(view, data, turn);
}

[Verb("ambassador/withdraw")]
public sealed class WithdrawApplicationRoute(WithdrawApplication withdraw, ShowAmbassador show) : AmbassadorRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Now(await withdraw.Handle(turn.By, stop), turn);
}

[Verb("ambassador/retire-ask")]
public sealed class RetireAskRoute(ShowAmbassador show) : AmbassadorRoute(show)
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Task.FromResult(Reply.Card(RetireCard.For(turn.Reading)));
}

[Verb("ambassador/retire")]
public sealed class RetireRoute(RetireAmbassador retire, ShowAmbassador show) : AmbassadorRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var retired = await retire.Handle(turn.By, stop);
        return retired.Match(_ => ForgetRoute.Done(turn.Say["Ambassadors.Retired"], turn.Say), Reply.Refused);
    }
}

/// <summary>"ambassadors", "ambassadors Občina Lipovec", "ambassadors building permits".</summary>
public sealed class AmbassadorsCommand(ListAmbassadors list) : ICommand
{
    /// <summary>Longest name of an organisation or topic; more words are a problem told.</summary>
    private const int MostWords = 6;

    public bool Takes(string argument, Turn turn) => argument.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords;

    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal
            ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"])
            : (await list.Handle(new ListAmbassadors.Request(turn.By, argument, turn.Language), stop)).Match(found => Reply.Card(AmbassadorsCard.For(found, turn.Reading)), Reply.Refused);
}

[Verb("ambassador/list")]
public sealed class ListAmbassadorsRoute(AmbassadorsCommand command) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => command.Run("", turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => command.Run("", turn, stop);
}

/// <summary>Somebody from the list is to be asked: about what?</summary>
[Verb("ambassador/ask")]
public sealed class AskAmbassadorRoute(AskAmbassador ask, ListAmbassadorsRoute list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var who = data.Text("who", 64);
        return (await ask.Show(turn.By, who, turn.Language, stop)).Match(person => Reply.Card(AskAmbassadorCard.For(who, person, turn.Reading)), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => list.Show(data, turn, stop);
}

/// <summary>The problem was told: now the same card as from an answer.</summary>
[Verb("ambassador/ask-about")]
public sealed class AskAboutRoute(AskAmbassador ask, DraftIntroduction draft) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var request = new AskAmbassador.Request(turn.By, data.Text("who", 64), turn.Kept(data.Text("problem", Introduction.MaxBlurb * 2)), turn.Language, null);
        var asked = await ask.Handle(request, stop);
        if (asked.Refusal is { } refusal) return Reply.Refused(refusal);
        return (await draft.Handle(asked.Value, turn.By, stop)).Match(found => Reply.Card(DraftCard.For(found, turn.Reading)), Reply.Refused);
    }

    /// <summary>The form again, with what was written in it.</summary>
    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop)
    {
        var who = data.Text("who", 64);
        return (await ask.Show(turn.By, who, turn.Language, stop)).Match(
            person => Reply.Card(AskAmbassadorCard.For(who, person, turn.Reading, data.Text("problem", Introduction.MaxBlurb * 2))), _ => Reply.Nothing);
    }
}

/// <summary>Applications that wait for an organiser.</summary>
public sealed class ApplicationRows(ListApplications list) : IOrganiseRows
{
    public int Order => 5;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop)
    {
        var found = await list.Handle(turn.By, stop);
        return found.Refusal is null ? For(found.Value, turn.Reading) : [];
    }

    internal static IReadOnlyList<OrganiseSection> For(ApplicationsWaiting waiting, Reading reading) => waiting.Count == 0 ? [] :
    [
        new(reading.Say["Ambassadors.Applications", ("count", waiting.Count)], [.. waiting.First.Select(one => Cards.HouseStyle.RowLink(
            one.Person.Name ?? "", ApplicationCard.Who(one, reading.Say),
            new Cards.ExecuteAction
            {
                Title = reading.Say["Problems.OpenNamed", ("title", one.Person.Name ?? "")], Verb = "ambassador/application", Data = ("application", one.Application.Id.ToString()),
                AssociatedInputs = Cards.AssociatedInputs.None,
            }))]),
    ];
}

/// <summary>A press of an organiser on an application.</summary>
public abstract class ApplicationRoute(ShowApplication show) : IVerbRoute
{
    public abstract Task<Reply> Run(PressData data, Turn turn, CancellationToken stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<ApplicationId>("application"), turn.By, stop)).Match(view => Reply.Card(ApplicationCard.For(view, turn.Reading)), _ => Reply.Nothing);
}

[Verb("ambassador/application")]
public sealed class ShowApplicationRoute(ShowApplication show) : ApplicationRoute(show)
{
    private readonly ShowApplication show = show;

    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<ApplicationId>("application"), turn.By, stop)).Match(view => Reply.Card(ApplicationCard.For(view, turn.Reading)), Reply.Refused);
}

[Verb("ambassador/approve")]
public sealed class ApproveRoute(DecideApplication decide, ShowApplication show) : ApplicationRoute(show)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await decide.Handle(data.Id<ApplicationId>("application"), approved: true, "", turn.By, stop)).Match(view => Reply.Card(ApplicationCard.For(view, turn.Reading)), Reply.Refused);
}

[Verb("ambassador/decline")]
public sealed class DeclineApplicationRoute(DecideApplication decide, ShowApplication show) : ApplicationRoute(show)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await decide.Handle(data.Id<ApplicationId>("application"), approved: false, turn.Kept(data.Text("reason", 2000)), turn.By, stop)).Match(
            view => Reply.Card(ApplicationCard.For(view, turn.Reading)), Reply.Refused);
}

public sealed class ApplicationDecidedRenderer(ShowApplication show) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        (await show.Own(EntityId.From<ApplicationId>(notice.Subject), notice.RecipientId, stop)).Match<NoticeMessage?>(
            view => view.Application.State is ApplicationState.Approved or ApplicationState.Declined
                ? new NoticeMessage(ApplicationDecidedCard.For(view.Application, reading), reading.Say["Ambassadors.DecidedSummary"]) : null,
            _ => null);
}
