namespace InnovationBot.Network;

/// <summary>A long list some rows at a time.</summary>
public static class Paged
{
    /// <param name="page">The one asked for; what is no page is the nearest that is one.</param>
    /// <param name="rows">Of the whole list.</param>
    /// <param name="onPage">Rows of a page.</param>
    /// <returns>The page to show, from 1, and how many there are, at least one.</returns>
    public static (int Page, int Pages) At(int page, int rows, int onPage)
    {
        var pages = Math.Max(1, (rows + onPage - 1) / onPage);
        return (Math.Clamp(page, 1, pages), pages);
    }
}
