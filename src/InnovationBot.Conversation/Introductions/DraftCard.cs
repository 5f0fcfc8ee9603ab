using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;

namespace InnovationBot.Conversation.Introductions;

/// <summary>What is missing before somebody is asked, and no more: the asker's organisation or its kind, languages, the exact text.</summary>
public static class DraftCard
{
    /// <summary>Kinds of organisation somebody may name instead of the organisation itself.</summary>
    internal static readonly IReadOnlyList<(string Value, Tier Tier, Sector Sector)> Kinds =
    [
        ("public_local", Tier.Local, Sector.Public), ("public_regional", Tier.Regional, Sector.Public),
        ("public_national", Tier.National, Sector.Public), ("public_supranational", Tier.Supranational, Sector.Public),
        ("private", Tier.National, Sector.Private), ("academic", Tier.National, Sector.Academic), ("civil_society", Tier.National, Sector.CivilSociety),
    ];

    public static AdaptiveCard For(IntroductionDraft draft, Reading reading)
    {
        var say = reading.Say;
        var heading = draft.Person switch
        {
            null => say["Introductions.DraftHeadingContactPoint"],
            { IsNamed: true } person => say["Introductions.DraftHeadingPerson", ("person", person.Name!)],
            _ => say["Introductions.DraftHeading"],
        };
        CardData of = draft.Suggestion is { } suggestion ? ("suggestion", suggestion.ToString()) : ("problem", draft.Problem.ToString());
        var body = new List<CardElement>();
        if (draft.Person is { } shown) body.Add(HouseStyle.Subtle(Showing.Join(say, say.Person(shown), say.PersonLine(shown))));
        if (draft.Reasons.Count > 0) body.Add(HouseStyle.Subtle(say["Introductions.DraftWhy", ("reasons", Reasons.Line(say, draft.Reasons))]));
        body.Add(new TextInput
        {
            Id = "blurb",
            Label = say["Introductions.Blurb"],
            ErrorMessage = say["Introductions.BlurbError"],
            IsRequired = true,
            IsMultiline = true,
            MaxLength = Introduction.MaxBlurb,
            Value = draft.Blurb,
        });
        if (draft.Person is { Languages: { Count: > 0 } read } && !read.Contains(draft.Language))
            body.Add(HouseStyle.Subtle(say["Introductions.BlurbLanguage", ("languages", say.LanguageNames(read)), ("language", say.LanguageName(draft.Language))]));
        body.AddRange(Organisation(draft, reading));
        body.Add(new ChoiceSetInput
        {
            Id = "languages",
            Label = say["Introductions.Languages"],
            ErrorMessage = say["Introductions.LanguagesError"],
            IsMultiSelect = true,
            Choices = [.. Language.Spoken.Select(language => new Choice(say.LanguageName(language), language.Code))],
            Chosen = [.. draft.Languages.Where(language => language.IsSpoken).Select(language => language.Code)],
        });
        if (draft.Person is not null)
            body.Add(Toggle("notown", say["Introductions.NotOwn"], say["Introductions.NotOwnTitle"], say["Introductions.Tick"], draft.NotOwnOrganisation));
        if (draft.Person is null)
            body.Add(Toggle("owndesk", say["Desk.OwnDesk"], say["Desk.OwnDeskTitle"], say["Introductions.Tick"], false));
        body.Add(Toggle("namenow", say["Introductions.NameNow"], say["Introductions.NameNowTitle"], say["Introductions.Tick"], false));
        body.Add(HouseStyle.StrongButton(say["Introductions.Send"], "introduction/send", of));
        body.Add(HouseStyle.Subtle(say["Introductions.DraftPromise", ("date", say.Day(draft.AnswerBy, reading.Zone))]));
        body.Add(HouseStyle.Back(say["Words.Back"], "problem/show", ("problem", draft.Problem.ToString())));
        return HouseStyle.Card(say.Language.Code, heading, body);
    }

    private static IEnumerable<CardElement> Organisation(IntroductionDraft draft, Reading reading)
    {
        var say = reading.Say;
        if (draft.Organisation is { } known)
        {
            yield return HouseStyle.Subtle(say["Introductions.OrganisationKnown", ("organisation", known.Name)]);
            yield break;
        }

        if (!draft.OrganisationMissing) yield break;
        yield return new TextInput
        {
            Id = "organisation",
            Label = say["Introductions.Organisation"],
            ErrorMessage = say["Introductions.OrganisationError"],
            Placeholder = say["Introductions.OrganisationHint"],
            MaxLength = 200,
        };
        yield return new ChoiceSetInput
        {
            Id = "kind",
            Label = say["Introductions.Kind"],
            ErrorMessage = say["Introductions.KindError"],
            Choices = [.. Kinds.Select(kind => new Choice(say[$"Words.KindTitle_{kind.Value}"], kind.Value))],
        };
        yield return new ChoiceSetInput
        {
            Id = "country",
            Label = say["Introductions.KindCountry"],
            ErrorMessage = say["Introductions.KindCountryError"],
            Choices = CountryChoices.With(null, say),
        };
    }

    private static ToggleInput Toggle(string id, string label, string title, string error, bool ticked) =>
        new() { Id = id, Label = label, Title = title, ErrorMessage = error, Ticked = ticked };
}
