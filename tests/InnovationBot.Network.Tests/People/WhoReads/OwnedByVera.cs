using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Broadcasts.Channels;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.CheckIns.Outcomes;
using InnovationBot.Network.Events;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Coalitions;
using InnovationBot.Network.Problems.Desk;
using InnovationBot.Network.Problems.Opened;
using InnovationBot.Network.Problems.TryOuts;
using InnovationBot.Network.Tests.Events;
using InnovationBot.Network.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.People.WhoReads;

/// <summary>A network in which Vera, confirmed in a public body, has one of everything that not everybody may read, and those who have a part in it.</summary>
internal sealed class OwnedByVera
{
    private const string Secret = "Nobody else's to read.";

    private readonly Given given;
    private readonly List<object> rows = [];

    private OwnedByVera(Given given) => this.given = given;

    private DateTimeOffset Now => given.Now;

    public Organisation Own { get; private set; } = null!;
    public List<Organisation> Others { get; } = [];
    public List<WhoLooks> Concerned { get; } = [];

    public IntroductionId Asked { get; private set; }
    public IntroductionId Answered { get; private set; }
    public ProblemId Problem { get; private set; }
    public ProblemId ForOrganisers { get; private set; }
    public SuggestionId News { get; private set; }
    public HelpOfferId Offer { get; private set; }
    public TryOutId TryOut { get; private set; }
    public CoalitionId Coalition { get; private set; }
    public DeskItemId AtDesk { get; private set; }
    public DeskItemId Escalated { get; private set; }
    public CheckInId CheckIn { get; private set; }
    public TalkOutcomeId Outcome { get; private set; }
    public CaseDraftId Draft { get; private set; }
    public CaseId Withdrawn { get; private set; }
    public CaseId Reported { get; private set; }
    public CaseReportId Report { get; private set; }
    public ReuseId Reuse { get; private set; }
    public EventId Event { get; private set; }
    public EventId EventDraft { get; private set; }
    public BroadcastId Broadcast { get; private set; }
    public AwardRoundId Judged { get; private set; }
    public AwardRoundId Scored { get; private set; }
    public AwardRoundId Unpublished { get; private set; }
    public NominationId Nomination { get; private set; }
    public NominationId NominationDraft { get; private set; }
    public NominationId ScoredNomination { get; private set; }
    public NomineeId Nominee { get; private set; }
    public NominationPartnerId Partner { get; private set; }
    public ApplicationId Application { get; private set; }
    public OrganisationProposalId Proposal { get; private set; }
    public RoleOfferId RoleOffer { get; private set; }

    public static async Task<OwnedByVera> In(Given given)
    {
        var network = new OwnedByVera(given) { Own = await given.Organisation("Own") };
        foreach (var sector in Enum.GetValues<Sector>()) network.Others.Add(await given.Organisation($"Other {sector}", sector: sector));
        await network.Introductions();
        await network.People();
        network.Problems();
        network.CasesAndCheckIns();
        network.Award();
        network.Messages();
        await given.Save([.. network.rows]);
        await network.Events();
        return network;
    }

    public Member Of(string @is) => Concerned.Single(one => one.Is == @is).Member;

    /// <summary>One request that waits, and one that was answered in writing, of which a short answer is proposed.</summary>
    private async Task Introductions()
    {
        var (vera, gino, gina) = (await given.Ambassador("Vera", topic: "payroll", organisation: Own), await given.Ambassador("Gino", organisation: Others[0]), await given.Ambassador("Gina", organisation: Others[0]));
        Concerned.AddRange([new(vera, Own, "Vera"), new(gino, Others[0], "giver"), new(gina, Others[0], "writer")]);
        Asked = await given.IntroductionAsked(vera, gino);
        Answered = await given.IntroductionAsked(vera, gina);
        (await given.Do<AnswerInWriting, Result<IntroductionView>>(answer => answer.Handle(Answered, gina.Id, "We rang everybody first.", default))).Refusal.ShouldBeNull();
        (await given.Do<KeepShortAnswer, Result<ShortAnswerView>>(keep => keep.Write(Answered, gina.Id, "People wait.", "We rang everybody first.", Language.English, default))).Refusal.ShouldBeNull();
    }

    private async Task People()
    {
        foreach (var @is in new[]
        {
            "offerer", "at the desk", "co-editor", "invited editor", "case editor", "told", "host", "registered", "recipient", "nominator", "co-nominator", "nominee", "partner", "juror", "asked to take over",
        }) Concerned.Add(WhoLooks.Of(@is == "juror" ? Others[^1] : Others[0], OrganisationProof.EmailDomain, null, @is)); // of another organisation than the nominee
        foreach (var @is in new[] { "colleague at the desk", "juror with a conflict" }) Concerned.Add(WhoLooks.Of(Own, OrganisationProof.EmailDomain, null, @is));
        await given.Save([.. Concerned.Where(one => one.Is is not ("Vera" or "giver" or "writer")).Select(one => one.Member)]);
    }

    private void Problems()
    {
        var problem = Add(new Problem { Id = EntityId.New<ProblemId>(Now), OwnerId = Of("Vera").Id, Text = Secret, Language = Language.English, State = ProblemState.Open, KeptAt = Now, CreatedAt = Now });
        var brokered = Add(new Problem { Id = EntityId.New<ProblemId>(Now), OwnerId = Of("Vera").Id, Text = "For organisers", Language = Language.English, State = ProblemState.Open, ContactPointMaySee = true, OrganiserAskedAt = Now, CreatedAt = Now });
        (Problem, ForOrganisers) = (problem.Id, brokered.Id);
        News = Add(new Suggestion { Id = EntityId.New<SuggestionId>(Now), ProblemId = Problem, CaseId = EntityId.New<CaseId>(Now), Slot = Slot.News, CreatedAt = Now }).Id;
        Offer = Add(HelpOffer.Of(EntityId.New<HelpOfferId>(Now), Problem, Of("offerer").Id, "I can help.", Language.English, Now, Now.AddDays(10))).Id;
        TryOut = Add(new TryOut { Id = EntityId.New<TryOutId>(Now), ProblemId = Problem, OwnerId = Of("Vera").Id, CreatedAt = Now }).Id;
        Coalition = Add(Network.Problems.Coalitions.Coalition.Of(EntityId.New<CoalitionId>(Now), "permits", Now)).Id;
        Add(new CoalitionSeat { CoalitionId = Coalition, MemberId = Of("Vera").Id, ProblemId = Problem });
        foreach (var @is in new[] { "at the desk", "colleague at the desk" }) Add(new ContactPoint { Id = EntityId.New<ContactPointId>(Now), MemberId = Of(@is).Id, CreatedAt = Now });
        AtDesk = Desk(Problem, escalated: false);
        Escalated = Desk(ForOrganisers, escalated: true);

        DeskItemId Desk(ProblemId of, bool escalated)
        {
            var item = Add(new DeskItem { Id = EntityId.New<DeskItemId>(Now), ProblemId = of, OwnerId = Of("Vera").Id, Text = "Lies here.", Language = Language.English, CreatedAt = Now, DueAt = Now.AddDays(5) });
            if (escalated) item.ForOrganisers(Now);
            return item.Id;
        }
    }

    private void CasesAndCheckIns()
    {
        var content = new CaseContent { Title = "Title", Problem = "People wait." };
        Draft = Add(new CaseDraft { Id = EntityId.New<CaseDraftId>(Now), AuthorId = Of("Vera").Id, Content = content, CreatedAt = Now, SavedAt = Now }).Id;
        Add(new CaseDraftEditor { DraftId = Draft, MemberId = Of("co-editor").Id, InvitedAt = Now, AcceptedAt = Now });
        Add(new CaseDraftEditor { DraftId = Draft, MemberId = Of("invited editor").Id, InvitedAt = Now });
        Withdrawn = Written(CaseState.Withdrawn, reported: false);
        Reported = Written(CaseState.Published, reported: true);
        var report = Add(new CaseReport { Id = EntityId.New<CaseReportId>(Now), CaseId = Reported, Kind = ReportKind.Wrong, Text = "It is wrong.", CreatedAt = Now });
        report.TakeDown(EntityId.New<MemberId>(Now), "Wrong", Of("told").Id, Now);
        Report = report.Id;
        Reuse = Add(new Reuse { Id = EntityId.New<ReuseId>(Now), CaseId = Reported, MemberId = Of("giver").Id, CreatedAt = Now }).Id;
        var checkIn = Add(new CheckIn { Id = EntityId.New<CheckInId>(Now), MemberId = Of("Vera").Id, CreatedAt = Now });
        checkIn.Answer(Of("Vera").Id, Secret, Language.English, Now);
        CheckIn = checkIn.Id;
        Outcome = Add(new TalkOutcome { Id = EntityId.New<TalkOutcomeId>(Now), IntroductionId = Asked, ProblemId = Problem, TakerId = Of("Vera").Id, GiverId = Of("giver").Id, CreatedAt = Now }).Id;
        Application = Add(new AmbassadorApplication { Id = EntityId.New<ApplicationId>(Now), MemberId = Of("Vera").Id, SubmittedAt = Now }).Id;
        Proposal = Add(new OrganisationProposal { Id = EntityId.New<OrganisationProposalId>(Now), MemberId = Of("Vera").Id, Name = "Elsewhere", ProposedAt = Now }).Id;
        RoleOffer = Add(new RoleOffer { Id = EntityId.New<RoleOfferId>(Now), Kind = OfferedRole.Ambassador, FromId = Of("Vera").Id, ToId = Of("asked to take over").Id, OfferedAt = Now }).Id;
        Add(AuditEvent.Of(AuditAct.ConsentGiven, Of("Vera").Id, Of("Vera").Id, Now, "veras"));

        CaseId Written(CaseState state, bool reported)
        {
            var @case = Add(new Case
            {
                Id = EntityId.New<CaseId>(Now), Key = state.ToString(), Title = $"Case {state}", Problem = "People wait.", WhatWasDone = "We rang.", OrganisationId = Own.Id, Readers = Readers.Organisation,
                AuthorId = Of("Vera").Id, State = state, ReportedAt = reported ? Now : null, Language = Language.English, CreatedAt = Now, PublishedAt = Now,
            });
            Add(new CaseVersion { CaseId = @case.Id, Number = 1, At = Now, Content = content });
            Add(new CaseEditor { CaseId = @case.Id, MemberId = Of("case editor").Id, InvitedAt = Now, AcceptedAt = Now });
            return @case.Id;
        }
    }

    /// <summary>A round that is with its jury, one whose jury has had its time, and one that nobody has published.</summary>
    private void Award()
    {
        (Judged, Nomination) = Round(juryCloses: Now.AddDays(20), draft: true);
        (Scored, ScoredNomination) = Round(juryCloses: Now.AddDays(-1), draft: false);
        var plan = new AwardPlan { Name = "Later", Categories = [new AwardCategory("one", "One", [], 1)] };
        Unpublished = Add(new AwardRound { Id = EntityId.New<AwardRoundId>(Now), Plan = plan, CreatedAt = Now }).Id;
    }

    private (AwardRoundId, NominationId) Round(DateTimeOffset juryCloses, bool draft)
    {
        var call = Now.AddDays(-60);
        var plan = new AwardPlan { Name = "Award", Zone = "Europe/Brussels", Feedback = true, Categories = [new AwardCategory("one", "One", [new AwardCriterion("need", "Need", 1, [])], 1)] };
        var round = Add(new AwardRound { Id = EntityId.New<AwardRoundId>(Now), Plan = plan, CreatedAt = call });
        round.Describe(plan, new(call, call.AddDays(10), null, call.AddDays(20), juryCloses, Now.AddDays(40)), call);
        round.Publish(call).ShouldBeNull();
        var nomination = Nominated("Work");
        nomination.OrganisationId = Own.Id;
        nomination.AcceptedAt = call;
        nomination.Submit(round, call).ShouldBeNull();
        nomination.FindEligible(null, null).ShouldBeNull();
        round.Advance(Now);
        Add(new CoNominator { NominationId = nomination.Id, MemberId = Of("co-nominator").Id, Content = nomination.Content, JoinedAt = Now });
        var nominee = Add(new Nominee { Id = EntityId.New<NomineeId>(Now), NominationId = nomination.Id, MemberId = Of("nominee").Id, CreatedAt = Now });
        nominee.Accept(nominee.MemberId, new(true, true, true), Now);
        var partner = Add(new NominationPartner { Id = EntityId.New<NominationPartnerId>(Now), NominationId = nomination.Id, Name = "Partner" });
        partner.Ask(Of("partner").Id);
        foreach (var @is in new[] { "juror", "juror with a conflict" })
        {
            var juror = Add(new AwardJuror { Id = EntityId.New<AwardJurorId>(Now), RoundId = round.Id, MemberId = Of(@is).Id, Categories = ["one"], DeclaredAt = Now, CreatedAt = Now });
            Add(new JuryAssignment { NominationId = nomination.Id, JurorId = juror.Id, AssignedAt = Now });
            if (@is == "juror") Add(new JuryScore { NominationId = nomination.Id, JurorId = juror.Id, Values = [new("need", 4)], SavedAt = Now, SubmittedAt = Now });
            else Add(new JurorConflict { JurorId = juror.Id, NominationId = nomination.Id, Kind = ConflictKind.SameOrganisation, At = Now });
        }

        if (draft) (Nominee, Partner, NominationDraft) = (nominee.Id, partner.Id, Nominated("Draft").Id);
        return (round.Id, nomination.Id);

        Nomination Nominated(string title) => Add(new Nomination
        {
            Id = EntityId.New<NominationId>(Now), RoundId = round.Id, NominatorId = Of("nominator").Id, Category = "one", Language = Language.English, CreatedAt = call, SavedAt = call, WorkKey = title,
            Content = new NominationContent { Title = title, Problem = "People wait.", Result = "Nine instead of four." },
        });
    }

    private void Messages()
    {
        var broadcast = Add(new Broadcast { Id = EntityId.New<BroadcastId>(Now), AuthorId = Of("Vera").Id, OrganisationId = Own.Id, Audience = Audience.All, CreatedAt = Now });
        Broadcast = broadcast.Id;
        Add(new Notice
        {
            Id = EntityId.New<NoticeId>(Now), RecipientId = Of("recipient").Id, Kind = BroadcastNotices.Card, Subject = Broadcast.Value, Key = BroadcastNotices.KeyOf(Broadcast, Of("recipient").Id), State = NoticeState.Sent, SentAt = Now, CreatedAt = Now,
        });
        Add(new Channel { Id = "19:channel@thread.tacv2", Address = new Address("channel") });
        foreach (var one in Concerned) Add(new Notice { Id = EntityId.New<NoticeId>(Now), RecipientId = one.Id, Kind = "x", State = NoticeState.Failed, Reason = FailureReason.Blocked, CreatedAt = Now });
    }

    /// <summary>One for the own organisation that somebody hosts, and a draft of the network's organisers.</summary>
    private async Task Events()
    {
        var published = await given.Published(EventSituations.Workshop());
        (await given.Going(published, Of("registered"))).Refusal.ShouldBeNull();
        await given.Change<Event>(published.Id, one => (one.HostId, one.Audience) = (Of("host").Id, new Audience { Organisations = [Own.Id.ToString()] }));
        (Event, EventDraft) = (published.Id, (await given.Made(EventSituations.Workshop())).Event!.Id);
    }

    private T Add<T>(T row) where T : class
    {
        rows.Add(row);
        return row;
    }
}
