using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Cases.Library;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Cases.Anywhere;

/// <summary>Searches the library and the people from the compose box of any chat, as one types; opened, it shows the newest cases.</summary>
public sealed class FindExtension(BrowseCases browse, FindPeople people, ICaseLinks links) : IExtensionQuery
{
    /// <summary>Its id in the app's manifest.</summary>
    public const string Command = "find";

    /// <summary>People on the first page, after the cases.</summary>
    private const int MostPeople = 5;

    public async Task<IReadOnlyList<ExtensionResult>> Find(string typed, ResultPage page, Turn turn, CancellationToken stop)
    {
        var filter = CaseFilter.None with { Text = LibraryView.Cut(typed) };
        var some = await people.Handle(new(turn.By, filter.Text, turn.Language, Math.Min(MostPeople, page.Count / 2)), stop);

        // the people stand on the first page, so that every later one begins so many cases earlier
        var (from, size) = page.Skip == 0 ? (0, page.Count - some.Count) : (page.Skip - some.Count, page.Count);
        var found = (await browse.Handle(new(turn.By, filter, turn.Language, Size: size) { From = Math.Max(0, from) }, stop)).Value;
        var shown = found.Cases.Select(listed => SharedCard.Of(listed, links.To(listed.Case.Id), turn.Say)).OfType<ExtensionResult>();
        return page.Skip > 0 ? [.. shown] : [.. shown, .. some.Select(person => SharedCard.Of(person, turn.Say))];
    }
}

/// <summary>Shows a case in place of its link, as far as everybody of the network may read it.</summary>
public sealed class CaseLinkPreview(ShowShared show, ICaseLinks links) : ILinkPreview
{
    public async Task<ExtensionResult?> Preview(Uri link, Turn turn, CancellationToken stop)
    {
        if (turn.Context.Activity.Name == InvokeNames.ComposeExtensionAnonymousQueryLink || links.Read(link) is not { } @case) return null;
        return await show.Handle(@case, turn.By, stop) is { } listed ? SharedCard.Unfurled(listed, links.To(@case), turn.Say) : null;
    }
}

/// <summary>"case", and the digits that a link carries: opens it, if the person may read it.</summary>
public sealed class CaseCommand(OpenCaseRoute open) : ICommand
{
    public bool Takes(string argument, Turn turn) => EntityId.TryRead<CaseId>(argument, out _);

    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        EntityId.TryRead<CaseId>(argument, out var @case) ? await open.Open(@case, turn, stop) : Reply.Refused(Refusal.NotFound);
}
