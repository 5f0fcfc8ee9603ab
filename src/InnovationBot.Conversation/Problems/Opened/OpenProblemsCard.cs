using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Opened;

namespace InnovationBot.Conversation.Problems.Opened;

/// <summary>"Open problems": what others opened to the reader, a page at a time, and the reader's own offers that wait.</summary>
public static class OpenProblemsCard
{
    public static AdaptiveCard For(OpenProblemsPage page, ITasks tasks, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        if (!page.ReadsOthers) body.Add(HouseStyle.Paragraph(say["Opened.NotForSector"]));
        else if (page.Total == 0) body.Add(HouseStyle.Paragraph(say[page.Filter == OpenProblemFilter.None ? "Opened.NoneText" : "Opened.NoneFiltered"]));
        if (Told(page.Filter, tasks, say) is { Length: > 0 } told) body.Add(HouseStyle.Subtle(told));
        if (page.Problems.Count > 0) body.Add(HouseStyle.Rows([.. page.Problems.Select(one => Row(one, page, reading))]));
        body.AddRange(Paging.Turning(page.Page, page.Pages, "open-problem/list", to => View(page.Filter, to), say));
        if (page.Offers.Count > 0)
        {
            body.Add(new TextBlock(Markdown.Escape(say.Count("Opened.OwnOffers", page.Offers.Count))) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium });
            body.Add(HouseStyle.Rows([.. page.Offers.Select(offer => OfferRow(offer, reading))]));
        }

        if (page.ReadsOthers && (page.Total > 0 || page.Filter != OpenProblemFilter.None)) body.Add(Filter(page, tasks, say));
        return HouseStyle.Card(say.Language.Code, page.Total > 0 ? say.Count("Opened.Heading", page.Total) : say["Opened.HeadingNone"], body);
    }

    /// <summary>What of the list a button leads back to.</summary>
    internal static CardData View(OpenProblemFilter filter, int page, CardData? more = null)
    {
        var data = (more ?? CardData.None).With("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (filter.Task is { } task) data = data.With("task", task);
        if (filter.Tier is { } tier) data = data.With("tier", Vocabulary.Write(tier));
        if (filter.Language is { } language) data = data.With("language", language.Code);
        return data;
    }

    internal static string Shorten(string text) => text.Length <= 120 ? text : string.Concat(Problem.Cut(text, 119).TrimEnd(), "…");

    private static ColumnSet Row(OpenProblemShown one, OpenProblemsPage page, Reading reading) => HouseStyle.RowLink(
        Shorten(one.Text),
        Showing.Join(
            reading.Say, reading.Say.Person(one.Owner), reading.Say.LanguageName(one.Language), reading.Say.Date(one.OpenedAt, reading.Zone),
            one.Own is { IsWaiting: true } ? reading.Say["Opened.YouOffered"] : reading.Say[one.Answered ? "Opened.Answered" : "Opened.Unanswered"]),
        new ExecuteAction
        {
            Title = reading.Say["Problems.OpenNamed", ("title", Shorten(one.Text))], Verb = "open-problem/show",
            Data = View(page.Filter, page.Page, ("problem", one.Id.ToString())), AssociatedInputs = AssociatedInputs.None,
        });

    private static ColumnSet OfferRow(OwnOffer own, Reading reading) => HouseStyle.RowLink(
        Shorten(own.Offer.Text),
        Showing.Join(reading.Say, reading.Say["Opened.OfferedOn", ("date", reading.Say.Date(own.Offer.CreatedAt, reading.Zone))], Shorten(own.ProblemText)),
        new ExecuteAction
        {
            Title = reading.Say["Problems.OpenNamed", ("title", Shorten(own.Offer.Text))], Verb = "help-offer/show",
            Data = ("offer", own.Offer.Id.ToString()), AssociatedInputs = AssociatedInputs.None,
        });

    private static string Told(OpenProblemFilter filter, ITasks tasks, Say say) => Showing.Join(
        say,
        filter.Task is { } task ? tasks.Name(task, say.Language) : null,
        filter.Tier is { } tier ? say.Word(tier) : null,
        filter.Language is { } language ? say.LanguageName(language) : null);

    private static ActionSet Filter(OpenProblemsPage page, ITasks tasks, Say say)
    {
        var byName = StringComparer.Create(say.Culture, ignoreCase: true);
        return HouseStyle.Button(new ShowCardAction
        {
            Title = say["Library.Filter"],
            Body =
            [
                Choose("bytask", say["Opened.FilterTask"], page.Choices.Tasks.Select(task => new Choice(tasks.Name(task, say.Language), task)).OrderBy(one => one.Title, byName), page.Filter.Task),
                Choose("bytier", say["Library.Tier"], page.Choices.Tiers.Select(tier => new Choice(say.Word(tier), Vocabulary.Write(tier))), page.Filter.Tier is { } tier ? Vocabulary.Write(tier) : null),
                Choose("bylanguage", say["Opened.FilterLanguage"], page.Choices.Languages.Select(language => new Choice(say.LanguageName(language), language.Code)), page.Filter.Language?.Code),
                HouseStyle.StrongButton(say["Library.Show"], "open-problem/filter"),
            ],
        });

        ChoiceSetInput Choose(string id, string label, IEnumerable<Choice> values, string? chosen) => new()
        {
            Id = id, Label = label, ErrorMessage = say["Library.FilterError"],
            Choices = [new Choice(say["Library.Any"], OpenProblemView.Any), .. values], Chosen = [chosen ?? OpenProblemView.Any],
        };
    }
}
