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

    public static readonly CasesPage Nothing = new(
        Filter, [], Total: 0, 1, Pages: 1, Choices, [new WiderFilter(CaseFilterPart.Country, 1), new WiderFilter(CaseFilterPart.Text, 3), new WiderFilter(CaseFilterPart.Users, 2)]);
}
