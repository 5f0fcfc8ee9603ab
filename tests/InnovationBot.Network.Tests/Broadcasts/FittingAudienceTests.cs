using System.Text.Json;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Events;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Events;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Broadcasts;

/// <summary>People whose open problem is like an event's are invited, and no organiser finds out who they are.</summary>
public abstract class FittingAudienceTests(StoreEngine engine) : NetworkTests(engine)
{
    private Member olga = null!;
    private int people;

    [Fact]
    public async Task Few_are_invited_and_nothing_tells_how_many_or_how_far_it_got()
    {
        var @event = await Published("The queue at the counter");
        var mia = await WithProblem("Our counter has a queue each Monday");
        var jan = await WithProblem("A queue before the counter opens");
        await WithProblem("Nobody answers letters");

        (await Suggested(@event)).ShouldSatisfyAllConditions(one => one.Figure.ShouldBe(Figure.Few), one => one.Words.ShouldBeEmpty());
        var id = (await Invited(@event)).Value.Id;
        (await Invited(@event)).Value.Id.ShouldBe(id, "a second press goes on with the draft");
        (await given.Do<PublishBroadcast, Result<Broadcast>>(publish => publish.Handle(id, olga.Id, null, inChat: true, default))).Refusal.ShouldBeNull();
        await given.Sweep();
        await given.Sweep();

        (await given.Read(db => db.Notices.Where(n => n.Kind == BroadcastNotices.Card).Select(n => n.RecipientId).ToListAsync())).ShouldBe([mia, jan], ignoreOrder: true);
        var view = await View(id);
        (view.Numbers, view.Fitting, view.Broadcast.ShownState).ShouldBe((BroadcastNumbers.Hidden, Figure.Few, BroadcastState.Sent));
        (await given.Do<ListBroadcasts, Result<BroadcastPeople>>(list => list.People(id, olga.Id, 1, default))).Refusal.ShouldBe(BroadcastRefusals.NumbersHidden);
        foreach (var act in new Func<SteerBroadcast, Task<Result<Broadcast>>>[]
        {
            steer => steer.Pause(id, olga.Id, default), steer => steer.Resume(id, olga.Id, default), steer => steer.Cancel(id, olga.Id, default), steer => steer.SendAgain(id, olga.Id, unknown: false, default),
        })
        {
            (await given.Do<SteerBroadcast, Result<Broadcast>>(act)).Refusal.ShouldBe(BroadcastRefusals.NumbersHidden);
        }

        (await given.Do<SteerBroadcast, Result<Broadcast>>(steer => steer.Recall(id, olga.Id, default))).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Many_are_told_as_a_figure_with_what_they_name_and_one_more_or_one_less_changes_nothing()
    {
        var (aarhus, ghent) = (await given.Organisation("City of Aarhus"), await given.Organisation("City of Ghent"));
        var @event = await Published("The queue at the counter");
        for (var n = 0; n < 6; n++) await WithProblem(n == 0 ? "This queue at the counter is about elephants" : "Our counter has a queue each Monday", n < 3 ? aarhus : ghent);

        var suggested = await Suggested(@event);
        suggested.Figure.ShouldBe(Figure.Of(6));
        suggested.Words.ShouldBe(["queue", "counter"], ignoreOrder: true);

        await WithProblem("The counter and its queue", ghent);
        (await Suggested(@event)).Figure.ShouldBe(Figure.Of(6), "seven less six would tell of one");
        (await Suggested(await Published("This queue at the counter about elephants"))).Figure.ShouldBe(Figure.Of(6), "so would a second event whose problem differs by a word");

        var id = (await Invited(@event)).Value.Id;
        await given.Do<PublishBroadcast, Result<Broadcast>>(publish => publish.Handle(id, olga.Id, null, inChat: true, default));
        await given.Sweep();
        await given.Sweep();
        (await given.Read(db => db.Notices.CountAsync(n => n.Kind == BroadcastNotices.Card))).ShouldBe(7);
        (await View(id)).Fitting.ShouldBe(Figure.Of(6));
    }

    [Fact]
    public async Task It_stands_alone_is_for_the_invitation_of_that_event_and_only_organisers_of_the_network_may()
    {
        var @event = await Published("The queue at the counter");
        await WithProblem("Our counter has a queue each Monday");
        foreach (var json in new[]
        {
            """{"problem_fits":["ID"],"tier":["local"]}""", """{"any_of":[{"problem_fits":["ID"]},{"role":["organiser"]}]}""", """{"everyone":["true"],"except":{"problem_fits":["ID"]}}""",
            """{"problem_fits":["ID"],"except":{"role":["organiser"]}}""",
        }) (await Composed(json, BroadcastKind.Event, @event, olga)).ShouldBe(AudienceRefusals.FitsAlone);

        const string Alone = """{"problem_fits":["ID"]}""";
        (await Composed(Alone, BroadcastKind.Event, await Published("Letters nobody answers"), olga, fits: @event)).ShouldBe(AudienceRefusals.FitsInvitation);
        (await Composed(Alone, BroadcastKind.Message, @event, olga)).ShouldBe(AudienceRefusals.FitsInvitation);
        var made = await given.Made(EventSituations.Workshop() with { Audience = JsonElement.Parse(Alone.Replace("ID", @event.Id.ToString())) }, olga);
        made.Faults.ShouldHaveSingleItem().Why.ShouldBe(AudienceRefusals.FitsInvitation);

        var city = await given.Organisation("City of Aarhus");
        var pia = await given.Asker("Pia", city);
        await given.Change<Member>(pia.Id, member => member.Give(Role.OrganisationOrganiser));
        (await Composed(Alone, BroadcastKind.Event, @event, pia)).ShouldBe(AudienceRefusals.FitsOrganisers);
        (await Composed(Alone, BroadcastKind.Event, @event, olga)).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_may_not_see_the_event_is_not_invited_and_that_nobody_was_is_not_told_either()
    {
        var (mia, jan) = (await WithProblem("Our counter has a queue each Monday"), await WithProblem("A queue before the counter opens"));
        var email = (await given.Read(db => db.Members.AsNoTracking().SingleAsync(m => m.Id == jan))).Email;
        var narrow = await Published("The queue at the counter", with: input => input with { Audience = JsonElement.Parse($$"""{"emails":["{{email}}"]}""") });
        var nobody = await Published("Archives under water");
        foreach (var @event in new[] { narrow, nobody })
        {
            var id = (await Invited(@event)).Value.Id;
            (await given.Do<PublishBroadcast, Result<Broadcast>>(publish => publish.Handle(id, olga.Id, null, inChat: true, default))).Refusal.ShouldBeNull();
            await given.Sweep();
            await given.Sweep();
            (await View(id)).ShouldSatisfyAllConditions(view => view.Fitting.ShouldBe(Figure.Few), view => view.Broadcast.ShownState.ShouldBe(BroadcastState.Sent));
        }

        (await given.Read(db => db.Notices.Where(n => n.Kind == BroadcastNotices.Card).Select(n => n.RecipientId).ToListAsync())).ShouldBe([jan]);
        mia.ShouldNotBe(jan);
    }

    private async Task<Event> Published(string problem, Func<EventInput, EventInput>? with = null)
    {
        olga ??= await given.Organiser();
        var input = EventSituations.Workshop() with { Title = "Clinic", Problem = problem, Languages = ["en"] };
        return await given.Published(with is null ? input : with(input), olga);
    }

    private async Task<MemberId> WithProblem(string text, Organisation? organisation = null)
    {
        var member = await given.Asker($"Person{people++:D2}", organisation);
        await given.Change<Member>(member.Id, one => one.Address = new Address($"chat {one.Id}"));
        var problem = new Problem { Id = EntityId.New<ProblemId>(given.Now), OwnerId = member.Id, Text = text, Language = Language.English, State = ProblemState.Open, CreatedAt = given.Now };
        await given.Save(problem);
        return member.Id;
    }

    private async Task<(Figure Figure, IReadOnlyList<string> Words)> Suggested(Event @event) =>
        (await given.Do<SuggestAudience, (Figure, IReadOnlyList<string>)?>(suggest => suggest.Handle(@event, default)))!.Value;

    private Task<Result<Broadcast>> Invited(Event @event) => given.Do<InviteFitting, Result<Broadcast>>(invite => invite.Handle(@event.Id, olga.Id, default));

    private async Task<BroadcastView> View(BroadcastId id) => (await given.Do<ListBroadcasts, Result<BroadcastView>>(list => list.Show(id, olga.Id, counted: true, default))).Value;

    private async Task<Refusal?> Composed(string json, BroadcastKind kind, Event about, Member by, Event? fits = null)
    {
        var audience = AudienceJson.Read(JsonElement.Parse(json.Replace("ID", (fits ?? about).Id.ToString()))).Value;
        var words = kind == BroadcastKind.Message ? new BroadcastContent { Title = new() { [""] = "New" }, Text = new() { [""] = "Come." } } : new BroadcastContent();
        return (await given.Do<ComposeBroadcast, Result<Broadcast>>(compose => compose.Create(new(kind, words, kind == BroadcastKind.Event ? about.Id.Value : null, audience), by.Id, default))).Refusal;
    }
}

public sealed class FittingAudienceOnSqlite() : FittingAudienceTests(StoreEngine.Sqlite);

public sealed class FittingAudienceOnPostgres() : FittingAudienceTests(StoreEngine.Postgres);
