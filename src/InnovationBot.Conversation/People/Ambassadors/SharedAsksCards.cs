using InnovationBot.Cards;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.People.Ambassadors;

/// <summary>The way to how requests are shared, once there are ambassadors.</summary>
public sealed class SharedAsksRows(Network.NetworkDb db) : IOrganiseRows
{
    public int Order => 36;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop) =>
        turn.Sender.Has(Role.Organiser) && await db.Members.AnyAsync(m => m.Ambassador == AmbassadorState.Confirmed, stop) ? [For(turn.Say)] : [];

    internal static OrganiseSection For(Say say) => new(say["Ambassadors.ShareSection"], [HouseStyle.RowLink(
        say["Ambassadors.ShareTitle"], say["Ambassadors.ShareHint"],
        new ExecuteAction { Title = say["Ambassadors.ShareTitle"], Verb = "ambassadors/share", AssociatedInputs = AssociatedInputs.None })]);
}

/// <summary>How many ambassadors got how many requests; nobody by name.</summary>
public static class SharedAsksCard
{
    public static AdaptiveCard For(SharedAsks shared, Say say)
    {
        var body = new List<CardElement>
        {
            HouseStyle.Facts(
            [
                (say["Ambassadors.ShareAll"], say.Figure(shared.Ambassadors)),
                .. shared.Ranges.Select((figure, at) => (say[$"Ambassadors.ShareRange_{CountAsks.Ranges[at]}"], say.Figure(figure))),
            ]),
        };
        if (shared.Evenly is { } evenly) body.Add(HouseStyle.Paragraph(say.Markdown(evenly ? "Ambassadors.ShareEven" : "Ambassadors.ShareUneven")));
        body.Add(HouseStyle.Subtle(say["Ambassadors.ShareRule"]));
        body.Add(HouseStyle.Back(say["Words.Back"], "organise/show"));
        return HouseStyle.Card(say.Language.Code, say["Ambassadors.ShareHeading"], body);
    }
}

[Verb("ambassadors/share")]
public sealed class SharedAsksRoute(CountAsks count, OrganiseRoute organise) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => turn.Scope != Scope.Personal
        ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"])
        : (await count.Handle(turn.By, stop)).Match(shared => Reply.Card(SharedAsksCard.For(shared, turn.Say)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => organise.Run(data, turn, stop);
}
