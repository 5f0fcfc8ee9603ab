using InnovationBot.Testing.Stores;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Desk;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Problems;

/// <summary>What nobody could answer, at the contact desk.</summary>
public abstract class DeskTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task It_goes_to_the_nearest_desk_with_its_owners_text_language_and_due_date()
    {
        var (mia, dora) = (await given.Asker(), await given.Asker("Dora"));
        var problem = (await given.Asked(mia)).Problem.Id;
        (await Pass(problem, mia)).Refusal.ShouldBe(IntroductionRefusals.NoContactPoint);

        await Sits(dora);
        (await given.Asked(mia)).HasContactPoint.ShouldBeTrue();
        (await given.Asked(dora)).HasContactPoint.ShouldBeFalse("nobody passes on to themselves");
        var item = (await Pass(problem, mia)).Value;
        (await Pass(problem, mia)).Refusal.ShouldBe(DeskRefusals.AtDeskAlready);
        (await given.NoticesTo(dora)).ShouldBe([DeskNotices.Waiting]);

        var seen = (await Show(item, dora)).Value;
        (seen.Item.Text, seen.Item.Language, seen.Owner.Name, seen.Country).ShouldBe((Given.Terms().Blurb, Language.English, null, "BE"));
        seen.Item.DueAt.ShouldBe(given.Now.AddDays(7), "five working days");
        (await Show(item, await given.Asker("Otto"))).Refusal.ShouldBe(Refusal.NotFound);
        (await Mine(mia)).Item!.State.ShouldBe(DeskItemState.Waiting);
    }

    [Fact]
    public async Task Of_several_at_the_desk_one_claims_it_and_only_that_one_works_on_it()
    {
        var (mia, dora, emil) = (await given.Asker(), await given.Asker("Dora"), await given.Asker("Emil"));
        await Sits(dora);
        await Sits(emil);
        var item = await Passed(mia);
        (await Answer(item, dora, "Too early.")).Refusal.ShouldBe(DeskRefusals.ClaimFirst);

        var claims = await Task.WhenAll(new[] { dora, emil, dora, emil }.Select(by => given.Turn<WorkDeskItem, Result<DeskItem>>(work => work.Claim(item.Id, by.Id, default))));
        var winner = (await Item()).ClaimedById == dora.Id ? dora : emil;
        var other = winner == dora ? emil : dora;
        claims.Count(claim => claim.Refusal is null).ShouldBe(2, "both presses of the one who has it");
        (await Answer(item, other, "Me too.")).Refusal.ShouldBe(DeskRefusals.ClaimedAlready);
        (await Show(item, other)).Value.HasIt.ShouldBe(winner.Name);

        (await Answer(item, winner, " ")).Refusal.ShouldBe(IntroductionRefusals.TextMissing);
        (await Answer(item, winner, "Ask the city of Aarhus.")).Refusal.ShouldBeNull();
        (await given.NoticesTo(mia)).ShouldBe([DeskNotices.Told]);
        (await Show(item, mia)).Value.Item.Answer.ShouldBe("Ask the city of Aarhus.");
        (await Do(work => work.AskOn(item.Id, mia.Id, default))).Value.State.ShouldBe(DeskItemState.Claimed);
        await Answer(item, winner, "Ask Ana there.");
        (await Do(work => work.CloseOwn(item.Id, mia.Id, DeskItemEnd.Helped, default))).Value.End.ShouldBe(DeskItemEnd.Helped);
        (await Answer(item, winner, "Once more.")).Refusal.ShouldBe(Refusal.NoLongerOpen);
        (await given.Read(db => db.ActsOn(mia.Id).CountAsync(a => a.Act == AuditAct.DeskItemClaimed))).ShouldBe(1);
    }

    [Fact]
    public async Task Unclaimed_for_two_working_days_organisers_hear_of_it_once_and_may_take_it()
    {
        var (mia, dora, olga) = (await given.Asker(), await given.Asker("Dora"), await given.Organiser());
        await Sits(dora);
        var item = await Passed(mia);
        (await Show(item, olga)).Refusal.ShouldBe(Refusal.NotFound, "not yet");
        await given.Later(TimeSpan.FromDays(1.9));
        (await given.NoticesTo(olga)).ShouldBeEmpty();
        await given.Later(TimeSpan.FromDays(0.2));
        await given.Later(TimeSpan.FromDays(5));
        (await given.NoticesTo(olga)).ShouldBe([DeskNotices.Escalated]);
        (await Mine(mia)).Item!.EscalatedAt.ShouldNotBeNull();
        (await Do(work => work.Claim(item.Id, olga.Id, default))).Refusal.ShouldBeNull();
        (await Show(item, dora)).Value.HasIt.ShouldBe("Olga");
    }

    [Fact]
    public async Task A_claimed_item_does_not_escalate_and_one_given_back_waits_anew()
    {
        var (mia, dora, olga) = (await given.Asker(), await given.Asker("Dora"), await given.Organiser());
        await Sits(dora);
        var item = await Passed(mia);
        await Do(work => work.Claim(item.Id, dora.Id, default));
        await given.Later(TimeSpan.FromDays(10));
        (await given.NoticesTo(olga)).ShouldBeEmpty();
        (await Do(work => work.GiveBack(item.Id, dora.Id, default))).Value.State.ShouldBe(DeskItemState.Waiting);
        await given.Later(TimeSpan.FromDays(4));
        (await given.NoticesTo(olga)).ShouldBe([DeskNotices.Escalated]);
    }

    [Fact]
    public async Task It_is_handed_on_to_another_desk_or_to_a_person_of_one()
    {
        var (mia, dora, sonja, emil) = (await given.Asker(), await given.Asker("Dora"), await given.Asker("Sonja"), await given.Asker("Emil"));
        await Sits(dora);
        await Sits(emil);
        await Sits(sonja, "SI");
        var item = await Passed(mia);
        await Do(work => work.Claim(item.Id, dora.Id, default));
        var choices = (await given.Do<ListDesk, Result<HandOnChoices>>(list => list.Choices(item.Id, dora.Id, default))).Value;
        choices.Desks.Select(desk => desk.Place.Country).ShouldBe(["SI"]);
        choices.People.Select(person => person.Name).ShouldBe(["Emil", "Sonja"], ignoreOrder: true);

        (await Do(work => work.HandOn(item.Id, emil.Id, new DeskPlace(null, "SI"), default))).Refusal.ShouldBe(DeskRefusals.ClaimedAlready);
        (await Do(work => work.HandOn(item.Id, dora.Id, new DeskPlace(null, "FR"), default))).Refusal.ShouldBe(Refusal.NotFound);
        (await Do(work => work.HandOn(item.Id, dora.Id, new DeskPlace(null, "SI"), default))).Refusal.ShouldBeNull();
        (await given.NoticesTo(sonja)).ShouldBe([DeskNotices.Waiting]);
        (await Show(item, dora)).Refusal.ShouldBe(Refusal.NotFound, "it is not at their desk any more");

        await Do(work => work.Claim(item.Id, sonja.Id, default));
        (await Show(item, sonja)).Value.FromAbroad.ShouldBeFalse();
        (await Do(work => work.HandTo(item.Id, sonja.Id, emil.Id, default))).Value.ClaimedById.ShouldBe(emil.Id);
        (await given.NoticesTo(emil)).ShouldContain(DeskNotices.Given);
        (await Do(work => work.HandTo(item.Id, emil.Id, mia.Id, default))).Refusal.ShouldBe(Refusal.NotFound, "nobody of a desk");
    }

    [Fact]
    public async Task The_owner_and_whoever_has_it_are_brought_together_by_name()
    {
        var (mia, dora) = (await given.Asker(), await given.Asker("Dora"));
        await Sits(dora);
        var item = await Passed(mia);
        (await Do(work => work.Introduce(item.Id, dora.Id, default))).Refusal.ShouldBe(DeskRefusals.ClaimFirst);
        await Do(work => work.Claim(item.Id, dora.Id, default));
        (await Do(work => work.Introduce(item.Id, dora.Id, default))).Value.End.ShouldBe(DeskItemEnd.Introduced);
        (await Do(work => work.Introduce(item.Id, dora.Id, default))).Refusal.ShouldBeNull("pressed twice");
        (await given.NoticesTo(mia)).ShouldBe([IntroductionNotices.Introduced]);
        var id = await given.Read(db => db.Introductions.Select(i => i.Id).SingleAsync());
        (await given.Seen(id, mia)).Value.Contact!.Name.ShouldBe("Dora");
    }

    [Fact]
    public async Task A_colleague_reads_it_only_when_its_owner_ticked_that()
    {
        var city = await given.Organisation("City");
        var (mia, dora) = (await given.Asker("Mia", city), await given.Asker("Dora", city));
        await given.Save(new ContactPoint { Id = EntityId.New<ContactPointId>(given.Now), MemberId = dora.Id, OrganisationId = city.Id, CreatedAt = given.Now });
        var problem = (await given.Asked(mia)).Problem.Id;
        (await Pass(problem, mia)).Refusal.ShouldBe(DeskRefusals.OwnDeskOnly);
        var item = (await Pass(problem, mia, ownOrganisation: true)).Value;
        (await Show(item, dora)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Closed_taken_back_or_withdrawn_it_lies_at_no_desk_and_its_owner_knows()
    {
        var (mia, dora) = (await given.Asker(), await given.Asker("Dora"));
        await Sits(dora);
        var closed = await Passed(mia, "First");
        await Do(work => work.Claim(closed.Id, dora.Id, default));
        (await Do(work => work.Close(closed.Id, dora.Id, default))).Value.End.ShouldBe(DeskItemEnd.Nothing);
        (await given.NoticesTo(mia)).ShouldBe([DeskNotices.Told]);
        var back = await Passed(mia, "Second");
        (await Do(work => work.CloseOwn(back.Id, dora.Id, DeskItemEnd.TakenBack, default))).Refusal.ShouldBe(Refusal.NotFound);
        (await Do(work => work.CloseOwn(back.Id, mia.Id, DeskItemEnd.TakenBack, default))).Refusal.ShouldBeNull();
        var withdrawn = await Passed(mia, "Third");
        await given.Do<WithdrawProblem, Result<Problem>>(withdraw => withdraw.Handle(withdrawn.ProblemId, mia.Id, default));
        (await given.Do<ListDesk, Result<DeskPage>>(list => list.Handle(dora.Id, 1, default))).Value.Total.ShouldBe(0);
        (await given.Do<ListDesk, Result<DeskPage>>(list => list.Handle(mia.Id, 1, default))).Refusal.ShouldBe(Refusal.NotYours);
    }

    [Fact]
    public async Task Whoever_is_forgotten_leaves_what_they_had_to_the_others_at_the_desk()
    {
        var (mia, dora, emil) = (await given.Asker(), await given.Asker("Dora"), await given.Asker("Emil"));
        await Sits(dora);
        await Sits(emil);
        var item = await Passed(mia);
        await Do(work => work.Claim(item.Id, dora.Id, default));
        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(dora.Id, default));
        var left = await Item();
        (left.State, left.ClaimedById).ShouldBe((DeskItemState.Waiting, null));
        (await given.NoticesTo(emil)).ShouldContain(DeskNotices.Waiting);
        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(mia.Id, default));
        (await given.Read(db => db.DeskItems.CountAsync())).ShouldBe(0);
    }

    private Task Sits(Member member, string? country = null) =>
        given.Save(new ContactPoint { Id = EntityId.New<ContactPointId>(given.Now), MemberId = member.Id, Country = country, CreatedAt = given.Now });

    private async Task<DeskItem> Passed(Member by, string text = Given.Permits) => (await Pass((await given.Asked(by, text)).Problem.Id, by)).Value;

    private Task<Result<DeskItem>> Pass(ProblemId problem, Member by, bool ownOrganisation = false) =>
        given.Do<PassToDesk, Result<DeskItem>>(pass => pass.Handle(new PassToDesk.Request(problem, by.Id, Given.Terms(), ownOrganisation), default));

    private Task<Result<DeskItem>> Do(Func<WorkDeskItem, Task<Result<DeskItem>>> act) => given.Do(act);

    private Task<Result<DeskItem>> Answer(DeskItem item, Member by, string text) => Do(work => work.Answer(item.Id, by.Id, text, default));

    private Task<Result<DeskItemShown>> Show(DeskItem item, Member by) => given.Do<ListDesk, Result<DeskItemShown>>(list => list.Show(item.Id, by.Id, default));

    private Task<DeskItem> Item() => given.Read(db => db.DeskItems.AsNoTracking().SingleAsync());

    private async Task<ProblemOverview> Mine(Member by) => (await given.Do<ListProblems, IReadOnlyList<ProblemOverview>>(list => list.Handle(by.Id, default))).First(one => one.Item is not null);
}

public sealed class DeskOnSqlite() : DeskTests(StoreEngine.Sqlite);

public sealed class DeskOnPostgres() : DeskTests(StoreEngine.Postgres);
