using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Organise;

/// <summary>What waits for an organiser, of one capability. Each capability registers its own; none knows the others.</summary>
public interface IOrganiseRows
{
    /// <summary>Place on the card, lowest first; what people wait for stands before what can wait.</summary>
    int Order { get; }

    /// <returns>Sections with at least one row; none when nothing waits. Only for whoever may organise it: checked by the use case, not here.</returns>
    Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop);
}

/// <param name="Title">What waits, in a few words, with its number.</param>
public sealed record OrganiseSection(string Title, IReadOnlyList<ColumnSet> Rows);

/// <summary>"organise": what waits for an organiser.</summary>
public sealed class OrganiseCommand(OrganiseRoute route) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => route.Run(default, turn, stop);
}

[Verb("organise/show")]
public sealed class OrganiseRoute(NetworkDb db, IEnumerable<IOrganiseRows> capabilities) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        if (await db.MemberOf(turn.By, stop) is not { } member || member.Roles.Count == 0) return Reply.Text(turn.Say["Organise.NotOrganiser"]);

        List<OrganiseSection> sections = [];
        foreach (var capability in capabilities.OrderBy(one => one.Order)) sections.AddRange(await capability.Sections(turn, stop));
        return Reply.Card(OrganiseCard.For(sections, turn.Say));
    }
}

/// <summary>A row for each thing that waits; the row opens it.</summary>
public static class OrganiseCard
{
    public static AdaptiveCard For(IReadOnlyList<OrganiseSection> sections, Say say)
    {
        var heading = say[sections.Count > 0 ? "Organise.Heading" : "Organise.Nothing"];
        var body = new List<CardElement>();
        foreach (var section in sections)
        {
            body.Add(new TextBlock(Markdown.Escape(section.Title)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium });
            body.Add(HouseStyle.Rows([.. section.Rows]));
        }

        body.Add(HouseStyle.Subtle(say["Organise.Logged"]));
        return HouseStyle.Card(say.Language.Code, heading, body);
    }
}
