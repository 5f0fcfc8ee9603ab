using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.People.Profile;

namespace InnovationBot.Conversation.People.Profile;

/// <summary>"stop", alone, in any language and any place: effective at once, before the confirmation is read.</summary>
public sealed class StopCommand(StopUnasked unasked) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => (await unasked.Handle(turn.By, stop)).Match(
        _ => turn.Scope == Scope.Personal ? Reply.Card(StoppedCard.For(turn.Reading)) : Reply.Text(turn.Say["Profile.StopHeading"]),
        Reply.Refused);
}

[Verb("profile/hear-again")]
public sealed class HearAgainRoute(HearAgain hear) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await hear.Handle(turn.By, stop)).Match(_ => ForgetRoute.Done(turn.Say["Profile.HeardAgain"], turn.Say), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        Task.FromResult(turn.Sender.StoppedAt is null ? ForgetRoute.Done(turn.Say["Profile.HeardAgain"], turn.Say) : Reply.Card(StoppedCard.For(turn.Reading)));
}

/// <summary>"leave": asks once.</summary>
public sealed class LeaveCommand : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => Task.FromResult(
        turn.Scope == Scope.Personal ? Reply.Card(LeaveCard.For(turn.Reading)) : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]));
}

[Verb("profile/leave-ask")]
public sealed class LeaveAskRoute : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Task.FromResult(Reply.Card(LeaveCard.For(turn.Reading)));
}

[Verb("profile/leave")]
public sealed class LeaveRoute(LeaveNetwork leave, ShowProfile show) : ProfileRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var left = await leave.Handle(turn.By, stop);
        return left.Match(_ => ForgetRoute.Done(turn.Say["Profile.Left"], turn.Say), Reply.Refused);
    }
}
