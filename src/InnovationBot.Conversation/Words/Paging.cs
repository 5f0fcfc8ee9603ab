using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;

namespace InnovationBot.Conversation.Words;

/// <summary>A long list some rows at a time, turned in place.</summary>
internal static class Paging
{
    /// <returns>From 1; what is no page is the first.</returns>
    public static int Of(PressData data) => data.Number("page") is { } page and > 0 ? page : 1;

    /// <param name="page">The one that is shown, from 1.</param>
    /// <param name="pages">How many there are.</param>
    /// <param name="verb">What shows another one.</param>
    /// <param name="data">Of the button to a page.</param>
    /// <param name="say">The reader's language.</param>
    /// <returns>The ways back and on, and which page it is; nothing where there is one.</returns>
    public static IEnumerable<CardElement> Turning(int page, int pages, string verb, Func<int, CardData> data, Say say)
    {
        if (pages < 2) yield break;
        yield return Buttons(page, pages, verb, data, say);
        yield return HouseStyle.Subtle(say["Library.Page", ("page", page), ("pages", pages)]);
    }

    /// <param name="hasMore">There are rows after these; how many nobody has counted.</param>
    /// <returns>The ways back and on; nothing where there is one page.</returns>
    /// <inheritdoc cref="Turning(int, int, string, Func{int, CardData}, Say)"/>
    public static IEnumerable<CardElement> Turning(int page, bool hasMore, string verb, Func<int, CardData> data, Say say) =>
        page > 1 || hasMore ? [Buttons(page, hasMore ? page + 1 : page, verb, data, say)] : [];

    /// <summary>The ways back and on alone; only where there are several pages.</summary>
    /// <inheritdoc cref="Turning(int, int, string, Func{int, CardData}, Say)"/>
    public static ActionSet Buttons(int page, int pages, string verb, Func<int, CardData> data, Say say)
    {
        var (back, on) = (page > 1 ? To("Library.Previous", page - 1) : null, page < pages ? To("Library.Next", page + 1) : null);
        return back is not null && on is not null ? HouseStyle.ButtonPair(back, on) : HouseStyle.Button((back ?? on)!);

        ExecuteAction To(string title, int to) => new() { Title = say[title], Verb = verb, Data = data(to), AssociatedInputs = AssociatedInputs.None };
    }

    /// <summary>A page's number as the data of a button has it.</summary>
    public static string Number(int page) => page.ToString(CultureInfo.InvariantCulture);
}
