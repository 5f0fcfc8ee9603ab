using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Profile;

namespace InnovationBot.Conversation.People.Ambassadors;

/// <summary>What somebody wrote into an application.</summary>
public sealed record WrittenApplication(IReadOnlyList<HandledProblem> Problems, int? MonthlyCap, bool Findable, bool Contactable, Visibility Visibility)
{
    internal static WrittenApplication Read(PressData data) => new(
        [.. Enumerable.Range(1, AmbassadorApplication.ProblemsNeeded).Select(i => new HandledProblem(data.Text($"problem{i}", 2000), data.IdOrNone<CaseId>($"case{i}"), data.Number($"years{i}")))],
        data.Number("cap"), data.Flag("findable"), data.Flag("contactable"), data.Word<Visibility>("visibility") ?? Visibility.Listed);

    /// <summary>To begin with: what was said in an earlier application, else on the profile.</summary>
    internal static WrittenApplication From(AmbassadorView view)
    {
        var known = view.Last?.Problems ?? [.. view.Person.Topics.Select(topic => (Topic: topic, Evidence: view.Profile.EvidenceOf(topic))).Select(one => new HandledProblem(one.Topic, one.Evidence?.Case, one.Evidence?.Years))];
        var (person, none) = (view.Person, new HandledProblem("", null, null));
        return new(
            [.. Enumerable.Range(0, AmbassadorApplication.ProblemsNeeded).Select(i => i < known.Count ? known[i] : none)],
            view.Last?.MonthlyCap ?? view.UsualCap, person.Has(Consent.Findable), person.Has(Consent.Contactable), view.Last?.Visibility ?? Visibility.Listed);
    }
}

/// <summary>Three concrete problems, each with what bears it out, and what the person agrees to.</summary>
public static class ApplyCard
{
    public static AdaptiveCard For(AmbassadorView view, WrittenApplication written, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement> { HouseStyle.Paragraph(say.Markdown("Ambassadors.ApplyText")) };
        foreach (var (index, problem) in written.Problems.Index()) body.AddRange(Problem(index + 1, problem, view.Profile.Cases, say));
        body.Add(new NumberInput { Id = "cap", Label = say["Introductions.CapLabel"], ErrorMessage = say["Introductions.CapError"], IsRequired = true, Min = 1, Max = 20, Value = written.MonthlyCap });
        body.Add(Tick("findable", "Profile.JoinFindable", written.Findable, say));
        body.Add(Tick("contactable", "Profile.JoinContactable", written.Contactable, say));
        body.Add(new ChoiceSetInput
        {
            Id = "visibility", Label = say["Profile.VisibilityLabel"], ErrorMessage = say["Profile.VisibilityError"], Style = ChoiceSetStyle.Expanded,
            Choices = [.. Enum.GetValues<Visibility>().Select(one => Vocabulary.Write(one)).Select(word => new Choice(say[$"Profile.Visibility_{word}"], word))],
            Chosen = [Vocabulary.Write(written.Visibility)],
        });
        body.Add(HouseStyle.StrongButton(say["Ambassadors.Apply"], "ambassador/apply"));
        body.Add(HouseStyle.Subtle(say["Ambassadors.ApplyUntil"]));
        body.Add(HouseStyle.Back(say["Words.Back"], "profile/show"));
        return HouseStyle.Card(say.Language.Code, say["Ambassadors.ApplyHeading"], body);
    }

    private static IEnumerable<CardElement> Problem(int number, HandledProblem problem, IReadOnlyList<OwnCase> cases, Say say)
    {
        yield return new TextInput
        {
            Id = $"problem{number}", Label = say["Ambassadors.ProblemLabel", ("number", number)], ErrorMessage = say["Ambassadors.ProblemError"], Placeholder = say[$"Ambassadors.Example{number}"],
            IsRequired = true, IsMultiline = true, MaxLength = AmbassadorApplication.LongestProblem, Value = problem.Text.Length > 0 ? problem.Text : null,
        };
        if (cases.Count > 0)
        {
            yield return new ChoiceSetInput
            {
                Id = $"case{number}", Label = say["Ambassadors.CaseLabel", ("number", number)], ErrorMessage = say["Words.ChooseOne"],
                Choices = [.. cases.Select(one => new Choice(one.Title, one.Id.ToString()))], Chosen = problem.Case is { } chosen && cases.Any(one => one.Id == chosen) ? [chosen.ToString()] : [],
            };
        }

        yield return new NumberInput
        {
            Id = $"years{number}", Label = say[cases.Count > 0 ? "Ambassadors.YearsInstead" : "Ambassadors.YearsLabel", ("number", number)], ErrorMessage = say["Profile.YearsError"],
            Min = 1, Max = EditTopics.MostYears, Value = problem.Years,
        };
    }

    internal static ToggleInput Tick(string id, string key, bool on, Say say) =>
        new() { Id = id, Label = say[key], Title = say[key + "Tick"], ErrorMessage = say["Profile.Tick"], Ticked = on };
}

/// <summary>The application as its author sees it while it waits.</summary>
public static class AppliedCard
{
    public static AdaptiveCard For(AmbassadorApplication application, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Ambassadors.WaitsHeading"],
            [
                HouseStyle.Paragraph(say.Markdown("Ambassadors.WaitsText", ("date", say.Date(application.SubmittedAt, reading.Zone)))),
                .. application.Problems.Select(problem => new RichTextBlock { Spacing = Spacing.Small, Inlines = [new TextRun("· " + problem.Text)] }),
                HouseStyle.Button(say["Ambassadors.TakeBack"], "ambassador/withdraw"),
            ]);
    }
}

/// <summary>To the applicant: yes, or no and why.</summary>
public static class ApplicationDecidedCard
{
    public static AdaptiveCard For(AmbassadorApplication application, Reading reading)
    {
        var say = reading.Say;
        return application.State == ApplicationState.Approved
            ? HouseStyle.Card(
                say.Language.Code, say["Ambassadors.ApprovedHeading"],
                [HouseStyle.Paragraph(say.Markdown("Ambassadors.ApprovedText", ("cap", application.MonthlyCap))), HouseStyle.Button(say["Ambassadors.OpenOwn"], "ambassador/show")])
            : HouseStyle.Card(
                say.Language.Code, say["Ambassadors.DeclinedHeading"],
                [
                    HouseStyle.Labelled(say["Ambassadors.DeclinedWhy"], application.Reason ?? ""), HouseStyle.Subtle(say["Ambassadors.DeclinedText"]),
                    HouseStyle.Button(say["Ambassadors.ApplyAgain"], "ambassador/show"),
                ]);
    }
}

/// <summary>An application for whoever decides it: what was handled, what bears it out, and yes or no.</summary>
public static class ApplicationCard
{
    public static AdaptiveCard For(ApplicationView view, Reading reading)
    {
        var (say, application) = (reading.Say, view.Application);
        CardData of = ("application", application.Id.ToString());
        var body = new List<CardElement> { HouseStyle.Subtle(Who(view, say)) };
        foreach (var problem in application.Problems)
        {
            body.Add(HouseStyle.Quote(problem.Text, say.Language.Code));
            body.Add(HouseStyle.Subtle(Evidence(problem, view, say)));
        }

        body.Add(HouseStyle.Subtle(Showing.Join(say, say.Count("Ambassadors.CapOffered", application.MonthlyCap), say.Count("Ambassadors.Colleagues", view.Others))));
        if (application.State != ApplicationState.Waiting)
        {
            body.Add(HouseStyle.Paragraph(say.Markdown($"Ambassadors.State_{Vocabulary.Write(application.State)}")));
            if (application.Reason is { } reason) body.Add(HouseStyle.Labelled(say["Ambassadors.DeclinedWhy"], reason));
        }
        else if (view is { IsOwn: true, OnlyOrganiser: false })
        {
            body.Add(HouseStyle.Paragraph(say.Markdown("Ambassadors.OwnApplication")));
        }
        else
        {
            if (view.IsOwn) body.Add(HouseStyle.Subtle(say["Ambassadors.OnlyOrganiser"]));
            body.Add(HouseStyle.StrongButton(say["Ambassadors.Approve"], "ambassador/approve", of));
            body.Add(new TextInput
            {
                Id = "reason", Label = say["Ambassadors.ReasonLabel"], ErrorMessage = say["Ambassadors.ReasonError"], IsMultiline = true, MaxLength = AmbassadorApplication.LongestReason,
            });
            body.Add(HouseStyle.Button(say["Ambassadors.Decline"], "ambassador/decline", of));
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "organise/show"));
        return HouseStyle.Card(say.Language.Code, say["Ambassadors.ApplicationHeading", ("person", view.Person.Name ?? "")], body);
    }

    /// <summary>"Head of planning, Občina Lipovec", or that the organisation is only said.</summary>
    internal static string Who(ApplicationView view, Say say) => Showing.Join(
        say, view.Person.Role, view.Person.Organisation is not { } organisation ? null : view.Person.OnlySays ? say["Ambassadors.Says", ("organisation", organisation)] : organisation);

    private static string Evidence(HandledProblem problem, ApplicationView view, Say say) => problem switch
    {
        { Case: { } id } => say["Profile.TopicCase", ("title", view.Titles.GetValueOrDefault(id) ?? say["Ambassadors.CaseGone"])],
        { Years: { } years } => say.Count("Profile.TopicYears", years),
        _ => say["Ambassadors.CaseGone"],
    };
}
