using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Counting;
using InnovationBot.Network.Problems.Feedback;
using Barrier = InnovationBot.Network.Barrier;
using Case = InnovationBot.Network.Cases.Case;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>A problem about building permits, three cases and two people, as an answer holds them.</summary>
internal static class Answers
{
    public static readonly Organisation Lipovec = new()
    {
        Id = Id<OrganisationId>(1), Key = "si-lipovec", Name = "Občina Lipovec", Tier = Tier.Local, Sector = Sector.Public, Country = "SI",
    };

    public static readonly Problem Problem = new()
    {
        Id = Id<ProblemId>(2),
        OwnerId = Id<MemberId>(3),
        Text = "People wait eleven weeks for a building permit and the phone is never answered. Who has solved this?",
        Language = Language.English,
        CreatedAt = CardSituations.Now,
    };

    public static readonly PersonShown Listed = new("Ana Kovač", "Head of planning", "Občina Lipovec", Lipovec.Kind, [new("sl"), new("en")]);

    public static readonly PersonShown Unlisted = new(null, null, null, new OrganisationKind(Tier.Local, Sector.Public, "NL"), [new("nl"), new("en")]);

    private static readonly Case Succeeded = new()
    {
        Id = Id<CaseId>(4),
        Key = "si-0001",
        Title = "A call before the application saved eight weeks",
        Problem = "Applications for building permits came in incomplete and went back twice.\nApplicants waited fourteen weeks.",
        WhatWasDone = "Before anything was filed, an officer rang the applicant for a quarter of an hour and went through the list.",
        Outcome = Outcome.Succeeded,
        Result = "From fourteen weeks to six; complete at first filing: 34 % before, 81 % after.",
        Lesson = "The call worked better than the checklist; people do not know what they do not know.",
        OrganisationId = Lipovec.Id,
        PolicyArea = "Housing development",
        Tier = Tier.Local,
        Country = "SI",
        Users = UsersPart.Consulted,
        Barriers = [Barrier.Capacity, Barrier.StatusQuo],
        Partners = ["Chamber of Architects"],
        Links = ["https://lipovec.example/permits"],
        Year = 2022,
        Language = Language.English,
    };

    private static readonly Case Failed = new()
    {
        Id = Id<CaseId>(5),
        Key = "dk-0001",
        Title = "Letting owners declare small buildings themselves doubled neighbours' complaints",
        Problem = "Small sheds took as long as houses.",
        WhatWasDone = "Owners declared them on a form.",
        Outcome = Outcome.Failed,
        Lesson = "Nobody had told the neighbours.",
        Country = "DK",
        Year = 2021,
        Language = new("da"),
    };

    private static readonly Case Elsewhere = new()
    {
        Id = Id<CaseId>(6),
        Key = "nl-0001",
        Title = "A short call before the form halved the files that came back",
        Problem = "Files of farmers came back twice.",
        WhatWasDone = "An officer rang before the form was sent.",
        Outcome = Outcome.Partly,
        Lesson = "Ring in the evening; farmers are out by day.",
        Country = "NL",
        Year = 2023,
        Language = Language.English,
    };

    public static readonly Answer Full = new(
        Problem,
        Fit.Fits,
        IsAbstract: false,
        Question: null,
        [Shown(Succeeded, Lipovec, Slot.Best, 10), Shown(Failed, null, Slot.LearnedTheHardWay, 11)],
        [Person(Listed, 12), Person(Unlisted, 13)],
        HasContactPoint: true);

    public static readonly CaseCounts Counts = new(
        12, [(Outcome.Succeeded, 7), (Outcome.Partly, 3), (Outcome.Failed, 2)], (Barrier.Procurement, 4), (CostBand.Thousands, CostBand.HundredsOfThousands, 6), (EffortBand.Weeks, EffortBand.Weeks, 5));

    public static ListedCase Likes => Opened.Likes[0];

    /// <summary>The first case was found by its words, the second in another language by its meaning; of both somebody said something.</summary>
    public static readonly ExplainedAnswer Explained = new(
        Full with
        {
            Cases =
            [
                Why(Full.Cases[0], [Reason.Of(ReasonKind.SharedWords, ("words", "building permits, weeks")), Reason.Of(ReasonKind.Passage, ("passage", "Applications for building permits came in incomplete and went back twice."), ("language", "en"))],
                    [new(ScorePartKind.Words, 0.7), new(ScorePartKind.Subjects, 0.9), new(ScorePartKind.Meaning, 0.5)]),
                Why(Full.Cases[1], [Reason.Of(ReasonKind.SameMeaning), Reason.Of(ReasonKind.Passage, ("passage", "Små skure tog lige så lang tid som huse."), ("language", "da")), Reason.Of(ReasonKind.TaughtBy, ("outcome", "failed"))],
                    [new(ScorePartKind.Words, 0), new(ScorePartKind.Subjects, 0.2), new(ScorePartKind.Meaning, 0.8)]),
            ],
        },
        new Dictionary<SuggestionId, bool> { [Id<SuggestionId>(11)] = true },
        new Dictionary<CaseId, FeedbackCount> { [Id<CaseId>(5)] = new(2, 1) });

    private static SuggestedCase Why(SuggestedCase shown, List<Reason> reasons, List<ScorePart> parts)
    {
        var own = shown.Suggestion;
        return shown with { Suggestion = new Suggestion { Id = own.Id, Slot = own.Slot, Reasons = reasons, Parts = parts } };
    }

    public static readonly Answer Nothing = Full with { Fit = Fit.Nothing, Cases = [], People = [] };

    public static readonly PublicAnswer Public = new(
        Fit.Fits,
        IsAbstract: false,
        [
            new PublicCase(Succeeded, Lipovec, Lipovec.Kind, Slot.Best, 1, []),
            new PublicCase(Failed, null, new OrganisationKind(Tier.Local, Sector.Public, "DK"), Slot.LearnedTheHardWay, 0.8, []),
            new PublicCase(Elsewhere, null, new OrganisationKind(Tier.Regional, Sector.Public, "NL"), Slot.OtherField, 0.7, []),
        ])
    {
        ShortAnswers = [Kept.Agreed, Kept.Agreed],
    };

    public static readonly OpenedCase Opened = new(Succeeded, Lipovec, Lipovec.Kind, [new ContactShown(0, Listed, MayBeAsked: true), new ContactShown(1, Unlisted, MayBeAsked: true)])
    {
        Confirmation = new Confirmation(CardSituations.Now.AddMonths(-2), IsOld: false),
        Helped = 3,
        Implemented = 1,
        Likes = [new ListedCase(Failed, null, new OrganisationKind(Tier.Local, Sector.Public, "DK")) { Confirmation = new Confirmation(CardSituations.Now.AddMonths(-30), IsOld: true) }],
    };

    public static readonly Reuse Reused = Told();

    /// <summary>A case that may not be shown where others read.</summary>
    public static readonly ListedCase ForPublicBodies = new(
        new Case
        {
            Id = Id<CaseId>(5), Key = "hidden", Title = "Hidden title", Problem = "Hidden problem.", WhatWasDone = "Hidden.", Outcome = Outcome.Failed, Lesson = "Hidden lesson.",
            Readers = Readers.PublicBodies, Language = Language.English,
        },
        Lipovec,
        Lipovec.Kind);

    /// <summary>A case with all that a form can ask, for a reader of another language.</summary>
    public static readonly OpenedCase Whole = new(
        new Case
        {
            Id = Id<CaseId>(6), Key = "da-0002", Title = "Telefonen først", Problem = "Ansøgninger kom ufuldstændige ind.", WhatWasDone = "Vi ringede først.", Outcome = Outcome.Partly,
            Service = "Building permits", Affected = "Applicants", StartedOn = new DateOnly(2023, 1, 1), EndedOn = new DateOnly(2024, 6, 1), Cost = CostBand.Thousands, Effort = EffortBand.Weeks,
            Results = [new ResultRow("Weeks until the permit", "14", "6", "Counted in the register"), new ResultRow("Complete at first filing", null, "81 %", null)],
            Lesson = "Ring først.", EnglishTitle = "The phone first", EnglishLesson = "Call first.", FirstNextTime = "Ask the phone desk.", WorksElsewhereWhen = "There is a phone desk.",
            Users = UsersPart.CoDesigned, UsersHow = "Twelve applicants wrote the list with us.", Mandate = new Mandate("Building Act § 4", "https://law.example/4"),
            TakeOvers = [new TakeOver(TakeOverKind.Form, new("da"), "CC BY 4.0", "https://nordhede.example/form"), new TakeOver(TakeOverKind.ProcessDrawing, null, null, "https://nordhede.example/drawing")],
            Links = ["https://nordhede.example/a", "http://not-shown.example", "https://nordhede.example/b"], Country = "DK", Language = new("da"), Year = 2024,
        },
        null, new OrganisationKind(Tier.Local, Sector.Public, "DK"), [])
    {
        Partners = [new PartnerShown("Chamber of Architects", null), new PartnerShown(null, Sector.Academic)],
        Scheme = new Scheme { Id = Id<SchemeId>(1), Name = "Free-municipality experiment", EndedOn = new DateOnly(2025, 12, 31) },
        Confirmation = new Confirmation(CardSituations.Now.AddMonths(-30), IsOld: true),
        HelpedReader = true,
        OwnReuse = Reused,
    };

    private static Reuse Told()
    {
        var reuse = new Reuse { Id = Id<ReuseId>(1), CaseId = Id<CaseId>(4), CreatedAt = CardSituations.Now };
        reuse.Tell(ReuseKind.Adapted, ReuseStatus.Testing, CardSituations.Now);
        return reuse;
    }

    public static TId Id<TId>(int number) where TId : struct, IEntityId<TId> => EntityId.From<TId>(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    private static SuggestedCase Shown(Case @case, Organisation? organisation, Slot slot, int id) => new(
        new Suggestion
        {
            Id = Id<SuggestionId>(id),
            Slot = slot,
            Reasons = [Reason.Of(ReasonKind.SharedWords, ("words", "permit, weeks, phone")), Reason.Of(ReasonKind.SameTier)],
        },
        @case,
        organisation,
        organisation?.Kind ?? new OrganisationKind(Tier.Local, Sector.Public, "DK"));

    private static SuggestedPerson Person(PersonShown shown, int id)
    {
        var reason = shown.IsNamed
            ? Reason.Of(ReasonKind.CarriedCase, ("title", Succeeded.Title), ("year", "2022"))
            : Reason.Of(ReasonKind.CarriedSimilarCase);
        return new SuggestedPerson(new Suggestion { Id = Id<SuggestionId>(id), Slot = Slot.Person, Reasons = [reason] }, shown, [reason]);
    }
}
