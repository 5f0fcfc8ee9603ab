using System.Globalization;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using InnovationBot.Service.Files;

namespace InnovationBot.Service.Sample;

/// <summary>An award round of the sample network, dated from the day the network is made: one whose call is open, or one that was announced.</summary>
/// <param name="Decided">In days from that day, as all dates; none = it is not decided.</param>
/// <param name="Jurors">E-mail addresses, for all categories.</param>
internal sealed record SampleAward(string Id, AwardInput Input, IReadOnlyDictionary<AwardDate, int> Dates, int? Decided, int? Announced, string Organiser, IReadOnlyList<string> Jurors)
{
    private const int Furthest = 1000;

    public static SampleAward Read(FieldReader fields) => new(
        fields.Key("id"),
        new AwardInput
        {
            Name = fields.Name("name"), Story = fields.ProseOrNone("story"), Rules = fields.ProseOrNone("rules"), Zone = fields.ZoneOrNone("zone"), RetentionMonths = "120",
            Categories = [.. fields.List("categories").Select(name => new AwardCategoryInput(null, name, [], null, []))],
        },
        Enum.GetValues<AwardDate>().Select(date => (date, Day: fields.Number(Vocabulary.Write(date), -Furthest, Furthest))).Where(one => one.Day is not null).ToDictionary(one => one.date, one => one.Day!.Value),
        fields.Number("decided", -Furthest, 0), fields.Number("announced", -Furthest, 0), fields.Email("organiser"), fields.Emails("jurors"));

    /// <summary>The round with its call open, and its jury.</summary>
    public (AwardRound Round, IReadOnlyDictionary<string, AwardJuror> Jury) Made(IReadOnlyDictionary<string, Member> members, DateTimeOffset now)
    {
        var written = Input with
        {
            CallOpens = At(AwardDate.CallOpens, now), CallCloses = At(AwardDate.CallCloses, now), EndorsementsClose = At(AwardDate.EndorsementsClose, now),
            EligibilityCloses = At(AwardDate.EligibilityCloses, now), JuryCloses = At(AwardDate.JuryCloses, now), Announce = At(AwardDate.Announce, now),
        };
        var plan = ReadAward.Read(written, "UTC", out var faults, out var instants);
        if (faults.Count > 0 || instants.CallOpens is not { } opens) throw new InvalidDataException($"The sample network is damaged: the award '{Input.Name}', {(faults.Count > 0 ? faults[0].Field : "call_opens")}.");

        var round = new AwardRound { Id = EntityId.New<AwardRoundId>(opens), OrganiserId = members[Organiser].Id, Plan = plan, CreatedAt = opens };
        round.Describe(plan, instants, opens);
        round.Publish(opens);
        var jury = Jurors.ToDictionary(email => email, email => new AwardJuror
        {
            Id = EntityId.New<AwardJurorId>(opens), RoundId = round.Id, MemberId = members[email].Id, Categories = [.. plan.Categories.Select(category => category.Key)], CreatedAt = opens,
            DeclaredAt = Announced is null ? null : round.EligibilityClosesAt,
        });
        return (round, jury);
    }

    /// <summary>After its nominations are in: to where it stands on the day the network is made.</summary>
    public void Continue(AwardRound round, DateTimeOffset now)
    {
        if (Decided is not { } decided || Announced is not { } announced)
        {
            round.Advance(now);
            return;
        }

        round.Advance(round.EligibilityClosesAt ?? now);
        round.Decide(now.AddDays(decided));
        round.Announce(now.AddDays(announced));
        (round.AssignDue, round.ProblemsDue) = (null, null); // of a round that is over nothing is left to do
    }

    private string? At(AwardDate date, DateTimeOffset now) => Dates.TryGetValue(date, out var day) ? now.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
