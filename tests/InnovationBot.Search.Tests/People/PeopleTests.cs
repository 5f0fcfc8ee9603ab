using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using static InnovationBot.Search.Tests.SearchedNetwork;

namespace InnovationBot.Search.Tests.People;

public sealed class PeopleTests
{
    private const string Problem = "Applicants wait fourteen weeks for a building permit because drawings are missing.";

    [Fact]
    public async Task Who_carried_the_best_case_comes_before_who_names_the_topic()
    {
        await using var network = await Open();
        var @case = Case("A call first", Problem);
        var (carrier, talker) = (Ambassador("Ana"), Ambassador("Bo", "building permit drawings"));
        Carries(carrier, @case);
        await network.Save(carrier, talker, @case);

        var people = (await network.Ask("We wait months for building permits, drawings are missing")).People;

        people.Select(hit => hit.Id).ShouldBe([carrier.Id, talker.Id]);
        people[0].Evidence[0].ShouldSatisfyAllConditions(
            evidence => evidence.Kind.ShouldBe(PersonEvidenceKind.CarriedCase),
            evidence => evidence.Case.ShouldBe(@case.Id),
            evidence => evidence.Text.ShouldBe("A call first"));
        people[1].Evidence[0].Text.ShouldBe("building permit drawings");
    }

    [Fact]
    public async Task An_ambassador_without_cases_is_found_by_a_topic_of_another_language()
    {
        await using var network = await Open();
        var novice = Ambassador("Nik", "čakalne vrste pri okencu");
        novice.Languages = [new("sl"), new("en")];
        await network.Save(novice, Ambassador("Bo", "street lamps"));

        (await network.Ask("People queue for hours at our counter")).People[0].Id.ShouldBe(novice.Id);
    }

    [Theory]
    [InlineData(MemberState.Paused, true, true)]
    [InlineData(MemberState.Left, true, true)]
    [InlineData(MemberState.Invited, true, true)]
    [InlineData(MemberState.Active, false, true)]
    [InlineData(MemberState.Active, true, false)]
    public async Task Who_may_not_be_suggested_is_not_found(MemberState state, bool findable, bool contactable)
    {
        await using var network = await Open();
        var hidden = Ambassador("Ana", "building permit drawings");
        var @case = Case("A call first", Problem);
        Carries(hidden, @case);
        hidden.State = state;
        if (!findable) hidden.Withdraw(Consent.Findable);
        if (!contactable) hidden.Withdraw(Consent.Contactable);
        await network.Save(hidden, @case);

        (await network.Ask("missing drawings for a building permit")).People.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_did_not_agree_to_be_named_with_a_case_is_not_found_through_it()
    {
        await using var network = await Open();
        var shy = Ambassador("Ana");
        shy.Withdraw(Consent.CaseContact);
        var @case = Case("A call first", Problem);
        Carries(shy, @case);
        await network.Save(shy, @case);

        (await network.Ask("missing drawings for a building permit")).People.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_withdraws_consent_is_gone_with_the_next_question()
    {
        await using var network = await Open();
        var member = Ambassador("Ana", "building permit drawings");
        await network.Save(member);
        (await network.Ask("missing drawings for a building permit")).People.ShouldHaveSingleItem();

        member.Withdraw(Consent.Findable);
        await network.Save(member);

        (await network.Ask("missing drawings for a building permit")).People.ShouldBeEmpty();
    }
}
