using System.Text.Json.Nodes;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Cases.Upkeep;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Network.Tests.People;

public abstract class PrivacyTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public void Every_property_that_holds_a_person_is_exported_and_erased_by_somebody()
    {
        using var scope = given.Scope();
        var model = scope.ServiceProvider.GetRequiredService<NetworkDb>().Model;
        var held = model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Where(property => new[] { typeof(MemberId), typeof(MemberId?), typeof(List<MemberId>) }.Contains(property.ClrType))
            .Select(property => (property.DeclaringType.ClrType, property.Name)).ToList();

        held.Count.ShouldBeGreaterThan(10);
        scope.ServiceProvider.GetServices<IPersonalData>().SelectMany(data => data.Holds).ShouldBe(held, ignoreOrder: true);
    }

    [Fact]
    public async Task My_data_holds_what_somebody_wrote_and_nothing_hidden_of_others()
    {
        var (mia, jan, id) = await Everything();
        var document = (await given.Do<ExportMyData, Result<JsonObject>>(export => export.Handle(mia.Id, default))).Value.ToJsonString();

        foreach (var own in new[] { "Mia", "mia@example.org", Given.Permits, "People wait eleven weeks for a permit.", "public" }) document.ShouldContain(own);
        document.ShouldNotContain("Jan");
        document.ShouldNotContain(jan.Id.ToString());

        var giver = (await given.Do<ExportMyData, Result<JsonObject>>(export => export.Handle(jan.Id, default))).Value.ToJsonString();
        giver.ShouldContain("building permits");
        giver.ShouldNotContain("Mia");
        (await given.Read(db => db.AuditEvents.CountAsync(a => a.Act == AuditAct.DataExported))).ShouldBe(2);
        _ = id;
    }

    [Theory]
    [InlineData("Mia")]
    [InlineData("Jan")]
    public async Task Forgetting_somebody_leaves_nothing_of_them_in_the_store(string name)
    {
        var (mia, jan, id) = await Everything();
        var (gone, stays) = name == "Mia" ? (mia, jan) : (jan, mia);
        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(gone.Id, default));

        var (text, sequence) = await Dump();
        text.Where(line => line.Contains(gone.Id.Value.ToString(), StringComparison.OrdinalIgnoreCase) || line.Contains(gone.Id.ToString()) || line.Contains(gone.Name)).ShouldBeEmpty();
        if (name == "Mia") text.Where(line => line.Contains("weeks for a permit") || line.Contains("innovation culture")).ShouldBeEmpty();
        sequence.ShouldContain((ChangedKind.Forgotten, Change.TraceOf(gone.Id)), "whoever keeps copies follows, and the lines from before tell no more than this one");

        var introduction = await given.Introduction(id);
        introduction.State.ShouldBe(IntroductionState.Cancelled);
        introduction.SideOf(gone.Id).ShouldBeNull();
        (await given.NoticesTo(stays)).ShouldContain(name == "Mia" ? IntroductionNotices.Withdrawn : IntroductionNotices.NobodyLeft);
        (await given.Seen(id, stays)).Value.Stage.ShouldBe(IntroductionStage.Cancelled);
        (await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(gone.Id, default))).ShouldBe(Refusal.NotFound);
        (await given.Read(db => db.AuditEvents.CountAsync(a => a.Act == AuditAct.PersonErased && a.Subject != null))).ShouldBe(1, "the act stays, whom it concerned does not");
        (await given.Do<VerifyAudit, AuditReport>(verify => verify.Handle(default))).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cards_that_others_were_sent_about_somebody_forgotten_are_drawn_again_and_the_outbox_keeps_no_id()
    {
        var (city, ana) = (await given.Organisation(), await given.Ambassador("Ana"));
        await given.Change<Organisation>(city.Id, one => one.ContactPoint = ana.Id);
        var mia = await given.Ambassador("Mia", organisation: city);
        (await given.Do<OfferRole, Result<RoleOffer>>(offer => offer.Handle(OfferedRole.Deputy, ana.Email!, mia.Id, default))).Refusal.ShouldBeNull();
        await given.Save(
            Notice.To(ana.Id, "organisation.claimed", mia.Id.Value, given.Now, NoticeTiming.AtOnce),
            new Notice { Id = EntityId.New<NoticeId>(given.Now), RecipientId = ana.Id, Kind = "test", Detail = $"{mia.Id}", Key = $"test:{mia.Id}", Due = given.Now, CreatedAt = given.Now });
        await given.Read(async db =>
        {
            foreach (var notice in await db.Notices.AsTracking().Where(n => n.RecipientId == ana.Id).ToListAsync()) (notice.State, notice.SentAt, notice.ActivityId) = (NoticeState.Sent, given.Now, $"{notice.Kind} card");
            return await db.SaveChangesAsync();
        });

        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(mia.Id, default));

        var edited = await given.Read(db => (from edit in db.Notices join sent in db.Notices on edit.Edits equals (NoticeId?)sent.Id where edit.Kind == PrivacyNotices.Gone select sent.Kind).ToListAsync());
        edited.ShouldBe([RoleOfferNotices.Offered, "organisation.claimed"], ignoreOrder: true);
        (await Dump()).Text.Where(line => line.Contains(mia.Id.Value.ToString(), StringComparison.OrdinalIgnoreCase) || line.Contains(mia.Id.ToString())).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_forgotten_givers_open_request_goes_on_to_the_next()
    {
        var (mia, jan, ana) = (await given.Asker("Mia"), await given.Ambassador("Jan"), await given.Ambassador("Ana"));
        var id = await given.IntroductionAsked(mia, jan);
        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(jan.Id, default));

        (await given.Next(id)).GiverId.ShouldBe(ana.Id);
        (await given.Seen(id, mia)).Value.Stage.ShouldBe(IntroductionStage.StillLooking);
    }

    [Fact]
    public async Task Roles_are_given_by_address_audited_and_only_by_who_may()
    {
        var (mia, olga) = (await given.Asker("Mia"), await given.Organiser());
        (await Grant(GrantedRole.Juror, "nobody@example.org", null)).Refusal.ShouldBe(PeopleRefusals.PersonUnknown);
        (await Grant(GrantedRole.Administrator, "mia@example.org", olga.Id)).Refusal.ShouldBe(PeopleRefusals.MayNotGrant);
        (await Grant(GrantedRole.Juror, "mia@example.org", mia.Id)).Refusal.ShouldBe(PeopleRefusals.MayNotGrant);
        (await Grant(GrantedRole.OrganisationOrganiser, "mia@example.org", null)).Refusal.ShouldBe(PeopleRefusals.OrganisationNotConfirmed);

        (await Grant(GrantedRole.Juror, " MIA@example.org ", olga.Id)).Value.Roles.ShouldBe([Role.Juror]);
        (await Grant(GrantedRole.ContactPoint, "mia@example.org", null)).Value.Has(Role.ContactPoint).ShouldBeTrue();
        (await Grant(GrantedRole.ContactPoint, "mia@example.org", null)).Refusal.ShouldBeNull();
        (await given.Read(db => db.ContactPoints.CountAsync())).ShouldBe(1);
        (await Grant(GrantedRole.Ambassador, "mia@example.org", null)).Value.CanBeSuggested(given.Now).ShouldBeFalse("agreeing is the person's own act");

        (await given.Do<RevokeRole, Result<Member>>(revoke => revoke.Handle(new(GrantedRole.ContactPoint, "mia@example.org", null), default))).Value.Roles.ShouldBe([Role.Juror]);
        (await given.Read(db => db.ContactPoints.CountAsync())).ShouldBe(0);
        (await given.Read(db => db.AuditEvents.CountAsync())).ShouldBe(5);
    }

    private Task<Result<Member>> Grant(GrantedRole role, string email, MemberId? by) =>
        given.Do<GrantRole, Result<Member>>(grant => grant.Handle(new(role, email, by), default));

    /// <summary>Two people with something in every corner of the store.</summary>
    private async Task<(Member Taker, Member Giver, IntroductionId Id)> Everything()
    {
        var (mia, jan) = (await given.Asker("Mia"), await given.Ambassador("Jan", visibility: Visibility.Unlisted));
        await given.Case("Phone first", contact: jan);
        var city = await given.Organisation();
        await given.Change<Organisation>(city.Id, o => o.ContactPoint = jan.Id);
        foreach (var person in new[] { mia, jan })
        {
            await given.Change<Case>((await given.Case(person == mia ? "Own work" : "Other work")).Id, c => c.AuthorId = person.Id);
            await Grant(GrantedRole.ContactPoint, person.Email!, null);
            await given.Save(new OneTimeFile { Key = person == mia ? "key-1" : "key-2", MemberId = person.Id, Sealed = [1], ExpiresDue = given.Now });
        }

        await given.Asked(mia, "We need more innovation culture");
        var shared = await given.Case("Shared");
        foreach (var person in new[] { mia, jan })
            await given.Save(
                CaseQuestion.Of(shared.Id, CaseQuestionKind.StillTrue, person.Id, person.Id, person.Id, given.Now),
                new CaseHelp { CaseId = shared.Id, MemberId = person.Id, At = given.Now },
                new Reuse { Id = EntityId.New<ReuseId>(given.Now), CaseId = shared.Id, MemberId = person.Id, CreatedAt = given.Now },
                new ShownMessage { ActivityId = person.Name + " message", MemberId = person.Id, CaseId = shared.Id, At = given.Now },
                new CaseReport { Id = EntityId.New<CaseReportId>(given.Now), CaseId = shared.Id, ReporterId = person.Id, DecidedBy = person.Id, ToldId = person.Id, Text = person.Name + " says it is wrong", CreatedAt = given.Now });
        await given.Save(new BlockedPair { ById = mia.Id, OtherId = (await given.Organiser()).Id, CreatedAt = given.Now });
        return (mia, jan, await given.IntroductionAsked(mia, jan));
    }

    /// <summary>Every row of every table as text, and the change sequence.</summary>
    private Task<(string[] Text, List<(ChangedKind, Guid)> Sequence)> Dump() => given.Read(async db =>
    {
        var text = new System.Text.StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the table's name comes from the model
            command.CommandText = $"SELECT * FROM \"{entity.GetTableName()}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var column = 0; column < rows.FieldCount; column++) text.Append(entity.GetTableName()).Append('.').Append(rows.GetName(column)).Append(": ").Append(rows.GetValue(column)).Append('\n');
            }
        }

        return (text.ToString().Split('\n'), (await db.Changes.ToListAsync()).ConvertAll(c => (c.Kind, c.Subject)));
    });
}

public sealed class PrivacyOnSqlite() : PrivacyTests(StoreEngine.Sqlite);

public sealed class PrivacyOnPostgres() : PrivacyTests(StoreEngine.Postgres);
