using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;

namespace InnovationBot.Conversation.Cases.Sharing;

/// <summary>A long list some rows at a time, turned in place.</summary>
internal static class CardPages
{
    public static int Count(int rows, int onPage) => Math.Max(1, (rows + onPage - 1) / onPage);

    /// <returns>From 1; what is no page is the first.</returns>
    public static int Of(PressData data) => data.Number("page") is { } page and > 0 ? page : 1;

    /// <returns>Nothing where there is one page.</returns>
    public static IEnumerable<CardElement> Turning(int page, int pages, string verb, CardData data, Say say)
    {
        if (pages < 2) yield break;
        var (back, on) = (page > 1 ? To("Library.Previous", page - 1) : null, page < pages ? To("Library.Next", page + 1) : null);
        yield return back is not null && on is not null ? HouseStyle.ButtonPair(back, on) : HouseStyle.Button((back ?? on)!);
        yield return HouseStyle.Subtle(say["Library.Page", ("page", page), ("pages", pages)]);

        ExecuteAction To(string title, int to) => new()
        {
            Title = say[title], Verb = verb, Data = data.With("page", to.ToString(CultureInfo.InvariantCulture)), AssociatedInputs = AssociatedInputs.None,
        };
    }
}
