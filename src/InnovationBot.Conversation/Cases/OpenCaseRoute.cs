using System.Buffers;
using System.Buffers.Text;
using InnovationBot.Cards;
using InnovationBot.Conversation.Cases.Library;
using InnovationBot.Conversation.Problems;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Cases;

/// <summary>Opens a case in place of the list it stood in, with the way back.</summary>
[Verb("case/open")]
public sealed class OpenCaseRoute(OpenCase open, RememberShown shown, ShowAnswerRoute answer, BrowseRoute library) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var @case = data.Id<CaseId>("case");
        var opened = await open.Handle(@case, turn.By, stop, again: data.Flag("again"));
        if (opened.Refusal is null && turn is { Scope: Scope.Personal, ReplyTo: { } card }) await shown.Handle(card, turn.By, @case, stop);
        return opened.Match(found => Reply.Card(CaseCard.For(found, turn.Say, CaseWay.Of(data))), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        LibraryView.Of(data) is { } view ? library.Page(view, turn, stop) : answer.Show(data, turn, stop);

    /// <summary>A case by itself, from a link.</summary>
    internal async Task<Reply> Open(CaseId @case, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        return (await open.Handle(@case, turn.By, stop)).Match(found => Reply.Shows(CaseCard.For(found, turn.Say, CaseWay.None), @case), Reply.Refused);
    }

    /// <summary>The card again after something was said about the case.</summary>
    internal async Task<Reply> Again(PressData data, Turn turn, string? note, CancellationToken stop) =>
        (await open.Handle(data.Id<CaseId>("case"), turn.By, stop, again: true)).Match(
            opened => Reply.Card(CaseCard.For(opened, turn.Say, CaseWay.Of(data), note)), Reply.Refused);
}

/// <summary>Draws again the list of cases that a channel was shown.</summary>
[Verb("case/list")]
public sealed class ListCasesRoute(ShowPublicly show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        Reply.Card(ChannelAnswerCard.For(await show.Handle(CaseList.Read(data), stop), true, turn.Say));
}

/// <summary>
/// A few ids of cases, and of the short answers below them, in one field of a button's data, each in 22 characters so that all find room in it;
/// what comes back is read as a stranger's text.
/// </summary>
internal static class CaseList
{
    /// <summary>Three cases and two short answers.</summary>
    private const int Most = 5;

    public static string Write(IEnumerable<CaseId> cases) =>
        string.Join(' ', cases.Take(Most).Select(id => Base64Url.EncodeToString(id.Value.ToByteArray(bigEndian: true))));

    public static IReadOnlyList<CaseId> Read(PressData data) =>
        [.. data.Text("list", CardData.LongestValue).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<CaseId>().Take(Most)];

    private static CaseId? Read(string text)
    {
        if (EntityId.TryRead<CaseId>(text, out var spelt)) return spelt;
        Span<byte> bytes = stackalloc byte[16];
        return Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done && written == bytes.Length
            ? new CaseId(new Guid(bytes, bigEndian: true))
            : null;
    }
}
