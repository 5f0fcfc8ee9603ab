using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;

namespace InnovationBot.Service.Demo.Acting;

/// <summary><c>view as NAME</c>: the person goes on as that member, and reads what waits in the member's tray.</summary>
public sealed class ViewAs(PlayedMembers played, MemberDirectory members, Tray tray, DueNow due)
{
    private const int MostCandidates = 8;

    public async Task<Reply> Run(string name, Turn turn, CancellationToken stop)
    {
        var activity = turn.Context.Activity;
        if (name.Length == 0) return await Lines.Say(turn, await WhoWaits(activity, stop), stop);
        if (name.Equals("me", StringComparison.OrdinalIgnoreCase) || name.Equals("myself", StringComparison.OrdinalIgnoreCase)) return await Back(turn, stop);

        var found = MemberNames.Find(name, await members.All(stop));
        if (found is not [var member]) return await Lines.Say(turn, Unclear(name, found), stop);
        if (member.Id == played.Self(activity)) return await Back(turn, stop);
        if (member.Id == turn.By && played.Self(activity) is null) return Reply.Text("That is you.");

        await due.Run(DueNow.Patience, stop);
        played.Begin(activity, turn.By, member);
        await turn.Context.Send(Activity.Message($"You are now {member.Name}{(member.Place.Length > 0 ? $", {member.Place}" : "")}. To be yourself again: view as me"), stop);
        var shown = await tray.Show(member, addressed: true, TrayChat.Of(turn.Context), stop);
        return shown == 0 ? Reply.Text($"Nothing is waiting for {member.Name}.") : Reply.Nothing;
    }

    private async Task<Reply> Back(Turn turn, CancellationToken stop)
    {
        if (played.Self(turn.Context.Activity) is not { } self) return Reply.Text("You are yourself.");
        await due.Run(DueNow.Patience, stop);
        played.End(turn.Context.Activity);
        await turn.Context.Send(Activity.Message("You are yourself again."), stop);
        if (await members.Find(self, stop) is { } me) await tray.Show(me, addressed: false, TrayChat.Of(turn.Context), stop);
        return Reply.Nothing;
    }

    private async Task<IEnumerable<string>> WhoWaits(Activity activity, CancellationToken stop)
    {
        await due.Run(DueNow.Patience, stop);
        var now = played.Of(activity) is { } id && await members.Find(id, stop) is { } member ? $"You are {Markdown.Escape(member.Name)}." : "You are yourself.";
        var waiting = await tray.Waiting(stop);
        return waiting.Count == 0
            ? [$"{now} Nothing is waiting for anybody. To be somebody else: **view as NAME**"]
            : [$"{now} Messages are waiting for:", .. waiting.Select(one => $"{Markdown.Escape(one.Member.Name)} ({one.Count})")];
    }

    private static IEnumerable<string> Unclear(string name, IReadOnlyList<NamedMember> found)
    {
        if (found.Count == 0) return [$"Nobody here is called {Markdown.Escape(name)}. Part of a name is enough."];
        var some = found.Take(MostCandidates).Select(member => Markdown.Escape($"{member.Name}, {member.Place}"));
        return ["Who is meant?", .. some, .. found.Count > MostCandidates ? [$"and {found.Count - MostCandidates} others"] : Array.Empty<string>()];
    }
}
