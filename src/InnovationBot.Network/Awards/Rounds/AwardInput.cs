using System.Globalization;
using System.Text.Json;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Events;

namespace InnovationBot.Network.Awards.Rounds;

/// <summary>A round as somebody wrote it, in a file or a form: texts that are not checked yet. None = nothing was said.</summary>
public sealed record AwardInput
{
    public string? Name { get; init; }
    public string? Story { get; init; }
    public IReadOnlyList<string> Tracks { get; init; } = [];
    public IReadOnlyList<AwardCategoryInput> Categories { get; init; } = [];
    public string? CallOpens { get; init; }
    public string? CallCloses { get; init; }
    public string? EndorsementsClose { get; init; }
    public string? EligibilityCloses { get; init; }
    public string? JuryCloses { get; init; }
    public string? ObjectionDays { get; init; }
    public string? Announce { get; init; }
    public string? Zone { get; init; }
    public string? ScoresPerNomination { get; init; }
    public string? Rules { get; init; }
    public bool? Feedback { get; init; }
    public string? RetentionMonths { get; init; }

    /// <summary>As FORMATS writes an audience; undefined = nothing was said.</summary>
    public JsonElement Nominators { get; init; }

    /// <inheritdoc cref="Nominators"/>
    public JsonElement Nominees { get; init; }

    /// <summary>Checked before, and kept unless <see cref="Nominators"/> says another.</summary>
    public Audience? KnownNominators { get; init; }

    /// <inheritdoc cref="KnownNominators"/>
    public Audience? KnownNominees { get; init; }

    /// <summary>The round as it could be written again.</summary>
    /// <param name="jurors">E-mail addresses by category key.</param>
    public static AwardInput Of(AwardPlan plan, ILookup<string, string> jurors) => new()
    {
        Name = plan.Name, Story = plan.Story, Tracks = [.. plan.Tracks.Select(Vocabulary.Write)], Rules = plan.Rules, Zone = plan.Zone, Feedback = plan.Feedback,
        Categories =
        [
            .. plan.Categories.Select(category => new AwardCategoryInput(
                category.Key, category.Name,
                [.. category.Criteria.Select(one => new AwardCriterionInput(one.Key, one.Name, one.Weight.ToString(CultureInfo.InvariantCulture), one.Anchors))],
                Number(category.Winners), [.. jurors[category.Key]])),
        ],
        CallOpens = plan.CallOpens?.ToString(), CallCloses = plan.CallCloses?.ToString(), EndorsementsClose = plan.EndorsementsClose?.ToString(),
        EligibilityCloses = plan.EligibilityCloses?.ToString(), JuryCloses = plan.JuryCloses?.ToString(), Announce = plan.Announce?.ToString(),
        ObjectionDays = Number(plan.ObjectionDays), ScoresPerNomination = Number(plan.ScoresPerNomination), RetentionMonths = Number(plan.RetentionMonths),
        KnownNominators = plan.Nominators, KnownNominees = plan.Nominees,
    };

    public string? this[AwardDate date] => date switch
    {
        AwardDate.CallOpens => CallOpens,
        AwardDate.CallCloses => CallCloses,
        AwardDate.EndorsementsClose => EndorsementsClose,
        AwardDate.EligibilityCloses => EligibilityCloses,
        AwardDate.JuryCloses => JuryCloses,
        _ => Announce,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Key">Of a category that is there already; none = a new one.</param>
/// <param name="Criteria">None = the default ones.</param>
/// <param name="Jurors">E-mail addresses.</param>
public sealed record AwardCategoryInput(string? Key, string? Name, IReadOnlyList<AwardCriterionInput> Criteria, string? Winners, IReadOnlyList<string> Jurors);

/// <param name="Key">Of a criterion that is there already.</param>
/// <param name="Name">None, or the key of a default criterion: that one.</param>
/// <param name="Anchors">Five for 1 to 5, three for 1, 3 and 5, two for 1 and 5, or none.</param>
public sealed record AwardCriterionInput(string? Key, string? Name, string? Weight, IReadOnlyList<string> Anchors);

/// <summary>What cannot be taken as it is.</summary>
/// <param name="Field">As files name it.</param>
/// <param name="Why">Its sentence says how to mend it.</param>
public sealed record AwardFault(string Field, Refusal Why);

/// <summary>A round that was made or changed; or what has to be mended; or why not.</summary>
public sealed record AwardMade(AwardRound? Round, IReadOnlyList<AwardFault> Faults, Refusal? Refusal)
{
    internal static AwardMade Done(AwardRound made) => new(made, [], null);

    internal static AwardMade Faulty(IReadOnlyList<AwardFault> faults) => new(null, faults, null);

    internal static AwardMade Refused(Refusal why) => new(null, [], why);
}
