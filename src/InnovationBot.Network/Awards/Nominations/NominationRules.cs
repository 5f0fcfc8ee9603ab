using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Events;
using InnovationBot.Network.People.Privacy;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>What a nomination may hold, and what it needs before it is put forward. Each fault names the field of the form.</summary>
public static class NominationRules
{
    /// <summary>Wrong in itself, at whatever step: told when it is saved. The rest of the step is kept.</summary>
    public static IReadOnlyList<AwardFault> Wrong(NominationContent content, NominationPeople people)
    {
        List<AwardFault> faults = [];
        Text("title", content.Title, NominationContent.MostTitle);
        Text("problem", content.Problem, NominationContent.MostText);
        Text("what_was_done", content.WhatWasDone, NominationContent.MostText);
        Text("result", content.Result, NominationContent.MostText);
        Text("users_how", content.UsersHow, NominationContent.MostText);
        Text("learned", content.Learned, NominationContent.MostText);
        if (content.Links.Count > NominationContent.MostLinks) faults.Add(new("links", NominationRefusals.TooManyLinks));
        if (content.Links.Exists(link => !IsHttps(link))) faults.Add(new("links", EventRefusals.LinkNotHttps));
        if (people.Emails.Count > NominationPeople.MostNominees) faults.Add(new("nominees", NominationRefusals.TooManyPeople));
        if (people.Emails.Exists(email => !IsEmail(email))) faults.Add(new("nominees", NominationRefusals.EmailUnreadable));
        if (people.Partners.Count > NominationPeople.MostPartners) faults.Add(new("partners", NominationRefusals.TooManyPeople));
        if (people.Partners.Exists(partner => partner.Email is { } email && !IsEmail(email))) faults.Add(new("partners", NominationRefusals.EmailUnreadable));
        foreach (var partner in people.Partners) Text("partners", partner.Name, NominationContent.MostLine, namesSomebody: true);
        return faults;

        void Text(string field, string? text, int most, bool namesSomebody = false)
        {
            if (string.IsNullOrEmpty(text)) return;
            if (text.Length > most) faults.Add(new(field, EventRefusals.TextTooLong(most, text.Length)));
            else if (Markup.IsIn(text)) faults.Add(new(field, EventRefusals.HtmlInText));
            else if (!namesSomebody && PersonalDataFinder.Find(text).Any(found => found.Kind != PersonalDataKind.Name)) faults.Add(new(field, NominationRefusals.PersonalData));
        }
    }

    /// <summary>What is missing before it can be put forward. A challenge is not asked for results.</summary>
    public static IReadOnlyList<AwardFault> Missing(Nomination nomination, AwardRound round)
    {
        var (content, people, faults) = (nomination.Content, nomination.People, new List<AwardFault>());
        if (nomination.Category is not { } key || round.Plan.Category(key) is null) faults.Add(new("category", NominationRefusals.OtherCategory));
        if (!round.Plan.Tracks.Contains(nomination.Track)) faults.Add(new("track", NominationRefusals.OtherCategory));
        Need("title", content.Title);
        Need("problem", content.Problem);
        if (nomination.Track == AwardTrack.Initiative)
        {
            Need("what_was_done", content.WhatWasDone);
            if (content.Outcome is null) faults.Add(new("outcome", EventRefusals.FieldMissing));
            Need("result", content.Result);
            if (content.Users is null) faults.Add(new("users", EventRefusals.FieldMissing));
            if (content.Users is not (null or UsersPart.None)) Need("users_how", content.UsersHow);
            Need("learned", content.Learned);
        }

        if (!people.OwnWork && people.Emails.Count == 0 && nomination.State == NominationState.Draft) faults.Add(new("nominees", NominationRefusals.NobodyNamed));
        return faults;

        void Need(string field, string? text)
        {
            if (string.IsNullOrWhiteSpace(text)) faults.Add(new(field, EventRefusals.FieldMissing));
        }
    }

    /// <summary>The step of the form a field stands on.</summary>
    public static NominationStep StepOf(string field, AwardTrack track) => field switch
    {
        "title" or "category" or "track" or "case" => NominationStep.Work,
        "problem" or "what_was_done" or "outcome" => NominationStep.Problem,
        "links" => track == AwardTrack.Challenge ? NominationStep.Problem : NominationStep.Result,
        "result" or "users" or "users_how" => NominationStep.Result,
        "learned" => NominationStep.Learned,
        "nominees" => NominationStep.People,
        _ => NominationStep.Partners,
    };

    /// <summary>The steps that a track has.</summary>
    public static IReadOnlyList<NominationStep> Steps(AwardTrack track) => track == AwardTrack.Challenge
        ? [NominationStep.Work, NominationStep.Problem, NominationStep.People, NominationStep.Partners, NominationStep.Preview]
        : Enum.GetValues<NominationStep>();

    /// <summary>The same work however it is written: capitals, spaces and signs count for nothing.</summary>
    public static string KeyOf(Nomination nomination) =>
        nomination.CaseId is { } @case ? $"case:{@case}" : $"title:{string.Concat(nomination.Content.Title.Normalize(System.Text.NormalizationForm.FormD).ToLowerInvariant().Where(char.IsLetterOrDigit))}";

    private static bool IsHttps(string link) => link.Length <= 2000 && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;

    private static bool IsEmail(string email) => email.Length <= 254 && email.IndexOf('@') is > 0 and var at && at == email.LastIndexOf('@') && email.IndexOf('.', at) > at + 1 && !email.Any(char.IsWhiteSpace);
}
