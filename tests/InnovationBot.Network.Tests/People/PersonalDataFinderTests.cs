using InnovationBot.Network.People.Privacy;

namespace InnovationBot.Network.Tests.People;

/// <summary>Numbers here are examples that the states publish, or made up to fit the check digits.</summary>
public sealed class PersonalDataFinderTests
{
    [Theory]
    [InlineData("0101006500006")]
    [InlineData("070761-4285")]
    [InlineData("0707614285")]
    [InlineData("85.07.30-033.28")]
    [InlineData("85073003328")]
    [InlineData("111222333")]
    [InlineData("1112.22.333")]
    [InlineData("2 55 08 14 168 025 38")]
    [InlineData("255081416802538")]
    [InlineData("86 095 742 719")]
    [InlineData("47036892816")]
    public void A_personal_number_is_told_by_its_check_digits_however_it_is_grouped(string number) =>
        PersonalDataFinder.Find($"The file of {number}, please.").ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            found => found.Kind.ShouldBe(PersonalDataKind.PersonalNumber),
            found => found.Words.ShouldBe(number));

    [Theory]
    [InlineData("The father with EMŠO 0101990500123 waits", "0101990500123")]
    [InlineData("Hans CPR-nummer er 320261-4285", "320261-4285")]
    [InlineData("BSN: 111222334", "111222334")]
    [InlineData("her social security number is 255081416802539", "255081416802539")]
    public void What_the_text_calls_a_personal_number_is_one_also_with_a_digit_mistyped(string text, string number) =>
        PersonalDataFinder.Find(text).Single(found => found.Kind == PersonalDataKind.PersonalNumber).Words.ShouldBe(number);

    [Theory]
    [InlineData("0101006500007")]
    [InlineData("3202614285")]
    [InlineData("85073003329")]
    [InlineData("111222334")]
    [InlineData("255081416802539")]
    [InlineData("86095742710")]
    [InlineData("12 000 files in 2023")]
    [InlineData("from 2019 to 2024, 1500 cases of 34,000")]
    [InlineData("invoice 2024-000123")]
    [InlineData("we waited 14 weeks, not 6")]
    public void Other_numbers_are_none(string text) => PersonalDataFinder.Find(text).Where(found => found.Kind == PersonalDataKind.PersonalNumber).ShouldBeEmpty();

    [Theory]
    [InlineData("+386 1 234 56 78")]
    [InlineData("00386 41 123 456")]
    [InlineData("041 123 456")]
    [InlineData("+45 12 34 56 78")]
    [InlineData("33 12 34 56")]
    [InlineData("0032 (2) 555 12 12")]
    [InlineData("01 23 45 67 89")]
    [InlineData("030/123456-78")]
    public void A_telephone_number_is_told(string number) =>
        PersonalDataFinder.Find($"Ring {number}.").ShouldHaveSingleItem().Kind.ShouldBe(PersonalDataKind.Phone);

    [Theory]
    [InlineData("Ring before 2024-10-01 or 01.10.2024.")]
    [InlineData("Form 12/2023, paragraph 4, page 1-17.")]
    [InlineData("It costs 1.250.000 euros for 12,500 people.")]
    public void Dates_sums_and_signs_are_no_telephone_numbers(string text) => PersonalDataFinder.Find(text).ShouldBeEmpty();

    [Fact]
    public void Several_are_found_in_their_order_and_none_twice()
    {
        var found = PersonalDataFinder.Find("Ana Novak (ana.novak@obcina.example, +386 41 123 456) has EMŠO 0101006500006; ana.novak@obcina.example again.");
        found.Select(one => one.Kind).ShouldBe([PersonalDataKind.Name, PersonalDataKind.Email, PersonalDataKind.Phone, PersonalDataKind.PersonalNumber, PersonalDataKind.Email]);
    }

    [Fact]
    public void Any_text_is_looked_through_in_bounded_time()
    {
        foreach (var text in new[] { "", new string('0', 8000), new string('a', 8000) + "@", string.Concat(Enumerable.Repeat("1 ", 4000)), string.Concat(Enumerable.Repeat("a@b.", 2000)), "\ud800 " + new string('٣', 500) })
            PersonalDataFinder.Find(text).ShouldNotBeNull();
    }
}
