using System.Globalization;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Results;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Service.Files;

namespace InnovationBot.Service.Sample;

/// <summary>A case of the sample network, nominated in one of its rounds; its nominees have accepted.</summary>
/// <param name="Award">Id of a <see cref="SampleAward"/>.</param>
/// <param name="Endorsed">"E-mail address: sentence".</param>
/// <param name="Scores">"E-mail address of a juror, and 1 to 5 for each of the default criteria in their order".</param>
internal sealed record SampleNomination(
    string Award, string Category, string Case, string Nominator, IReadOnlyList<string> Nominees, NominationState? Place, int Rank, IReadOnlyList<string> Endorsed, IReadOnlyList<string> Scores)
{
    public static SampleNomination Read(FieldReader fields) => new(
        fields.Key("award"), fields.Name("category"), fields.Key("case"), fields.Email("nominator"), fields.Emails("nominees"), fields.WordOrNone<NominationState>("place"), fields.Number("rank", 1, 100) ?? 1,
        fields.List("endorsed"), fields.List("scores"));

    /// <summary>The rows of it, put forward while the call of its round was open.</summary>
    /// <param name="number">Which one of the round, from 1: a day each.</param>
    public IEnumerable<object> Made(AwardRound round, IReadOnlyDictionary<string, AwardJuror> jury, Case @case, IReadOnlyDictionary<string, Member> members, int number)
    {
        var at = round.CallOpensAt!.Value.AddDays(number).AddHours(10);
        var category = round.Plan.Categories.Single(one => one.Name == Category);
        var nomination = new Nomination
        {
            Id = EntityId.New<NominationId>(at), RoundId = round.Id, NominatorId = members[Nominator].Id, Track = AwardTrack.Initiative, Category = category.Key, CaseId = @case.Id, Language = @case.Language,
            OrganisationId = @case.OrganisationId, People = new NominationPeople { OwnWork = Nominees.Contains(Nominator) }, AcceptedAt = at, CreatedAt = at, SavedAt = at,
            Content = new NominationContent
            {
                Title = @case.Title, Problem = @case.Problem, WhatWasDone = @case.WhatWasDone, Outcome = @case.Outcome, Result = @case.Result, Users = @case.Users, UsersHow = @case.UsersHow, Learned = @case.Lesson,
            },
        };
        nomination.WorkKey = NominationRules.KeyOf(nomination);
        nomination.Submit(round, at);
        if (Place is { } place)
        {
            nomination.FindEligible(round.OrganiserId, null);
            nomination.Place(place);
        }

        return [nomination, .. Nominees.Select(email => Nominee(nomination, members[email], at)), .. Endorsed.Select(line => Endorsement(nomination, line, members, at)), .. Jury(nomination, round, category, jury)];
    }

    private static Nominee Nominee(Nomination nomination, Member person, DateTimeOffset at)
    {
        var nominee = new Nominee { Id = EntityId.New<NomineeId>(at), NominationId = nomination.Id, MemberId = person.Id, CreatedAt = at };
        nominee.Accept(person.Id, new NomineeConsents(ShownForEndorsement: true, MayBeMentioned: true, OpensProblem: false), at);
        return nominee;
    }

    private static Endorsement Endorsement(Nomination nomination, string line, IReadOnlyDictionary<string, Member> members, DateTimeOffset at)
    {
        var parts = line.Split(": ", 2);
        return new Endorsement { Id = EntityId.New<EndorsementId>(at), NominationId = nomination.Id, MemberId = members[parts[0]].Id, Sentence = parts[1], CreatedAt = at, ChangedAt = at };
    }

    /// <summary>What jurors gave, and what was decided where it came far.</summary>
    private IEnumerable<object> Jury(Nomination nomination, AwardRound round, AwardCategory category, IReadOnlyDictionary<string, AwardJuror> jury)
    {
        if (round.JuryClosesAt is not { } closed) yield break;
        foreach (var score in Scores.Select(line => line.Split(' ')))
        {
            var juror = jury[score[0]].Id;
            yield return new JuryAssignment { NominationId = nomination.Id, JurorId = juror, AssignedAt = round.EligibilityClosesAt ?? closed };
            yield return new JuryScore
            {
                NominationId = nomination.Id, JurorId = juror, SavedAt = closed, SubmittedAt = closed,
                Values = [.. category.Criteria.Zip(score.Skip(1), (criterion, given) => new CriterionScore(criterion.Key, int.Parse(given, CultureInfo.InvariantCulture)))],
            };
        }

        if (nomination.State is NominationState.Winner or NominationState.Finalist)
            yield return new AwardDecision
            {
                Id = EntityId.New<AwardDecisionId>(closed), RoundId = round.Id, Category = category.Key, NominationId = nomination.Id, Rank = Rank, Wins = nomination.State == NominationState.Winner,
                DecidedById = round.OrganiserId, DecidedAt = closed,
            };
    }
}
