using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Library;

namespace InnovationBot.Conversation.Cases.Library;

/// <summary>The library's filter behind one button: only values that occur can be chosen.</summary>
internal static class LibraryFilter
{
    /// <summary>Of each list, the most common ones: a card with all that a large library has would be larger than the channel takes. Any other value is found while typing, or written after the command.</summary>
    private const int MostOffered = 40;

    private const int LongestName = 60;

    public static CardElement For(CasesPage page, Say say)
    {
        var (filter, choices) = (page.Filter, page.Choices);
        var byName = StringComparer.Create(say.Culture, ignoreCase: true);
        return HouseStyle.Button(new ShowCardAction
        {
            Title = say["Library.Filter"],
            Body =
            [
                new TextInput
                {
                    Id = "words", Label = say["Library.Words"], ErrorMessage = say["Library.FilterError"], MaxLength = CaseFilter.LongestText,
                    Value = filter.Text.Length > 0 ? filter.Text : null,
                },
                Choose("outcome", Enum.GetValues<Outcome>().Select(value => (say.Word(value), Vocabulary.Write(value))), filter.Outcome is { } outcome ? Vocabulary.Write(outcome) : null),
                Typed("area", choices.Areas, filter.Area, AreaList.Dataset),
                Choose("tier", Enum.GetValues<Tier>().Select(value => (say.Word(value), Vocabulary.Write(value))), filter.Tier is { } tier ? Vocabulary.Write(tier) : null),
                Choose("country", Offered([.. choices.Countries.Select(code => new NamedChoice(code, say.Country(code)))], filter.Country), filter.Country),
                .. Regions(),
                Choose("barrier", Enum.GetValues<Network.Barrier>().Select(value => (say.Word(value), Vocabulary.Write(value))), filter.Barrier is { } barrier ? Vocabulary.Write(barrier) : null),
                Choose("year", choices.Years.Where((year, i) => i < MostOffered || year == filter.Year).Select(year => Of(year)), filter.Year is { } chosen ? Of(chosen).Value : null),
                Tick("users", say["Library.Users"], say["Library.UsersTitle"], filter.UsersTookPart),
                Tick("takeover", say["Library.TakeOver"], say["Library.TakeOverTitle"], filter.ReadyToTakeOver),
                HouseStyle.StrongButton(say["Library.Show"], "case/filter"),
                HouseStyle.Subtle(say["Library.FilterHint", ("example", say["Library.FilterExample"])]),
            ],
        });

        static (string Name, string Value) Of(int year) => (year.ToString(CultureInfo.InvariantCulture), year.ToString("0000", CultureInfo.InvariantCulture));

        IEnumerable<CardElement> Regions() => choices.Regions.Count == 0
            ? []
            : [Typed("region", choices.Regions, filter.Region, RegionList.Dataset)];

        ChoiceSetInput Typed(string id, IReadOnlyList<NamedChoice> all, string? chosen, string dataset) => Choose(id, Offered(all, chosen), chosen) with
        {
            Style = ChoiceSetStyle.Filtered, ChoicesData = new DataQuery(dataset) { AssociatedInputs = AssociatedInputs.None },
        };

        IEnumerable<(string, string)> Offered(IReadOnlyList<NamedChoice> all, string? chosen) =>
            all.Where((one, i) => i < MostOffered || one.Key == chosen).OrderBy(one => one.Name, byName).Select(one => (CaseCard.Cut(one.Name, LongestName), one.Key));

        ToggleInput Tick(string id, string label, string title, bool ticked) =>
            new() { Id = id, Label = label, ErrorMessage = say["Library.FilterError"], Ticked = ticked, Title = title };

        ChoiceSetInput Choose(string id, IEnumerable<(string Name, string Value)> values, string? chosen) => new()
        {
            Id = id,
            Label = say[$"Library.{char.ToUpperInvariant(id[0])}{id[1..]}"],
            ErrorMessage = say["Library.FilterError"],
            Choices = [new Choice(say["Library.Any"], LibraryView.Any), .. values.Select(value => new Choice(value.Name, value.Value))],
            Chosen = [chosen ?? LibraryView.Any],
        };
    }
}
