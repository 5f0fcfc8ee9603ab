using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Network.Tests.Cases;

public sealed class ConfirmationTests
{
    private static readonly DateTimeOffset Now = new(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null, true)] // nobody ever said anything
    [InlineData(2020, 2020, true)]
    [InlineData(2024, 2024, true)]
    [InlineData(2025, null, false)] // young enough to be believed; the year stands beside it
    [InlineData(2027, null, false)]
    public void An_import_confirms_nothing_and_the_year_of_a_case_is_believed_while_it_is_young(int? year, int? notSince, bool isOld)
    {
        var @case = Imported(year);
        var confirmation = Confirmation.Of(@case, Now);
        (confirmation?.At?.Year, confirmation?.IsOld ?? false).ShouldBe((notSince, isOld));
        Confirmation.IsOldAt(Now).Compile()(@case).ShouldBe(isOld);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(25, true)]
    public void What_somebody_confirmed_stands_above_the_year(int monthsAgo, bool isOld)
    {
        var @case = Imported(1999);
        @case.ConfirmedAt = Now.AddMonths(-monthsAgo);
        Confirmation.Of(@case, Now).ShouldBe(new Confirmation(@case.ConfirmedAt, isOld));
        Confirmation.IsOldAt(Now).Compile()(@case).ShouldBe(isOld);
    }

    private static Case Imported(int? year) => new CaseRecord(
        "1", "t", "p", "w", Outcome.Partly, null, null, null, null, null, null, null, null, null, null, [], [], [], [], year, Language.English, [], Readers.Network, ShownAs.Named)
        .ToCase(null, Language.English, Now);
}
