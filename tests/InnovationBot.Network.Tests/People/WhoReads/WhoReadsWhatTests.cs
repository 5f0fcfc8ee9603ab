using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Results;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Channels;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Cases.Results;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.Cases.Upkeep;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.CheckIns.Outcomes;
using InnovationBot.Network.Events;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Invitations;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Privacy.Retention;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Coalitions;
using InnovationBot.Network.Problems.Counting;
using InnovationBot.Network.Problems.Desk;
using InnovationBot.Network.Problems.Opened;
using InnovationBot.Network.Problems.Overview;
using InnovationBot.Network.Problems.TryOuts;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Network.Transfer;
using InnovationBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Network.Tests.People.WhoReads;

/// <summary>
/// The access table for everything that is no case, open problem or name (those: <see cref="AccessMatrixTests"/>): one network, everybody there can be, and each
/// use case that reads. Cases are tried over every command, button, list and link by <c>ReadingPathsTests</c>, what <c>my data</c> holds by <see cref="PrivacyTests"/>.
/// </summary>
public sealed class WhoReadsWhatTests() : NetworkTests(StoreEngine.Sqlite)
{
    /// <param name="What">The object, in the table's words.</param>
    private sealed record Path(string What, Type By, Func<IServiceProvider, MemberId, Task<bool>> Reads, Func<WhoLooks, bool> May);

    [Fact]
    public async Task Each_thing_is_read_by_whom_the_table_names_and_by_nobody_else()
    {
        var vera = await OwnedByVera.In(given);
        var everybody = WhoLooks.Everybody(vera.Own, vera.Others).ToList();
        await given.Save([.. everybody.Select(one => one.Member)]);
        var paths = Paths(vera).ToList();

        List<string> faults = [];
        foreach (var one in everybody.Concat(vera.Concerned))
        {
            using var scope = given.Scope();
            foreach (var path in paths)
            {
                var reads = await path.Reads(scope.ServiceProvider, one.Id);
                if (reads != path.May(one)) faults.Add($"{one} {(reads ? "reads" : "does not read")} {path.What} by {path.By.Name}");
            }
        }

        string.Join('\n', faults.Take(40)).ShouldBeEmpty();
        foreach (var path in paths.Where(path => path.May != Nobody)) vera.Concerned.Concat(everybody).ShouldContain(one => path.May(one), path.What);
    }

    private static bool Nobody(WhoLooks one) => false;

    private static IEnumerable<Path> Paths(OwnedByVera vera)
    {
        Func<WhoLooks, bool> owner = Is("Vera"), organisers = one => one.OrganisesOrAdministers, organisersAlone = one => one.Organises;
        Func<WhoLooks, bool> senders = one => one.OrganisesFor(vera.Own), invited = one => one.ConfirmedIn(vera.Own) || one.Is is "host" or "registered";
        Func<WhoLooks, bool> brokers = one => one.Organises && !one.In(vera.Own), atDesk = Is("at the desk"), nominated = Is("nominator", "co-nominator", "nominee");

        yield return On<ShowIntroduction>("an introduction", (use, by) => Got(use.Handle(vera.Asked, by, default)), Is("Vera", "giver"));
        yield return On<ListIntroductions>("an introduction", async (use, by) => (await use.Handle(by, default)).Any(one => one.Id == vera.Asked), owner);
        yield return On<ListRequests>("an introduction", async (use, by) => (await use.Handle(by, default)).Open.Any(one => one.Id == vera.Asked), Is("giver"));
        yield return On<ListRedirectChoices>("an introduction", (use, by) => Got(use.Handle(vera.Asked, by, default)), Is("giver"));
        yield return On<KeepShortAnswer>("a short answer not agreed", (use, by) => Got(use.Show(vera.Answered, by, default)), Is("Vera", "writer"));
        yield return On<ShowOutcome>("what came of it", (use, by) => Got(use.Handle(vera.Outcome, by, default)), owner);

        yield return On<ShowAnswer>("a problem", (use, by) => Got(use.Handle(vera.Problem, by, default)), owner);
        yield return On<ExplainAnswer>("a problem", (use, by) => Got(use.Handle(vera.Problem, by, default)), owner);
        yield return On<CountCases>("a problem", (use, by) => Got(use.Handle(vera.Problem, by, default)), owner);
        yield return On<ListProblems>("a problem", async (use, by) => (await use.Handle(by, default)).Any(one => one.Problem.Id == vera.Problem), owner);
        yield return On<ShowNews>("a problem", async (use, by) => await use.Handle(vera.News, by, default) is not null, owner);
        yield return On<ShowTryOut>("a problem", (use, by) => Got(use.Handle(vera.TryOut, by, default)), owner);
        yield return On<ShowCoalition>("a problem", (use, by) => Got(use.Handle(vera.Coalition, by, default)), owner);
        yield return On<ShowOpenProblem>("a problem that is not open to others", (use, by) => Got(use.Handle(vera.Problem, by, default)), Nobody);
        yield return On<ListOpenProblems>("a problem that is not open to others", async (use, by) => (await use.Handle(by, new(null, null, null), 1, default)).Total > 0, Nobody);
        yield return On<ShowOpenProblem>("an offer of help", (use, by) => Got(use.Offer(vera.Offer, by, default)), Is("Vera", "offerer"));
        yield return On<ShowOpenProblem>("offers of help", (use, by) => Got(use.Offers(vera.Problem, by, default)), owner);
        yield return On<ShowBrokered>("a problem for organisers", async (use, by) => await use.Handle(vera.ForOrganisers, by, default) is not null, brokers);
        yield return On<ShowBrokered>("a problem not for organisers", async (use, by) => await use.Handle(vera.Problem, by, default) is not null, Nobody);
        yield return On<ListDesk>("what lies at a desk", (use, by) => Got(use.Show(vera.AtDesk, by, default)), one => owner(one) || atDesk(one));
        yield return On<ListDesk>("what escalated", (use, by) => Got(use.Show(vera.Escalated, by, default)), one => owner(one) || atDesk(one) || brokers(one));
        yield return On<ListDesk>("what lies at a desk", async (use, by) => await use.Handle(by, 1, default) is { Refusal: null } page && page.Value.Items.Any(item => item.Item.Id == vera.AtDesk), atDesk);

        yield return On<ShowCheckIn>("a check-in", (use, by) => Got(use.Handle(vera.CheckIn, by, default)), owner);
        yield return On<OwnLog>("what the log holds about somebody", async (use, by) => (await use.Handle(by, 100, default)).Acts.Any(act => act.Detail == "veras"), owner);
        yield return On<Contributions>("a contribution", async (use, by) => (await use.Handle(by, null, null, default)).Value.Cases.Any(one => one.Case == vera.Reported), owner);
        yield return On<ShowApplication>("an application", (use, by) => Got(use.Handle(vera.Application, by, default)), organisers);
        yield return On<ShowApplication>("one's application", (use, by) => Got(use.Own(vera.Application, by, default)), owner);
        yield return On<ListApplications>("an application", (use, by) => Got(use.Handle(by, default)), organisers);
        yield return On<ShowRoleOffer>("an offer of a role", (use, by) => Got(use.Handle(vera.RoleOffer, by, default)), Is("Vera", "asked to take over"));

        yield return On<ShowCaseDraft>("a draft", (use, by) => Got(use.Handle(vera.Draft, by, default)), Is("Vera", "co-editor"));
        yield return On<OwnCases>("a draft", async (use, by) => (await use.List(by, default)).Drafts.Any(one => one.Id == vera.Draft), Is("Vera", "co-editor"));
        yield return On<OwnCases>("a withdrawn case", (use, by) => Got(use.Show(vera.Withdrawn, by, default)), Is("Vera", "case editor"));
        yield return On<OwnCases>("versions", (use, by) => Got(use.History(vera.Withdrawn, by, default)), Is("Vera", "case editor"));
        yield return On<OwnCases>("versions of a reported case", (use, by) => Got(use.History(vera.Reported, by, default)), one => one.Is is "Vera" or "case editor" || one.Organises);
        yield return On<ShowReport>("a report", (use, by) => Got(use.Handle(vera.Report, by, default)), one => one.Organises || one.Is == "told");
        yield return On<ShowReport>("a reported case", (use, by) => Got(use.Case(vera.Report, by, default)), one => one.Organises || one.Is == "told");
        yield return On<ShowReuse>("who uses a case", (use, by) => Got(use.Handle(vera.Reuse, by, default)), owner);
        yield return On<ListUpkeep>("reports", (use, by) => Got(use.Handle(by, default)), organisersAlone);
        yield return On<ExportRecords>("a case of one organisation, exported", async (use, by) =>
            await use.Cases(await use.ReaderOf(by, default), default).AnyAsync(one => one.Title == "Case Published"), one => one.ConfirmedIn(vera.Own));

        yield return On<ShowEvent>("an event", (use, by) => Got(use.Handle(vera.Event, by, default)), invited);
        yield return On<ListEvents>("an event", async (use, by) => (await use.Handle(new(), 1, by, default)).Value.Events.Any(one => one.Event.Id == vera.Event), invited);
        yield return On<CountEvent>("registrations", (use, by) => Got(use.Handle(vera.Event, by, default)), Is("host"));
        yield return On<ShowEvent>("a draft of an event", (use, by) => Got(use.Handle(vera.EventDraft, by, default)), organisersAlone);
        yield return On<ListEvents>("a draft of an event", async (use, by) => (await use.Drafts(by, default)).Count > 0, organisersAlone);
        yield return On<CountEvent>("a draft of an event", (use, by) => Got(use.Handle(vera.EventDraft, by, default)), organisersAlone);

        yield return On<ListBroadcasts>("a broadcast's figures", (use, by) => Got(use.Show(vera.Broadcast, by, false, default)), senders);
        yield return On<ListBroadcasts>("whom a broadcast reached", (use, by) => Got(use.People(vera.Broadcast, by, 1, default)), senders);
        yield return On<ListBroadcasts>("a broadcast", async (use, by) => await use.Handle(1, by, default) is { Refusal: null } all && all.Value.Broadcasts.Any(one => one.Broadcast.Id == vera.Broadcast), senders);
        yield return On<ListBroadcasts>("a draft of a broadcast", async (use, by) => (await use.Drafts(by, default)).Any(one => one.Id == vera.Broadcast), senders);
        yield return On<PreviewBroadcast>("a broadcast", (use, by) => Got(use.Handle(vera.Broadcast, by, default)), senders);
        yield return On<ReadBroadcast>("a broadcast that was sent", async (use, by) => await use.Got(vera.Broadcast, by, default) is not null, Is("recipient"));
        yield return On<ListChannels>("channels", async (use, by) => (await use.Handle(by, default)).Count > 0, organisers);

        yield return On<ListNominations>("a nomination", (use, by) => Got(use.Show(vera.Nomination, by, default)), one => nominated(one) || organisers(one));
        yield return On<ListNominations>("a draft of a nomination", (use, by) => Got(use.Show(vera.NominationDraft, by, default)), Is("nominator"));
        yield return On<ListNominations>("a nomination", async (use, by) => (await use.Own(by, default)).Value.Mine.Any(one => one.Nomination.Id == vera.Nomination), nominated);
        yield return On<ListNominations>("what a nominee is asked", (use, by) => Got(use.Asked(vera.Nominee, by, default)), Is("nominee"));
        yield return On<ListNominations>("a partner's part", (use, by) => Got(use.Partner(vera.Partner, by, default)), Is("partner"));
        yield return On<ListNominations>("nominations of a round", (use, by) => Got(use.All(vera.Judged, 1, by, default)), organisers);
        yield return On<ListNominations>("nominations that wait", (use, by) => Got(use.Waiting(null, 1, by, default)), organisers);
        yield return On<ListNominations>("a nomination before the announcement", async (use, by) => (await use.Read(vera.Nomination, by, default)).Refusal is null, Nobody);
        yield return On<ListNominations>("nominations before the announcement", (use, by) => Got(use.Announced(vera.Judged, 0, 9, by, default)), Nobody);
        yield return On<JuryDesk>("a nomination to be scored", (use, by) => Got(use.Open(vera.Nomination, by, default)), Is("juror"));
        yield return On<JuryDesk>("nominations to be scored", async (use, by) => await use.List(vera.Judged, by, default) is { Refusal: null } list && list.Value.Work.Count > 0, Is("juror"));
        yield return On<ListJury>("who is on the jury", (use, by) => Got(use.People(vera.Judged, by, default)), organisers);
        yield return On<ReadRanking>("scores in the jury's time", (use, by) => Got(use.Handle(vera.Judged, null, by, default)), Nobody);
        yield return On<ReadRanking>("scores after it", async (use, by) => await use.Handle(vera.Scored, null, by, default) is { Refusal: null } ranking && ranking.Value.Rows.Count > 0, one => organisers(one) || one.Is == "juror");
        yield return On<ExportAward>("scores in the jury's time", (use, by) => Got(use.Handle(vera.Judged, AwardTable.Scores, by, default)), Nobody);
        yield return On<ExportAward>("scores after it", (use, by) => Got(use.Handle(vera.Scored, AwardTable.Scores, by, default)), organisers);
        yield return On<ExportAward>("nominations", (use, by) => Got(use.Handle(vera.Judged, AwardTable.Nominations, by, default)), organisers);
        yield return On<ReadResults>("results before the announcement", (use, by) => Got(use.Handle(vera.Scored, by, default)), Nobody);
        yield return On<ReadResults>("results before the announcement", (use, by) => Got(use.Own(vera.ScoredNomination, by, default)), Nobody);
        yield return On<ReadResults>("reasons before the announcement", (use, by) => Got(use.Reasons(vera.ScoredNomination, by, default)), Nobody);
        yield return On<ListAwards>("a round that is not published", (use, by) => Got(use.Show(vera.Unpublished, by, default)), organisers);
        yield return On<ListAwards>("a round's figures", async (use, by) => (await use.Show(vera.Judged, by, default)).Value.Counts.Count > 0, organisers);
        yield return On<ListAwards>("a round's figures", async (use, by) => (await use.Count(vera.Judged, by, default)).Refusal is null, organisers);

        yield return On<CountProblems>("figures", (use, by) => Got(use.Handle(ProblemGrouping.Task, by, default)), organisersAlone);
        yield return On<CountAsks>("figures", (use, by) => Got(use.Handle(by, default)), organisers);
        yield return On<CountFailures>("figures", async (use, by) => (await use.Handle(by, default)).Count > 0, organisersAlone);
        yield return On<ListRoles>("who has which role", (use, by) => Got(use.Handle(by, default)), organisers);
        yield return On<ListInvitations>("who is invited", (use, by) => Got(use.Handle(by, default)), organisers);
        yield return On<ListOrganisations>("who says to be where", (use, by) => Got(use.Waiting(by, default)), organisers);
        yield return On<ShowOrganisation>("an organisation's people", (use, by) => Got(use.Handle(vera.Own.Id, by, default)), organisers);
        yield return On<ShowOrganisation>("a proposal", (use, by) => Got(use.Proposal(vera.Proposal, by, default)), organisers);
        yield return On<ShowSettings>("settings", (use, by) => Got(use.Handle(by, default)), one => one.Member.Has(Role.Administrator));
        yield return On<PreviewRetention>("what retention would delete", (use, by) => Got(use.Handle(new Dictionary<Kept, int?>(), by, default)), one => one.Member.Has(Role.Administrator));
    }

    private static Func<WhoLooks, bool> Is(params string[] any) => one => any.Contains(one.Is);

    private static async Task<bool> Got<T>(Task<Result<T>> read) => (await read).Refusal is null;

    private static Path On<TUseCase>(string what, Func<TUseCase, MemberId, Task<bool>> reads, Func<WhoLooks, bool> may) where TUseCase : notnull =>
        new(what, typeof(TUseCase), (services, by) => reads(services.GetRequiredService<TUseCase>(), by), may);
}
