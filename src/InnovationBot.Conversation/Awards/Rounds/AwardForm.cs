using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Events;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Events;
using AudienceChoices = InnovationBot.Conversation.Events.AudienceChoices;

namespace InnovationBot.Conversation.Awards.Rounds;

/// <summary>The steps in which an organiser describes a round; each is saved when one goes on.</summary>
public enum AwardStep { What, When, Who }

/// <summary>Draws one step with what was typed, right or wrong, and reads it.</summary>
public static class AwardForm
{
    public static AdaptiveCard For(AwardRoundId? id, AwardStep step, AwardInput input, IReadOnlyList<AwardFault> faults, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        if (faults.Count > 0) body.Add(AwardWords.Faults(faults, say));
        body.AddRange(step switch
        {
            AwardStep.What => What(input, say),
            AwardStep.When => When(input, say),
            _ => Who(input, say),
        });
        var data = CardData.Of(("step", Vocabulary.Write(step)));
        body.Add(HouseStyle.StrongButton(say[step == AwardStep.Who ? "Awards.SaveRound" : "Events.NextStep"], "award/save", id is { } known ? data.With("award", known.ToString()) : data));
        body.Add(id is { } there ? HouseStyle.Back(say["Words.Back"], "award/show", ("award", there.ToString())) : HouseStyle.Back(say["Words.Back"], "award/list"));
        return HouseStyle.Card(say.Language.Code, say[$"Awards.Step_{Vocabulary.Write(step)}"], body);
    }

    internal static AwardInput Read(AwardInput was, AwardStep step, PressData data) => step switch
    {
        AwardStep.What => was with { Name = data.Text("name"), Story = data.Text("story"), Tracks = data.Choices("tracks"), Rules = data.Text("rules") },
        AwardStep.When => was with
        {
            Zone = data.Text("zone", 64), CallOpens = Time(data, "call_opens"), CallCloses = Time(data, "call_closes"), EndorsementsClose = Time(data, "endorsements_close"),
            EligibilityCloses = Time(data, "eligibility_closes"), JuryCloses = Time(data, "jury_closes"), Announce = Time(data, "announce"), ObjectionDays = data.Text("objection_days", 20),
        },
        _ => was with
        {
            ScoresPerNomination = data.Text("scores_per_nomination", 20), RetentionMonths = data.Text("retention_months", 20), Feedback = data.Flag("feedback"),
            KnownNominators = AudienceChoices.Read(data.Text("nominators", 32), was.KnownNominators) ?? was.KnownNominators,
            KnownNominees = AudienceChoices.Read(data.Text("nominees", 32), was.KnownNominees) ?? was.KnownNominees,
        },
    };

    private static IEnumerable<CardElement> What(AwardInput input, Say say)
    {
        yield return Text("name", input.Name, say, AwardPlan.MostName) with { IsRequired = true, ErrorMessage = say.FieldMissing(say.AwardField("name")) };
        yield return Text("story", input.Story, say, AwardPlan.MostStory) with { IsMultiline = true };
        yield return new ChoiceSetInput
        {
            Id = "tracks", Label = say.AwardField("tracks"), ErrorMessage = say["Words.ChooseOne"], IsMultiSelect = true, Style = ChoiceSetStyle.Expanded,
            Choices = [.. Enum.GetValues<AwardTrack>().Select(track => new Choice(say[$"Awards.Track_{Vocabulary.Write(track)}"], Vocabulary.Write(track)))],
            Chosen = input.Tracks.Count > 0 ? [.. input.Tracks] : [.. Vocabulary.All<AwardTrack>()],
        };
        yield return Text("rules", input.Rules, say, AwardPlan.MostRules) with { IsMultiline = true };
    }

    private static IEnumerable<CardElement> When(AwardInput input, Say say)
    {
        yield return new ChoiceSetInput
        {
            Id = "zone", Label = say.AwardField("zone"), ErrorMessage = say["Words.ChooseOne"], Style = ChoiceSetStyle.Filtered,
            Choices = ZoneChoices.With(input.Zone is { Length: > 0 } zone ? zone : "Europe/Brussels"), Chosen = input.Zone is { Length: > 0 } chosen ? [chosen] : ["Europe/Brussels"],
        };
        foreach (var date in Enum.GetValues<AwardDate>())
        {
            var (field, written) = (Vocabulary.Write(date), input[date]);
            var known = written is not null && LocalTime.TryRead(written, out var read) ? read : (LocalTime?)null;
            yield return new DateInput { Id = $"{field}_day", Label = say.AwardField(field), ErrorMessage = say["Words.DayError"], Value = known?.Date };
            if (date is AwardDate.CallOpens or AwardDate.CallCloses)
                yield return new TimeInput { Id = $"{field}_time", Label = say[$"Awards.Time_{field}"], ErrorMessage = say["Words.TimeError"], Value = known?.Time };
        }

        yield return Number("objection_days", input.ObjectionDays, say, 0, AwardPlan.MostObjectionDays, AwardPlan.DefaultObjectionDays);
        yield return HouseStyle.Subtle(say["Awards.DatesHint"]);
    }

    private static IEnumerable<CardElement> Who(AwardInput input, Say say)
    {
        yield return Audience("nominators", input.KnownNominators, say);
        yield return Audience("nominees", input.KnownNominees, say);
        yield return Number("scores_per_nomination", input.ScoresPerNomination, say, 1, AwardPlan.MostScoresPerNomination, AwardPlan.DefaultScoresPerNomination);
        yield return Number("retention_months", input.RetentionMonths, say, 1, AwardPlan.MostRetentionMonths, AwardPlan.DefaultRetentionMonths);
        yield return new ToggleInput { Id = "feedback", Label = say.AwardField("feedback"), Title = say["Awards.FeedbackTitle"], ErrorMessage = say["Words.TickError"], Ticked = input.Feedback ?? true };
    }

    private static ChoiceSetInput Audience(string field, Audience? known, Say say)
    {
        var chosen = AudienceChoices.Of(known ?? Network.Broadcasts.Audiences.Audience.All);
        return new ChoiceSetInput
        {
            Id = field, Label = say.AwardField(field), ErrorMessage = say["Words.ChooseOne"],
            Choices = [.. AudienceChoices.All.Concat(chosen == AudienceChoices.Other ? [chosen] : Array.Empty<string>()).Select(choice => new Choice(say[$"Events.Audience_{choice}"], choice))], Chosen = [chosen],
        };
    }

    private static string Time(PressData data, string field) => (data.Text($"{field}_day", 20), data.Text($"{field}_time", 20)) switch
    {
        ("", _) => "",
        (var day, "") => day,
        var (day, time) => $"{day}T{time}",
    };

    internal static TextInput Text(string field, string? value, Say say, int most) =>
        new() { Id = field, Label = say.AwardField(field), ErrorMessage = say.AtMost(most), Value = string.IsNullOrEmpty(value) ? null : value, MaxLength = most };

    internal static NumberInput Number(string field, string? value, Say say, int least, int most, int usual) => new()
    {
        Id = field, Label = say.AwardField(field), ErrorMessage = say.NumberBetween(least, most), Min = least, Max = most,
        Value = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual,
    };
}

/// <summary>One category: its criteria with weights, its winners, its jurors.</summary>
public static class CategoryForm
{
    private const string Unused = "0";

    private static readonly string[] Weights = ["1", "2", "3"];

    /// <param name="key">None = a new one.</param>
    /// <param name="fixed">The call is open: only jurors may still be named.</param>
    public static AdaptiveCard For(AwardRoundId id, string? key, AwardCategoryInput input, bool @fixed, IReadOnlyList<AwardFault> faults, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        if (faults.Count > 0) body.Add(AwardWords.Faults(faults, say));
        if (!@fixed)
        {
            body.Add(AwardForm.Text("category_name", input.Name, say, AwardCategory.MostName) with { IsRequired = true, ErrorMessage = say.FieldMissing(say.AwardField("category_name")) });
            body.Add(AwardForm.Number("winners", input.Winners, say, 1, AwardCategory.MostWinners, 1));
            var known = input.Criteria.Where(one => one.Name is null).ToDictionary(one => one.Key!, one => one.Weight ?? "1");
            foreach (var criterion in DefaultCriteria.Keys)
                body.Add(new ChoiceSetInput
                {
                    Id = $"weight_{criterion}", Label = say[$"Awards.Criterion.{criterion}"], ErrorMessage = say["Words.ChooseOne"],
                    Choices = [new Choice(say["Awards.WeightNone"], Unused), .. Weights.Union(known.Values).Order(StringComparer.Ordinal).Select(weight => new Choice(say["Awards.Weight", ("weight", weight)], weight))],
                    Chosen = [input.Criteria.Count == 0 ? criterion is DefaultCriteria.Relevance or DefaultCriteria.Impact ? "2" : "1" : known.GetValueOrDefault(criterion, Unused)],
                });
            body.Add(AwardForm.Text("criteria", CriterionLines.Write(input.Criteria), say, 4000) with { IsMultiline = true, Placeholder = say["Awards.CriteriaPlaceholder"] });
        }
        else
        {
            body.Add(HouseStyle.Subtle(Refusals.Sentence(AwardRefusals.CategoriesFixed, say)));
        }

        body.Add(AwardForm.Text("jurors", string.Join('\n', input.Jurors), say, 4000) with { IsMultiline = true, Placeholder = say["Events.EmailPlaceholder"] });
        var data = CardData.Of(("award", id.ToString()));
        body.Add(HouseStyle.StrongButton(say["Awards.SaveRound"], "award/category-save", key is null ? data : data.With("key", key)));
        body.Add(HouseStyle.Back(say["Words.Back"], "award/show", data));
        return HouseStyle.Card(say.Language.Code, say["Awards.CategoryHeading"], body);
    }

    internal static AwardCategoryInput Read(AwardCategoryInput was, PressData data, bool @fixed)
    {
        var jurors = data.Text("jurors").Split(['\n', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (@fixed) return was with { Jurors = jurors };
        List<AwardCriterionInput> criteria =
        [
            .. DefaultCriteria.Keys.Select(key => (key, Weight: data.Text($"weight_{key}", 20))).Where(one => one.Weight is not ("" or Unused)).Select(one => new AwardCriterionInput(one.key, null, one.Weight, [])),
            .. CriterionLines.Read(data.Text("criteria"), was.Criteria),
        ];
        return was with { Name = data.Text("category_name"), Winners = data.Text("winners", 20), Criteria = criteria, Jurors = jurors };
    }
}

/// <summary>An organiser's own criteria as lines of a field: "Open data; 2; nothing is open / some is / all is".</summary>
internal static class CriterionLines
{
    public static string Write(IEnumerable<AwardCriterionInput> criteria) => string.Join('\n', criteria.Where(one => one.Name is not null).Select(one =>
        $"{one.Name}; {one.Weight}{(one.Anchors.Count > 0 ? "; " + string.Join(" / ", one.Anchors) : "")}"));

    /// <param name="was">Those that keep their name keep their key.</param>
    public static IEnumerable<AwardCriterionInput> Read(string text, IReadOnlyList<AwardCriterionInput> was)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(';', 3, StringSplitOptions.TrimEntries);
            yield return new(was.FirstOrDefault(one => one.Name == parts[0])?.Key, parts[0], parts.Length > 1 ? parts[1] : null, parts.Length > 2 ? parts[2].Split('/', StringSplitOptions.TrimEntries) : []);
        }
    }
}

/// <summary>Puts a date of a published round off.</summary>
public static class ExtendForm
{
    public static AdaptiveCard For(AwardRound round, Reading reading, IReadOnlyList<AwardFault>? faults = null)
    {
        var say = reading.Say;
        var dates = SteerAward.Extendable(round, reading.Now).ToList();
        var body = new List<CardElement>();
        if (faults is { Count: > 0 }) body.Add(AwardWords.Faults(faults, say));
        if (dates.Count > 0)
        {
            body.Add(new ChoiceSetInput
            {
                Id = "date", Label = say["Awards.ExtendWhich"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true, Style = ChoiceSetStyle.Expanded,
                Choices = [.. dates.Select(date => new Choice(Showing.Join(say, say.Word(date), say.When(round, date)), Vocabulary.Write(date)))], Chosen = [Vocabulary.Write(dates[0])],
            });
            body.Add(new DateInput { Id = "to_day", Label = say["Awards.ExtendTo"], ErrorMessage = say["Words.DayError"], IsRequired = true });
            body.Add(new TimeInput { Id = "to_time", Label = say["Awards.ExtendTime"], ErrorMessage = say["Words.TimeError"] });
            body.Add(new ToggleInput { Id = "later", Label = say["Awards.ExtendLater"], Title = say["Awards.ExtendLaterTitle"], ErrorMessage = say["Words.TickError"], Ticked = true });
            body.Add(HouseStyle.StrongButton(say["Awards.ExtendDo"], "award/extend-save", AwardWords.Data(round)));
            body.Add(HouseStyle.Subtle(say["Awards.ExtendHint"]));
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "award/show", AwardWords.Data(round)));
        return HouseStyle.Card(say.Language.Code, say[dates.Count > 0 ? "Awards.ExtendHeading" : "Awards.ExtendNone"], body);
    }
}
