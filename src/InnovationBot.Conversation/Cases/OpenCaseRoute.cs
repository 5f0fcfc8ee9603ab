using InnovationBot.Cards;
using InnovationBot.Conversation.Cases.Library;
using InnovationBot.Conversation.Problems;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Cases;

/// <summary>Opens a case in place of the list it stood in, with the way back.</summary>
[Verb("case/open")]
public sealed class OpenCaseRoute(OpenCase open, ShowAnswerRoute answer, BrowseRoute library) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await open.Handle(data.Id<CaseId>("case"), turn.By, stop)).Match(
            opened => Reply.Card(CaseCard.For(opened, turn.Say, Back(data, turn))), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        LibraryView.Of(data) is { } view ? library.Page(view, turn, stop) : answer.Show(data, turn, stop);

    private static ActionSet? Back(PressData data, Turn turn)
    {
        if (data.IdOrNone<ProblemId>("problem") is { } problem)
            return HouseStyle.Back(turn.Say["Words.Back"], "problem/show", ("problem", problem.ToString()));
        if (LibraryView.Of(data) is { } view) return HouseStyle.Back(turn.Say["Words.Back"], "case/browse", view.Data());
        var list = CaseList.Read(data);
        return list.Count == 0 ? null : HouseStyle.Back(turn.Say["Words.Back"], "case/list", ("list", CaseList.Write(list)));
    }
}

/// <summary>Draws again the list of cases that a channel was shown.</summary>
[Verb("case/list")]
public sealed class ListCasesRoute(ShowPublicly show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        Reply.Card(ChannelAnswerCard.For(await show.Handle(CaseList.Read(data), stop), true, turn.Say));
}

/// <summary>A few case ids in one field of a button's data; what comes back is read as a stranger's text.</summary>
internal static class CaseList
{
    private const int Most = 3;

    public static string Write(IEnumerable<CaseId> cases) => string.Join(' ', cases.Take(Most).Select(id => id.ToString()));

    public static IReadOnlyList<CaseId> Read(PressData data) =>
        [.. data.Text("list", 128).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => EntityId.TryRead<CaseId>(text, out var id) ? id : (CaseId?)null)
            .OfType<CaseId>()
            .Take(Most)];
}
