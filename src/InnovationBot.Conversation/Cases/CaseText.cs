using System.Text;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases;

namespace InnovationBot.Conversation.Cases;

/// <summary>Everything that was written about a case, as many pages as it takes: its card shows of long texts the beginning.</summary>
public static class CaseTextCard
{
    /// <summary>Bytes of UTF-8 on one page; heading and buttons come on top.</summary>
    private const int OnAPage = 18_000;

    /// <summary>Bytes that a block takes beside its words.</summary>
    private const int Block = 130;

    /// <summary>Characters of one block; a longer line goes on in the next.</summary>
    private const int LongestBlock = 2000;

    /// <param name="page">From 1; behind the last one it is the last.</param>
    public static AdaptiveCard For(OpenedCase opened, Say say, CaseWay way, int page)
    {
        var pages = Pages(opened.Case, say);
        page = Math.Clamp(page, 1, pages.Count);
        return HouseStyle.Card(
            say.Language.Code,
            say.Title(opened.Case),
            [
                .. pages[page - 1],
                .. Paging.Turning(page, pages.Count, "case/text", to => way.Data(opened.Case.Id).With("page", Paging.Number(to)), say),
                HouseStyle.Back(say["Words.Back"], "case/open", way.Data(opened.Case.Id).With("again", "true")),
            ]);
    }

    private static List<List<CardElement>> Pages(Case @case, Say say)
    {
        List<List<CardElement>> pages = [[]];
        var left = OnAPage;
        foreach (var (element, size) in Blocks(@case, say))
        {
            if (size > left)
            {
                pages.Add([]);
                left = OnAPage;
            }

            pages[^1].Add(element);
            left -= size;
        }

        return pages;
    }

    private static IEnumerable<(CardElement Element, int Size)> Blocks(Case @case, Say say)
    {
        foreach (var (title, text, _) in CaseCard.LongTexts(@case, say))
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            yield return (CaseCard.PartTitle(title), Block);
            foreach (var words in text.Split('\n').SelectMany(Pieces))
                foreach (var element in HouseStyle.Lines(words)) yield return (element, Block + Encoding.UTF8.GetByteCount(words));
        }
    }

    /// <summary>Cut between words where there are any.</summary>
    private static IEnumerable<string> Pieces(string line)
    {
        while (line.Length > LongestBlock)
        {
            var end = line.LastIndexOf(' ', LongestBlock);
            if (end < LongestBlock / 2) end = char.IsHighSurrogate(line[LongestBlock - 1]) ? LongestBlock - 1 : LongestBlock;
            yield return line[..end];
            line = line[end..];
        }

        yield return line;
    }
}

[Verb("case/text")]
public sealed class CaseTextRoute(OpenCase open) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await open.Handle(data.Id<CaseId>("case"), turn.By, stop, again: true)).Match(
            opened => Reply.Card(CaseTextCard.For(opened, turn.Say, CaseWay.Of(data), Paging.Of(data))), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);
}
