using InnovationBot.Cards;
using InnovationBot.Conversation.Awards.Rounds;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Cases;

namespace InnovationBot.Conversation.Awards.Nominations;

/// <summary>One step of a nomination: what is asked, what is written so far, what is wrong with it, on and back. Each is saved when one goes on.</summary>
public static class NominationForm
{
    public static CardData Data(Nomination nomination, NominationStep step) => AwardWords.Data(nomination).With("step", Vocabulary.Write(step));

    /// <param name="typed">What the fields hold instead, when something in them was not kept.</param>
    public static AdaptiveCard For(Nomination nomination, AwardRound round, NominationStep step, IReadOnlyList<Case> cases, Reading reading, NominationWritten? typed = null, IReadOnlyList<AwardFault>? faults = null)
    {
        var say = reading.Say;
        var steps = NominationRules.Steps(nomination.Track);
        var at = steps.ToList().IndexOf(step);
        var written = typed ?? new NominationWritten(nomination.Track, nomination.Category, nomination.CaseId, nomination.Content, nomination.People);
        var body = new List<CardElement> { HouseStyle.Subtle(say["Sharing.Step", ("step", at + 1), ("steps", steps.Count - 1)]) with { Spacing = Spacing.None } };
        if (nomination.State == NominationState.Submitted && nomination.EligibilityReason is { } asked) body.Add(HouseStyle.Labelled(say["Nominations.MendAsked"], asked));
        if (faults is { Count: > 0 }) body.Add(AwardWords.Faults(faults, say, say.NominationField));
        body.AddRange(step switch
        {
            NominationStep.Work => Work(written, round, cases, nomination.State == NominationState.Draft, say),
            NominationStep.Problem => Problem(written, say),
            NominationStep.Result => Result(written.Content, say),
            NominationStep.Learned => [Prose("learned", written.Content.Learned, say)],
            NominationStep.People => People(written.People, say),
            _ => Partners(written.People, say),
        });
        var data = Data(nomination, step);
        body.Add(HouseStyle.StrongButton(say["Sharing.Next"], "nomination/save", data.With("go", "next")));
        body.Add(at == 0 ? HouseStyle.Back(say["Words.Back"], "nomination/list")
            : new ActionSet { Separator = true, Spacing = Spacing.Medium, Actions = [new ExecuteAction { Title = "‹ " + say["Words.Back"], Verb = "nomination/save", Data = data.With("go", "back") }] });
        return HouseStyle.Card(say.Language.Code, say[$"Nominations.Step_{Vocabulary.Write(step)}"], body);
    }

    /// <summary>Puts what a step's fields hold into the nomination as it was.</summary>
    internal static NominationWritten Read(Nomination was, NominationStep step, PressData data)
    {
        var written = new NominationWritten(was.Track, was.Category, was.CaseId, was.Content, was.People);
        var content = was.Content;
        return step switch
        {
            NominationStep.Work => written with
            {
                Track = data.Word<AwardTrack>("track") ?? was.Track, Category = data.Text("category", 64) is { Length: > 0 } key ? key : was.Category,
                Case = data.IdOrNone<CaseId>("case"), Content = content with { Title = data.Text("title") },
            },
            NominationStep.Problem => written with
            {
                Content = was.Track == AwardTrack.Challenge
                    ? content with { Problem = data.Text("problem"), Links = Lines(data.Text("links")) }
                    : content with { Problem = data.Text("problem"), WhatWasDone = data.Text("what_was_done"), Outcome = data.Word<Outcome>("outcome") ?? content.Outcome },
            },
            NominationStep.Result => written with
            {
                Content = content with { Result = data.Text("result"), Users = data.Word<UsersPart>("users") ?? content.Users, UsersHow = data.Text("users_how"), Links = Lines(data.Text("links")) },
            },
            NominationStep.Learned => written with { Content = content with { Learned = data.Text("learned") } },
            NominationStep.People => written with { People = was.People with { OwnWork = data.Flag("own_work"), Emails = [.. Lines(data.Text("nominees")).Select(email => email.ToLowerInvariant()).Distinct()] } },
            _ => written with { People = was.People with { Partners = [.. PartnerLines.Read(data.Text("partners"))] } },
        };
    }

    private static IEnumerable<CardElement> Work(NominationWritten written, AwardRound round, IReadOnlyList<Case> cases, bool isDraft, Say say)
    {
        if (isDraft)
        {
            if (round.Plan.Tracks.Count > 1)
                yield return new ChoiceSetInput
                {
                    Id = "track", Label = say.AwardField("track"), ErrorMessage = say["Words.ChooseOne"], Style = ChoiceSetStyle.Expanded,
                    Choices = [.. round.Plan.Tracks.Select(track => new Choice(say[$"Awards.Track_{Vocabulary.Write(track)}"], Vocabulary.Write(track)))], Chosen = [Vocabulary.Write(written.Track)],
                };
            if (round.Plan.Categories.Count > 1)
                yield return new ChoiceSetInput
                {
                    Id = "category", Label = say.AwardField("category"), ErrorMessage = say["Words.ChooseOne"], Placeholder = say["Words.ChooseOne"],
                    Choices = [.. round.Plan.Categories.Select(category => new Choice(category.Name, category.Key))], Chosen = written.Category is { } key ? [key] : [],
                };
            if (cases.Count > 0 && round.Plan.Tracks.Contains(AwardTrack.Initiative))
            {
                yield return new ChoiceSetInput
                {
                    Id = "case", Label = say.AwardField("case"), ErrorMessage = say["Words.ChooseOne"], Style = ChoiceSetStyle.Filtered,
                    Choices = [new Choice(say["Nominations.NewWork"], "new"), .. cases.Select(one => new Choice(Words.Showing.Join(say, one.Title, say.Word(one.Outcome)), one.Id.ToString()))],
                    Chosen = [written.Case?.ToString() ?? "new"],
                };
                yield return HouseStyle.Subtle(say["Nominations.CaseHint"]);
            }
        }

        yield return AwardForm.Text("title", written.Content.Title, say, NominationContent.MostTitle);
    }

    private static IEnumerable<CardElement> Problem(NominationWritten written, Say say)
    {
        yield return Prose("problem", written.Content.Problem, say);
        if (written.Track == AwardTrack.Challenge)
        {
            yield return AwardForm.Text("links", string.Join('\n', written.Content.Links), say, 4000) with { IsMultiline = true, Placeholder = "https://" };
            yield break;
        }

        yield return Prose("what_was_done", written.Content.WhatWasDone, say);
        yield return new ChoiceSetInput
        {
            Id = "outcome", Label = say.AwardField("outcome"), ErrorMessage = say["Words.ChooseOne"], Placeholder = say["Words.ChooseOne"],
            Choices = [.. Enum.GetValues<Outcome>().Select(outcome => new Choice(say.Word(outcome), Vocabulary.Write(outcome)))],
            Chosen = written.Content.Outcome is { } known ? [Vocabulary.Write(known)] : [],
        };
    }

    private static IEnumerable<CardElement> Result(NominationContent content, Say say)
    {
        yield return Prose("result", content.Result, say);
        yield return AwardForm.Text("links", string.Join('\n', content.Links), say, 4000) with { IsMultiline = true, Placeholder = "https://" };
        yield return new ChoiceSetInput
        {
            Id = "users", Label = say.AwardField("users"), ErrorMessage = say["Words.ChooseOne"], Placeholder = say["Words.ChooseOne"],
            Choices = [.. Enum.GetValues<UsersPart>().Select(part => new Choice(say.Word(part), Vocabulary.Write(part)))], Chosen = content.Users is { } users ? [Vocabulary.Write(users)] : [],
        };
        yield return Prose("users_how", content.UsersHow, say);
    }

    private static IEnumerable<CardElement> People(NominationPeople people, Say say)
    {
        yield return new ToggleInput { Id = "own_work", Label = say.AwardField("own_work"), Title = say["Nominations.OwnWorkTitle"], ErrorMessage = say["Words.TickError"], Ticked = people.OwnWork };
        yield return AwardForm.Text("nominees", string.Join('\n', people.Emails), say, 3000) with { Label = say.NominationField("nominees"), IsMultiline = true, Placeholder = say["Events.EmailPlaceholder"] };
        yield return HouseStyle.Subtle(say["Nominations.PeopleHint"]);
    }

    private static IEnumerable<CardElement> Partners(NominationPeople people, Say say)
    {
        yield return AwardForm.Text("partners", PartnerLines.Write(people.Partners), say, 4000) with { IsMultiline = true, Placeholder = say["Nominations.PartnersPlaceholder"] };
        yield return HouseStyle.Subtle(say["Nominations.PartnersHint"]);
    }

    private static TextInput Prose(string field, string? value, Say say) => AwardForm.Text(field, value, say, NominationContent.MostText) with { IsMultiline = true };

    private static List<string> Lines(string text) => [.. text.Split(['\n', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

/// <summary>Partners as lines of a field: "Občina Lipovec; local; ana@lipovec.example".</summary>
internal static class PartnerLines
{
    public static string Write(IEnumerable<PartnerWritten> partners) => string.Join('\n', partners.Select(one =>
        string.Join("; ", new[] { one.Name, one.Tier is { } tier ? Vocabulary.Write(tier) : null, one.Email }.OfType<string>())));

    public static IEnumerable<PartnerWritten> Read(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length == 0) continue;
            Tier? tier = null;
            foreach (var part in parts.Skip(1))
                if (TierOf(part) is { } found) tier = found;
            yield return new(parts[0], tier, parts.Skip(1).FirstOrDefault(part => part.Contains('@', StringComparison.Ordinal))?.ToLowerInvariant());
        }
    }

    /// <summary>The vocabulary's word, or what it is called in any of the languages.</summary>
    private static Tier? TierOf(string word) => Vocabulary.TryRead<Tier>(word, out var tier) ? tier
        : Enum.GetValues<Tier>().Select(one => (Tier?)one).FirstOrDefault(one => Language.Spoken.Any(language => string.Equals(Say.In(language).Word(one!.Value), word, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>How the nomination reads, what is missing before it can be put forward, and the button that does.</summary>
public static class NominationPreview
{
    public static AdaptiveCard For(NominationView view, Reading reading, IReadOnlyList<AwardFault> faults)
    {
        var (say, nomination) = (reading.Say, view.Nomination);
        var body = new List<CardElement>();
        if (faults.Count > 0)
            body.Add(new Container
            {
                Style = ContainerStyle.Accent,
                Items =
                [
                    new TextBlock(Markdown.Escape(say["Nominations.Unready"])) { Weight = TextWeight.Bolder },
                    .. faults.GroupBy(fault => NominationRules.StepOf(fault.Field, nomination.Track)).Select(step => ToStep(
                        nomination, step.Key, string.Join(' ', step.Select(fault => say.Named(say.NominationField(fault.Field), Refusals.Sentence(fault.Why, say)))), say)),
                ],
            });
        body.AddRange(NominationText.For(nomination, view.Round, view.Organisation, say));
        foreach (var partner in nomination.People.Partners.Take(NominationPeople.MostPartners)) body.Add(HouseStyle.Labelled(say["Nominations.Partner"], partner.Name));
        if (nomination.People.OwnWork && nomination.State == NominationState.Draft) body.AddRange(ConsentInputs.For(nomination, null, say));
        if (faults.Count == 0) body.Add(HouseStyle.StrongButton(say[nomination.State == NominationState.Draft ? "Nominations.Submit" : "Nominations.SendMend"], "nomination/submit", AwardWords.Data(nomination)));
        if (nomination.State == NominationState.Draft) body.Add(HouseStyle.Subtle(say["Nominations.SubmitHint"]));
        body.Add(HouseStyle.Button(new ShowCardAction
        {
            Title = say["Sharing.ChangeStep"],
            Body = [.. NominationRules.Steps(nomination.Track).Where(step => step != NominationStep.Preview).Select(step => ToStep(nomination, step, say["Sharing.ChangeStep"], say))],
        }));
        if (nomination.State == NominationState.Draft) body.Add(HouseStyle.Button(AwardWords.Act(say["Sharing.Delete"], "nomination/discard", AwardWords.Data(nomination))));
        body.Add(HouseStyle.Back(say["Words.Back"], "nomination/list"));
        return HouseStyle.Card(say.Language.Code, say.TitleOf(nomination), body);
    }

    private static ColumnSet ToStep(Nomination nomination, NominationStep step, string line, Say say)
    {
        var heading = say[$"Nominations.Step_{Vocabulary.Write(step)}"];
        return HouseStyle.RowLink(heading, line, AwardWords.Act(heading, "nomination/open", NominationForm.Data(nomination, step)));
    }
}

/// <summary>A work of the same title is nominated already.</summary>
public static class SameWorkCard
{
    public static AdaptiveCard For(Nomination nomination, Say say) => HouseStyle.Card(say.Language.Code, say["Nominations.SameHeading"],
    [
        HouseStyle.Paragraph(Markdown.Escape(say["Nominations.SameText", ("title", nomination.Content.Title)])),
        HouseStyle.StrongButton(say["Nominations.SameJoin"], "nomination/submit", AwardWords.Data(nomination).With("same", "true")),
        HouseStyle.Button(say["Nominations.SameOther"], "nomination/submit", AwardWords.Data(nomination).With("same", "false")),
        HouseStyle.Back(say["Words.Back"], "nomination/open", NominationForm.Data(nomination, NominationStep.Preview)),
    ]);
}
