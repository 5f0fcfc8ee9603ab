using InnovationBot.Network;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>Rounds and nominations as their cards show them.</summary>
internal static class Nominated
{
    public static readonly AwardInput Input = new()
    {
        Name = "Award 2027", Story = "Work that changed something for people, also where it did not work at first.", Zone = "Europe/Ljubljana", Rules = "Work of the last three years. One nomination for each work.",
        CallOpens = "2027-02-01", CallCloses = "2027-03-31T12:00", EndorsementsClose = "2027-04-07", EligibilityCloses = "2027-04-14", JuryCloses = "2027-05-01", Announce = "2027-05-20T10:00", ObjectionDays = "7",
        Categories = [new(null, "Service to citizens", [], "1", ["ana.kos@lipovec.example"]), new(null, "Work inside", [new(null, "Open data", "2", ["nothing", "some", "all"])], "2", [])],
    };

    public static AwardRound Round(DateTimeOffset? at = null)
    {
        var plan = ReadAward.Read(Input, "Europe/Ljubljana", out _, out var instants);
        var round = new AwardRound { Id = Answers.Id<AwardRoundId>(60), Plan = plan, CreatedAt = CardSituations.Now };
        round.Describe(plan, instants, CardSituations.Now);
        round.Publish(at ?? CardSituations.Now);
        return round;
    }

    public static AwardRound Draft
    {
        get
        {
            var plan = ReadAward.Read(Input, "Europe/Ljubljana", out _, out var instants);
            var round = new AwardRound { Id = Answers.Id<AwardRoundId>(60), Plan = plan, CreatedAt = CardSituations.Now };
            round.Describe(plan, instants, CardSituations.Now);
            return round;
        }
    }

    public static AwardRound Announced
    {
        get
        {
            var round = Round(CardSituations.Now.AddMonths(3));
            round.Decide(CardSituations.Now.AddMonths(3));
            round.Announce(CardSituations.Now.AddMonths(4));
            return round;
        }
    }

    public static AwardView View(AwardRound round, bool organises = false) =>
        new(round, round.StateAt(CardSituations.Now), organises, 3, [.. round.Plan.Categories.Select(category => new AwardCategoryCount(category, 12, 3, 0))]);

    public static readonly NominationContent Content = new()
    {
        Title = "One call before the form", Problem = "Callers waited three weeks for an answer, and every second form came back.", WhatWasDone = "We ring before the form is sent.", Outcome = Outcome.Failed,
        Result = "Nine calls a day instead of four, counted by hand for two months.", Users = UsersPart.Consulted, UsersHow = "Ten callers were asked twice.", Learned = "Ring in the morning; in the afternoon nobody answers.",
        Links = ["https://lipovec.example/report"],
    };

    private static readonly Organisation Lipovec = new() { Id = Answers.Id<OrganisationId>(61), Key = "lipovec", Name = "Občina Lipovec", Country = "SI" };

    public static Nomination Draft1 => Nomination(NominationState.Draft);

    public static NominationView Asked => View(Submitted) with { Own = Nominee(accepted: false), Partners = Partners };

    public static NominationView Accepted => View(Submitted) with { Own = Nominee(accepted: true), Endorsements = ["I no longer wait three weeks for an answer."], Partners = Partners };

    public static NominationView Mend
    {
        get
        {
            var nomination = Submitted;
            nomination.AskForMend(Answers.Id<MemberId>(2), "The result has no source.", CardSituations.Now.AddDays(5), CardSituations.Now);
            return View(nomination) with { IsNominator = true };
        }
    }

    public static NominationView ToCheck => View(Submitted) with { Organises = true };

    public static NominationView Written => View(Draft1) with { IsNominator = true };

    public static PartnerView Partner => new(Partners[0], Submitted, Round(), Lipovec);

    public static EndorsementView ToEndorse => new(Submitted, Round(), Lipovec, null, null);

    public static Nomination Submitted
    {
        get
        {
            var nomination = Nomination(NominationState.Submitted);
            nomination.AcceptedAt = CardSituations.Now;
            return nomination;
        }
    }

    private static Nomination Nomination(NominationState state)
    {
        var nomination = new Nomination
        {
            Id = Answers.Id<NominationId>(62), RoundId = Answers.Id<AwardRoundId>(60), NominatorId = Answers.Id<MemberId>(1), Category = "servicetocitizens", Content = Content, Language = Language.English,
            OrganisationId = Lipovec.Id, CreatedAt = CardSituations.Now, People = new() { OwnWork = true, Partners = [new("Bureau of Statistics", Tier.National, "ana@bureau.example")] },
        };
        if (state == NominationState.Submitted) nomination.Submit(Round(), CardSituations.Now);
        return nomination;
    }

    private static Nominee Nominee(bool accepted)
    {
        var nominee = new Nominee { Id = Answers.Id<NomineeId>(63), NominationId = Answers.Id<NominationId>(62), MemberId = Answers.Id<MemberId>(1), CreatedAt = CardSituations.Now };
        if (accepted) nominee.Accept(nominee.MemberId, new(true, false, true), CardSituations.Now);
        return nominee;
    }

    private static IReadOnlyList<NominationPartner> Partners
    {
        get
        {
            var partner = new NominationPartner { Id = Answers.Id<NominationPartnerId>(64), NominationId = Answers.Id<NominationId>(62), Name = "Bureau of Statistics", Tier = Tier.National };
            partner.Ask(Answers.Id<MemberId>(2));
            return [partner];
        }
    }

    private static NominationView View(Nomination nomination) => new(nomination, Round(), Lipovec, [Nominee(accepted: true)], ["Ana Kos"], 1);
}
