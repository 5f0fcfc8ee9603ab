using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Organise;

/// <summary>What waits for an organiser, of one capability. Each capability registers its own; none knows the others.</summary>
public interface IOrganiseRows
{
    /// <summary>Place on the card, lowest first; what people wait for stands before what can wait.</summary>
    int Order { get; }

    /// <returns>Sections with at least one row, each with all of its rows but at most 60; none when nothing waits. Only for whoever may organise it: checked by the use case, not here.</returns>
    Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop);
}

/// <param name="Title">What waits, in a few words, with its number.</param>
public sealed record OrganiseSection(string Title, IReadOnlyList<ColumnSet> Rows)
{
    /// <summary>Where all of its rows are; set by the card of all.</summary>
    internal OrganisePage? All { get; init; }
}

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
        foreach (var capability in capabilities.OrderBy(one => one.Order))
            sections.AddRange((await capability.Sections(turn, stop)).Select((section, at) => section with { All = new OrganisePage(capability.GetType().Name, at) }));
        return Reply.Card(OrganiseCard.For(sections, turn.Say));
    }
}

/// <summary>One section of what waits, page by page.</summary>
[Verb("organise/section")]
public sealed class OrganiseSectionRoute(OrganiseRoute whole, IEnumerable<IOrganiseRows> capabilities) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var page = OrganisePage.Of(data);
        if (turn.Scope != Scope.Personal || capabilities.FirstOrDefault(one => one.GetType().Name == page.Rows) is not { } capability) return await whole.Run(data, turn, stop);
        var sections = await capability.Sections(turn, stop);
        return page.Section < sections.Count ? Reply.Card(OrganiseCard.For(sections[page.Section], page, turn.Say)) : await whole.Run(data, turn, stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);
}

/// <summary>Which page of which section, in the data of a button; what comes back is read as a stranger's text.</summary>
/// <param name="Rows">Name of the capability's rows.</param>
/// <param name="Section">Its place among those of the capability.</param>
public sealed record OrganisePage(string Rows, int Section, int Page = 1)
{
    public const int OnAPage = 8;

    internal CardData Data => CardData.Of(("rows", Rows), ("section", Text(Section)), ("page", Text(Page)));

    internal static OrganisePage Of(PressData data) => new(data.Text("rows", 100), Math.Max(0, data.Number("section") ?? 0), Math.Clamp(data.Number("page") ?? 1, 1, 1000));

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A row for each thing that waits; the row opens it. The first of each section, and the way to the others.</summary>
public static class OrganiseCard
{
    /// <summary>Rows of each section on the card of all.</summary>
    private const int First = 4;

    public static AdaptiveCard For(IReadOnlyList<OrganiseSection> sections, Say say)
    {
        var body = new List<CardElement>();
        foreach (var section in sections)
        {
            body.Add(new TextBlock(Markdown.Escape(section.Title)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium });
            body.Add(HouseStyle.Rows([.. section.Rows.Take(First)]));
            if (section.Rows.Count > First && section.All is { } all) body.Add(HouseStyle.Button(To(say["Organise.ShowAll"], all)));
        }

        body.Add(HouseStyle.Subtle(say["Organise.Logged"]));
        return HouseStyle.Card(say.Language.Code, say[sections.Count > 0 ? "Organise.Heading" : "Organise.Nothing"], body);
    }

    public static AdaptiveCard For(OrganiseSection section, OrganisePage page, Say say)
    {
        var (at, pages) = Paged.At(page.Page, section.Rows.Count, OrganisePage.OnAPage);
        var body = new List<CardElement> { HouseStyle.Rows([.. section.Rows.Skip((at - 1) * OrganisePage.OnAPage).Take(OrganisePage.OnAPage)]) };
        body.AddRange(Paging.Turning(at, pages, "organise/section", to => (page with { Page = to }).Data, say));
        body.Add(HouseStyle.Subtle(say["Organise.Logged"]));
        body.Add(HouseStyle.Back(say["Words.Back"], "organise/show"));
        return HouseStyle.Card(say.Language.Code, section.Title, body);
    }

    private static ExecuteAction To(string title, OrganisePage page) => new() { Title = title, Verb = "organise/section", Data = page.Data, AssociatedInputs = AssociatedInputs.None };
}
