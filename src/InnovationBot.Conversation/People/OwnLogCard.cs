using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;

namespace InnovationBot.Conversation.People;

/// <summary>What the audit log holds about the reader: what was done, when, and by whom.</summary>
public static class OwnLogCard
{
    /// <summary>Lines of one card; the file of "my data" holds all.</summary>
    internal const int Most = 25;

    public static AdaptiveCard For(OwnLogView view, Reading reading)
    {
        var say = reading.Say;
        List<CardElement> body = [HouseStyle.Subtle(say["Log.Text"])];
        if (view.Acts.Count == 0) body.Add(HouseStyle.Paragraph(Markdown.Escape(say["Log.Nothing"])));
        foreach (var act in view.Acts)
            body.Add(HouseStyle.Labelled(What(act, say), Showing.Join(say, say.Date(act.At, reading.Zone), By(act, say))));
        if (view.Total > view.Acts.Count) body.Add(HouseStyle.Subtle(say["Log.More"]));
        return HouseStyle.Card(say.Language.Code, say["Log.Heading"], body);
    }

    private static string What(OwnAct act, Say say)
    {
        var word = Vocabulary.Write(act.Act);
        var what = say[TextCatalog.Default.Has(say.Language, $"Log.Act_{word}") ? $"Log.Act_{word}" : "Log.Act_other"];
        return act.Act is AuditAct.RoleGranted or AuditAct.RoleRevoked or AuditAct.RoleHandedOver && Vocabulary.TryRead<GrantedRole>(act.Detail ?? "", out var role)
            ? say.Named(what, say[$"Roles.Role_{Vocabulary.Write(role)}"]) + "."
            : what + ".";
    }

    private static string By(OwnAct act, Say say) =>
        act.ByYou ? say["Log.ByYou"]
        : act.ByMachine ? say["Log.ByMachine"]
        : act.ByName is { } name ? say["Log.ByPerson", ("person", name)]
        : say["Log.BySomebody"];
}

/// <summary>"what happened to me".</summary>
public sealed class OwnLogCommand(OwnLogRoute route) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => route.Run(default, turn, stop);
}

[Verb("people/log")]
public sealed class OwnLogRoute(OwnLog log) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal
            ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"])
            : Reply.Card(OwnLogCard.For(await log.Handle(turn.By, OwnLogCard.Most, stop), turn.Reading));
}
