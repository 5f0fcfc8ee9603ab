using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;

namespace InnovationBot.Conversation.Cases.Sharing;

/// <summary>The fields of each step of the form, filled with what is written so far.</summary>
internal sealed class CaseFormFields(CaseContent content, Reading reading)
{
    /// <summary>Comes back for a choice that says nothing.</summary>
    public const string NotSaid = "-";

    private readonly Say say = reading.Say;

    /// <param name="organisation">By which name the case would be shown; none while it is not confirmed.</param>
    /// <param name="isAuthor">Only the author is asked whether they may be asked.</param>
    public IEnumerable<CardElement> Of(DraftStep step, string? organisation, bool isAuthor) => step switch
    {
        DraftStep.Problem => Problem(),
        DraftStep.Done => Done(),
        DraftStep.Results => Results(),
        DraftStep.Lessons => Lessons(),
        DraftStep.Partners => Partners(),
        DraftStep.Context => Context(),
        DraftStep.TakeOver => TakeOver(),
        _ => Readers(organisation, isAuthor),
    };

    /// <summary>Steps whose rows one may add to.</summary>
    public static bool HasRows(DraftStep step) => step is DraftStep.Results or DraftStep.Partners or DraftStep.TakeOver;

    private IEnumerable<CardElement> Problem() =>
    [
        Line("title", say["Sharing.TitleLabel"], content.Title, CaseRules.LongestTitle) with { IsRequired = true, ErrorMessage = say["Sharing.TitleError"], Placeholder = say["Sharing.TitlePlaceholder"] },
        Text("problem", say["Sharing.ProblemLabel"], content.Problem, CaseRules.LongestText),
        Line("service", say.Name(CaseField.Service), content.Service),
        Line("affected", say.Name(CaseField.Affected), content.Affected, CaseRules.LongestLink),
    ];

    private IEnumerable<CardElement> Done() =>
    [
        Text("done", say["Sharing.DoneLabel"], content.WhatWasDone, CaseRules.LongestText),
        Choose("outcome", say["Sharing.OutcomeLabel"], content.Outcome) with { Style = ChoiceSetStyle.Expanded, Choices = Words<Outcome>(), Chosen = One(content.Outcome) },
        Day("started", say["Sharing.StartedLabel"], content.StartedOn),
        Day("ended", say["Sharing.EndedLabel"], content.EndedOn),
        Choose("cost", say.Name(CaseField.Cost), content.Cost),
        Choose("effort", say.Name(CaseField.Effort), content.Effort),
    ];

    private IEnumerable<CardElement> Results()
    {
        if (content.Result is { Length: > 0 } told) yield return Text("result", say["Sharing.ResultLabel"], told, CaseRules.LongestLesson);
        foreach (var (i, row) in Rows(content.Results, CaseRules.MostResults))
        {
            yield return Line($"indicator{i}", Numbered("IndicatorLabel", i), row?.Indicator);
            yield return Line($"before{i}", Numbered("BeforeLabel", i), row?.Before);
            yield return Line($"after{i}", Numbered("AfterLabel", i), row?.After);
            yield return Line($"how{i}", Numbered("HowLabel", i), row?.HowMeasured);
        }

        yield return Tick("notMeasured", say.Name(CaseField.Results), say["Sharing.NotMeasuredTitle"], content.NotMeasured);
        yield return HouseStyle.Subtle(say["Sharing.RowHint"]);
    }

    private IEnumerable<CardElement> Lessons()
    {
        yield return Text("lesson", say["Sharing.LessonLabel"], content.Lesson, CaseRules.LongestLesson);
        yield return Text("first", say.Name(CaseField.FirstNextTime), content.FirstNextTime, CaseRules.LongestExtra);
        yield return Text("elsewhere", say.Name(CaseField.WorksElsewhereWhen), content.WorksElsewhereWhen, CaseRules.LongestExtra);
        if (content.Language is { } language && language != Language.English)
        {
            yield return HouseStyle.Subtle(say["Sharing.EnglishHint", ("language", say.LanguageName(language))]);
            yield return Line("englishTitle", say.Name(CaseField.EnglishTitle), content.EnglishTitle, CaseRules.LongestTitle);
            yield return Text("englishLesson", say.Name(CaseField.EnglishLesson), content.EnglishLesson, CaseRules.LongestLesson);
        }

        yield return new ChoiceSetInput
        {
            Id = "barriers", Label = say["Sharing.BarriersLabel"], ErrorMessage = say["Words.ChooseOne"], IsMultiSelect = true,
            Choices = Words<Network.Barrier>(), Chosen = [.. content.Barriers.Select(barrier => Vocabulary.Write(barrier))],
        };
    }

    private IEnumerable<CardElement> Partners()
    {
        yield return Choose("users", say["Sharing.UsersLabel"], content.Users) with { Style = ChoiceSetStyle.Expanded, Choices = Words<UsersPart>(), Chosen = One(content.Users) };
        yield return Text("usersHow", say["Sharing.UsersHowLabel"], content.UsersHow, CaseRules.LongestExtra);
        foreach (var (i, partner) in Rows(content.Partners, CaseRules.MostPartners))
        {
            yield return Line($"partner{i}", Numbered("PartnerLabel", i), partner?.Name);
            yield return Choose($"sector{i}", Numbered("SectorLabel", i), partner?.Sector);
            yield return Line($"email{i}", Numbered("EmailLabel", i), partner?.Email) with { Style = TextInputStyle.Email };
        }

        yield return HouseStyle.Subtle(say["Sharing.PartnerHint"] + " " + say["Sharing.RowHint"]);
    }

    private IEnumerable<CardElement> Context() =>
    [
        Choose("tier", say.Name(CaseField.Tier), content.Tier),
        Line("area", say.Name(CaseField.PolicyArea), content.PolicyArea),
        Choose("country", say.Name(CaseField.Country), CountryChoices.With(content.Country, say), content.Country),
        Line("mandate", say["Sharing.MandateLabel"], content.Mandate?.Reference, CaseRules.LongestLink),
        Line("mandateLink", say["Sharing.MandateLinkLabel"], content.Mandate?.Link, CaseRules.LongestLink) with { Style = TextInputStyle.Url },
        Line("scheme", say["Sharing.SchemeLabel"], content.Scheme),
        Day("schemeEnded", say["Sharing.SchemeEndedLabel"], content.SchemeEndedOn),
        Choose("language", say.Name(CaseField.Language), Languages(content.Language), content.Language?.Code),
    ];

    private IEnumerable<CardElement> TakeOver()
    {
        foreach (var (i, item) in Rows(content.TakeOvers, CaseRules.MostTakeOvers))
        {
            yield return Choose($"kind{i}", Numbered("TakeKindLabel", i), item?.Kind);
            yield return Choose($"language{i}", Numbered("TakeLanguageLabel", i), Languages(item?.Language), item?.Language?.Code);
            yield return Line($"licence{i}", Numbered("TakeLicenceLabel", i), item?.Licence);
            yield return Line($"link{i}", Numbered("TakeLinkLabel", i), item?.Link, CaseRules.LongestLink) with { Style = TextInputStyle.Url };
        }

        yield return HouseStyle.Subtle(say["Sharing.RowHint"]);
        yield return Text("links", say["Sharing.LinksLabel"], string.Join('\n', content.Links), CaseRules.LongestLink * CaseRules.MostLinks);
    }

    private IEnumerable<CardElement> Readers(string? organisation, bool isAuthor)
    {
        yield return new ChoiceSetInput
        {
            Id = "readers", Label = say.Name(CaseField.Readers), ErrorMessage = say["Words.ChooseOne"], Style = ChoiceSetStyle.Expanded,
            Choices = [.. Enum.GetValues<Readers>().Select(one => new Choice(say.Of(one), Vocabulary.Write(one)))], Chosen = [Vocabulary.Write(content.Readers)],
        };
        yield return new ChoiceSetInput
        {
            Id = "shownAs", Label = say.Name(CaseField.ShownAs), ErrorMessage = say["Words.ChooseOne"], Style = ChoiceSetStyle.Expanded,
            Choices = [.. Enum.GetValues<ShownAs>().Select(one => new Choice(say.Of(one), Vocabulary.Write(one)))], Chosen = [Vocabulary.Write(content.ShownAs)],
        };
        yield return HouseStyle.Subtle(organisation is null ? say["Sharing.NoOrganisation"] : say["Sharing.ShownNote", ("organisation", organisation)]);
        if (!isAuthor) yield break;
        yield return Tick("mayBeAsked", say.Name(CaseField.MayBeAsked), say["Sharing.MayBeAskedTitle"], content.AuthorMayBeAsked);
        yield return HouseStyle.Subtle(say["Sharing.MayBeAskedHint"]);
    }

    /// <summary>The rows there are, and an empty one to write in.</summary>
    private static IEnumerable<(int, T?)> Rows<T>(List<T> rows, int most) where T : class
    {
        for (var i = 0; i < Math.Min(rows.Count + 1, most); i++) yield return (i, i < rows.Count ? rows[i] : null);
    }

    private string Numbered(string key, int row) => say[$"Sharing.{key}", ("number", CaseFieldWords.Number(row))];

    private TextInput Line(string id, string label, string? value, int most = CaseRules.LongestName) =>
        new() { Id = id, Label = label, ErrorMessage = say.AtMost(most), MaxLength = most, Value = string.IsNullOrEmpty(value) ? null : Network.Problems.Problem.Cut(value, most) };

    private TextInput Text(string id, string label, string? value, int most) => Line(id, label, value, most) with { IsMultiline = true };

    private DateInput Day(string id, string label, DateOnly? value) => new() { Id = id, Label = label, ErrorMessage = say["Words.DayError"], Value = value };

    private ToggleInput Tick(string id, string label, string title, bool ticked) => new() { Id = id, Label = label, ErrorMessage = say["Words.TickError"], Title = title, Ticked = ticked };

    private ChoiceSetInput Choose<TEnum>(string id, string label, TEnum? chosen) where TEnum : struct, Enum =>
        Choose(id, label, Words<TEnum>(), chosen is { } one ? Vocabulary.Write(one) : null);

    private ChoiceSetInput Choose(string id, string label, IEnumerable<Choice> choices, string? chosen) => new()
    {
        Id = id, Label = label, ErrorMessage = say["Words.ChooseOne"], Choices = [new Choice(say["Sharing.NotSaid"], NotSaid), .. choices], Chosen = [chosen ?? NotSaid],
    };

    private static string[] One<TEnum>(TEnum? chosen) where TEnum : struct, Enum => chosen is { } one ? [Vocabulary.Write(one)] : [];

    private Choice[] Words<TEnum>() where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(value => new Choice(say.Word(value), Vocabulary.Write(value)))];

    private IEnumerable<Choice> Languages(Language? own) =>
        Language.Spoken.Union(own is { } known ? [known] : []).Select(language => new Choice(say.LanguageName(language), language.Code));
}
