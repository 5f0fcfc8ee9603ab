using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Library;

namespace InnovationBot.Conversation.Cases.Library;

/// <summary>"cases", "cases permits", "cases country:SI year:2024".</summary>
public sealed class CasesCommand(BrowseRoute library) : ICommand
{
    public bool Takes(string argument, Turn turn) => WrittenFilter.IsOne(argument);

    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        library.Page(argument.Length == 0 ? new LibraryView(CaseFilter.None) : WrittenFilter.Read(argument), turn, stop);
}

/// <summary>"cases what did not work".</summary>
public sealed class CasesThatFailedCommand(BrowseRoute library) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        library.Page(new LibraryView(CaseFilter.None with { Outcome = Outcome.Failed }), turn, stop);
}

/// <summary>"cases ready to take over".</summary>
public sealed class CasesToTakeOverCommand(BrowseRoute library) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        library.Page(new LibraryView(CaseFilter.None with { ReadyToTakeOver = true }), turn, stop);
}

/// <summary>Turns to a page of the library, or back to the one a case was opened from.</summary>
[Verb("case/browse")]
public sealed class BrowseRoute(BrowseCases browse) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        Page(LibraryView.Of(data) ?? new LibraryView(CaseFilter.None), turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);

    /// <summary>A page for whoever reads: in a channel or group chat what everybody there may read.</summary>
    internal async Task<Reply> Page(LibraryView view, Turn turn, CancellationToken stop)
    {
        MemberId? by = turn.Scope == Scope.Personal ? turn.By : null;
        var unknown = view.Unknown;
        var page = await browse.Handle(new(by, view.Filter, turn.Language, view.Page), stop);
        if (page.Refusal is { } refusal)
        {
            // an area or a region that is gone, or not this reader's to see: the rest of the filter still holds
            unknown ??= view.Named ?? turn.Say[(string)refusal.Facts["filter"] == view.Filter.Region ? "Library.Region" : "Library.Area"];
            page = await browse.Handle(new(by, view.Filter with { Area = null, Region = null }, turn.Language), stop);
        }

        var card = LibraryCard.For(page.Value, turn.Say);
        return unknown is null ? Reply.Card(card) : Reply.RefusedWith(LibraryRefusals.FilterUnknown.With("filter", unknown), card);
    }
}

/// <summary>Shows what the fields of the card's filter leave.</summary>
[Verb("case/filter")]
public sealed class FilterRoute(BrowseRoute library) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => library.Page(LibraryView.OfFields(data), turn, stop);
}
