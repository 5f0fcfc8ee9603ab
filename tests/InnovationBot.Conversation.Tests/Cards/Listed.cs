using InnovationBot.Network;
using InnovationBot.Network.Cases.Library;
using Barrier = InnovationBot.Network.Barrier;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>Pages of the library: the second of three with most filters set, and one on which nothing stands.</summary>
internal static class Listed
{
    private static readonly CaseFilter Filter = new()
    {
        Text = "building permits", Area = CaseFilter.KeyOf("Housing development"), Tier = Tier.Supranational, Region = CaseFilter.KeyOf("Hrib administrative unit"),
        Country = "SI", Outcome = Outcome.StoppedEarly, Barrier = Barrier.DataAccess, Year = 2022, UsersTookPart = true,
    };

    private static readonly CaseChoices Choices = new(
        [new NamedChoice(CaseFilter.KeyOf("Housing development"), "Housing development"), new NamedChoice(CaseFilter.KeyOf("Transport"), "Transport")],
        [new NamedChoice(CaseFilter.KeyOf("Hrib administrative unit"), "Hrib administrative unit")],
        ["DK", "SI"],
        [2024, 2022]);

    public static readonly CasesPage Page = new(
        Filter, [.. Answers.Full.Cases.Select(shown => new ListedCase(shown.Case, shown.Organisation, shown.Kind))], Total: 14, 2, Pages: 3, Choices, []);

    /// <summary>The same page of a library in which much has been named.</summary>
    public static readonly CasesPage Large = Page with
    {
        Choices = new([.. Many(900)], [.. Many(300)], ["SI", .. Codes.Where(Countries.Has)], [.. Enumerable.Range(1900, 120).Reverse()]),
    };

    private static IEnumerable<string> Codes => from first in "ABCDEFGHIJKLM" from second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" select $"{first}{second}";

    private static IEnumerable<NamedChoice> Many(int count) => Choices.Areas.Concat(Choices.Regions)
        .Concat(Enumerable.Range(1, count).Select(i => new NamedChoice(CaseFilter.KeyOf($"Area {i}"), $"Area {i} with a name as long as people write them down in lists of all that an office has to do")));

    public static readonly CasesPage Nothing = new(
        Filter, [], Total: 0, 1, Pages: 1, Choices, [new WiderFilter(CaseFilterPart.Country, 1), new WiderFilter(CaseFilterPart.Text, 3), new WiderFilter(CaseFilterPart.Users, 2)]);
}
