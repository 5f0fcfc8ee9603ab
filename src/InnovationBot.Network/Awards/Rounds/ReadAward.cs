using System.Globalization;
using InnovationBot.Network.Events;

namespace InnovationBot.Network.Awards.Rounds;

/// <summary>Reads what somebody wrote about a round, field by field, so that all that is to be mended is told at once.</summary>
public sealed class ReadAward
{
    private readonly AwardInput input;
    private readonly List<AwardFault> faults = [];

    private ReadAward(AwardInput input) => this.input = input;

    /// <param name="input">As written.</param>
    /// <param name="defaultZone">Of a round that names none.</param>
    /// <param name="faults">What has to be mended; the plan is of no use while there are any.</param>
    public static AwardPlan Read(AwardInput input, string defaultZone, out IReadOnlyList<AwardFault> faults, out AwardInstants instants)
    {
        var reading = new ReadAward(input);
        var plan = reading.Plan(defaultZone);
        instants = reading.Instants(plan);
        faults = reading.faults;
        return plan;
    }

    /// <summary>What a draft may still lack, and a round that others see may not.</summary>
    public static IEnumerable<AwardFault> Missing(AwardPlan plan)
    {
        if (plan.Categories.Count == 0) yield return new("categories", EventRefusals.FieldMissing);
        foreach (var date in new[] { AwardDate.CallOpens, AwardDate.CallCloses, AwardDate.JuryCloses, AwardDate.Announce })
            if (plan[date] is null) yield return new(Vocabulary.Write(date), EventRefusals.FieldMissing);
    }

    /// <summary>What the clock forbids when a round is published.</summary>
    public static IEnumerable<AwardFault> Past(AwardInstants instants, DateTimeOffset now)
    {
        if (instants.CallCloses <= now) yield return new("call_closes", AwardRefusals.DatePast);
    }

    private AwardPlan Plan(string defaultZone) => new()
    {
        Name = Text("name", input.Name, AwardPlan.MostName) ?? Missing("name"),
        Story = Text("story", input.Story, AwardPlan.MostStory),
        Tracks = Tracks(),
        Categories = Categories(),
        CallOpens = Time("call_opens", input.CallOpens),
        CallCloses = Time("call_closes", input.CallCloses),
        EndorsementsClose = Time("endorsements_close", input.EndorsementsClose),
        EligibilityCloses = Time("eligibility_closes", input.EligibilityCloses),
        JuryCloses = Time("jury_closes", input.JuryCloses),
        Announce = Time("announce", input.Announce),
        Zone = Zone() ?? defaultZone,
        ObjectionDays = Number("objection_days", input.ObjectionDays, 0, AwardPlan.MostObjectionDays) ?? AwardPlan.DefaultObjectionDays,
        ScoresPerNomination = Number("scores_per_nomination", input.ScoresPerNomination, 1, AwardPlan.MostScoresPerNomination) ?? AwardPlan.DefaultScoresPerNomination,
        RetentionMonths = Number("retention_months", input.RetentionMonths, 1, AwardPlan.MostRetentionMonths) ?? AwardPlan.DefaultRetentionMonths,
        Rules = Rules(),
        Feedback = input.Feedback ?? true,
    };

    private List<AwardTrack> Tracks()
    {
        List<AwardTrack> tracks = [];
        foreach (var word in input.Tracks)
        {
            if (Vocabulary.TryRead<AwardTrack>(word, out var track)) tracks.Add(track);
            else faults.Add(new("tracks", EventRefusals.WordUnknown(word, Vocabulary.All<AwardTrack>())));
        }

        return tracks.Count > 0 ? [.. tracks.Distinct()] : [.. Enum.GetValues<AwardTrack>()];
    }

    private List<AwardCategory> Categories()
    {
        List<AwardCategory> categories = [];
        if (input.Categories.Count > AwardPlan.MostCategories) faults.Add(new("categories", AwardRefusals.TooMany(AwardPlan.MostCategories)));
        foreach (var (i, written) in input.Categories.Index())
        {
            var field = $"categories[{i}]";
            if (Text($"{field}.name", written.Name, AwardCategory.MostName) is not { } name)
            {
                faults.Add(new($"{field}.name", EventRefusals.FieldMissing));
                continue;
            }

            if (categories.Exists(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase))) faults.Add(new($"{field}.name", AwardRefusals.NameTwice));
            categories.Add(new(written.Key ?? Key(categories.Select(one => one.Key), name), name, Criteria(field, written), Number($"{field}.winners", written.Winners, 1, AwardCategory.MostWinners) ?? 1));
        }

        return categories;
    }

    private List<AwardCriterion> Criteria(string category, AwardCategoryInput written)
    {
        if (written.Criteria.Count == 0) return DefaultCriteria.All;
        if (written.Criteria.Count > AwardCategory.MostCriteria) faults.Add(new($"{category}.criteria", AwardRefusals.TooMany(AwardCategory.MostCriteria)));
        List<AwardCriterion> criteria = [];
        foreach (var (i, one) in written.Criteria.Index())
        {
            var field = $"{category}.criteria[{i}]";
            var name = Text($"{field}.name", one.Name, AwardCriterion.MostName);
            var known = DefaultCriteria.Keys.FirstOrDefault(key => key == (name ?? one.Key) && one.Anchors.All(string.IsNullOrWhiteSpace));
            if (name is null && known is null)
            {
                faults.Add(new($"{field}.name", EventRefusals.FieldMissing));
                continue;
            }

            if (criteria.Exists(other => known is not null ? other.Key == known : string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase))) faults.Add(new($"{field}.name", AwardRefusals.NameTwice));
            criteria.Add(new(known ?? one.Key ?? Key(criteria.Select(other => other.Key).Concat(DefaultCriteria.Keys), name!), known is null ? name : null, Weight(field, one.Weight), Anchors(field, one.Anchors)));
        }

        return criteria;
    }

    private decimal Weight(string field, string? written)
    {
        if (Given(written) is not { } text) return 1;
        if (decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight is > 0 and <= 100) return weight;
        faults.Add(new($"{field}.weight", AwardRefusals.WeightNoNumber));
        return 1;
    }

    /// <summary>One for each of 1 to 5; empty where none is told.</summary>
    private List<string> Anchors(string field, IReadOnlyList<string> written)
    {
        if (written.All(string.IsNullOrWhiteSpace)) return [];
        var texts = written.Select((text, i) => Text($"{field}.anchors[{i}]", text, AwardCriterion.MostAnchor) ?? "").ToList();
        switch (texts.Count)
        {
            case 5:
                return texts;
            case 3:
                return [texts[0], "", texts[1], "", texts[2]];
            case 2:
                return [texts[0], "", "", "", texts[1]];
            default:
                faults.Add(new($"{field}.anchors", AwardRefusals.AnchorsCount));
                return [];
        }
    }

    private AwardInstants Instants(AwardPlan plan)
    {
        if (plan.FoundZone is not { } zone) return default;
        var instants = new AwardInstants(
            At(plan, AwardDate.CallOpens, zone), At(plan, AwardDate.CallCloses, zone), At(plan, AwardDate.EndorsementsClose, zone), At(plan, AwardDate.EligibilityCloses, zone),
            At(plan, AwardDate.JuryCloses, zone), At(plan, AwardDate.Announce, zone));
        foreach (var fault in Order(instants)) faults.Add(fault);
        return instants;
    }

    /// <summary>Each date after the ones before it.</summary>
    internal static IEnumerable<AwardFault> Order(AwardInstants instants)
    {
        (AwardDate Date, DateTimeOffset? At, bool MayEqual)[] dates =
        [
            (AwardDate.CallOpens, instants.CallOpens, false), (AwardDate.CallCloses, instants.CallCloses, false), (AwardDate.EndorsementsClose, instants.EndorsementsClose, true),
            (AwardDate.EligibilityCloses, instants.EligibilityCloses, true), (AwardDate.JuryCloses, instants.JuryCloses, false), (AwardDate.Announce, instants.Announce, true),
        ];
        DateTimeOffset? before = null;
        AwardDate? last = null;
        foreach (var (date, at, mayEqual) in dates)
        {
            if (at is not { } moment) continue;
            if (moment < before || (moment == before && !mayEqual)) yield return new(Vocabulary.Write(date), AwardRefusals.DatesOrder(last!.Value));
            (before, last) = (moment, date);
        }
    }

    /// <summary>A day alone opens at its first moment and closes at its end.</summary>
    internal static Result<DateTimeOffset> In(LocalTime local, AwardDate date, TimeZoneInfo zone) =>
        (local.IsDate && date is not (AwardDate.CallOpens or AwardDate.Announce) ? local.AddDays(1) : local).In(zone);

    private DateTimeOffset? At(AwardPlan plan, AwardDate date, TimeZoneInfo zone)
    {
        if (plan[date] is not { } local) return null;
        var at = In(local, date, zone);
        if (at.Refusal is not { } refusal) return at.Value;
        faults.Add(new(Vocabulary.Write(date), refusal));
        return null;
    }

    private LocalTime? Time(string field, string? written)
    {
        if (Given(written) is not { } text) return null;
        if (LocalTime.TryRead(text, out var read)) return read;
        faults.Add(new(field, EventRefusals.TimeUnreadable));
        return null;
    }

    private string? Zone()
    {
        if (Given(input.Zone) is not { } text) return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId && !text.Contains(' ', StringComparison.Ordinal)) return text;
        faults.Add(new("zone", EventRefusals.ZoneUnknown));
        return null;
    }

    private string? Rules()
    {
        var rules = Text("rules", input.Rules, AwardPlan.MostRules);
        if (rules is not null && rules.StartsWith("http:", StringComparison.OrdinalIgnoreCase)) faults.Add(new("rules", EventRefusals.LinkNotHttps));
        return rules;
    }

    private int? Number(string field, string? written, int least, int most)
    {
        if (Given(written) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        faults.Add(new(field, AwardRefusals.NoNumber(least, most)));
        return null;
    }

    private string? Text(string field, string? written, int most)
    {
        if (Given(written) is not { } text) return null;
        if (text.Length > most) faults.Add(new(field, EventRefusals.TextTooLong(most, text.Length)));
        if (Markup.IsIn(text)) faults.Add(new(field, EventRefusals.HtmlInText));
        return text;
    }

    private string Missing(string field)
    {
        faults.Add(new(field, EventRefusals.FieldMissing));
        return "";
    }

    /// <summary>Letters and digits of the name; numbered where another has them.</summary>
    private static string Key(IEnumerable<string> taken, string name)
    {
        var letters = string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(24));
        var (key, others, n) = (letters.Length > 0 ? letters : "c", taken.ToHashSet(), 1);
        while (others.Contains(key)) key = $"{letters}{++n}";
        return key;
    }

    internal static string? Given(string? written)
    {
        var text = written?.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
        return text is { Length: > 0 } ? text : null;
    }
}
