using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.Cases.Objections;
using Barrier = InnovationBot.Network.Barrier;

namespace InnovationBot.Conversation.Cases.Objections;

/// <summary>"Who has met this objection?": which one, as people say it.</summary>
public static class ObjectionChoiceCard
{
    public static AdaptiveCard For(Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Objections.Heading"],
            [
                new ChoiceSetInput
                {
                    Id = "barrier", Label = say["Objections.Label"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true,
                    Choices = [.. Enum.GetValues<Barrier>().Select(one => new Choice(say[$"Objections.Said_{Vocabulary.Write(one)}"], Vocabulary.Write(one)))],
                    Chosen = [Vocabulary.Write(Barrier.StatusQuo)],
                },
                HouseStyle.StrongButton(say["Objections.Show"], "objection/show"),
                HouseStyle.Button(new ExecuteAction { Title = say["Objections.Manager"], Verb = "manager/form", AssociatedInputs = AssociatedInputs.None }),
            ]);
    }
}

/// <summary>The objection, a small step that can be taken back, and cases that met it with what came of them.</summary>
public static class ObjectionCard
{
    public static AdaptiveCard For(Barrier barrier, IReadOnlyList<ListedCase> cases, Reading reading)
    {
        var (say, word) = (reading.Say, Vocabulary.Write(barrier));
        var body = new List<CardElement> { HouseStyle.Labelled(say["Objections.Step"], say[$"Objections.Step_{word}"]) };
        if (cases.Count == 0) body.Add(HouseStyle.Paragraph(say["Objections.None"]));
        else body.Add(HouseStyle.Rows([.. cases.Select(one => Row(one, say))]));
        body.Add(HouseStyle.Button(new ExecuteAction { Title = say["Objections.Manager"], Verb = "manager/form", Data = ("barrier", word), AssociatedInputs = AssociatedInputs.None }));
        body.Add(HouseStyle.Back(say["Objections.Another"], "objection/choose"));
        return HouseStyle.Card(say.Language.Code, say[$"Objections.Said_{word}"], body);
    }

    /// <summary>The fact that tells most: a result as it was measured, else the lesson.</summary>
    internal static string Fact(Network.Cases.Case one, Say say) => one switch
    {
        { Results: [var row, ..] } => row is { Before: { Length: > 0 } before, After: { Length: > 0 } after } ? say["Objections.BeforeAfter", ("indicator", row.Indicator), ("before", before), ("after", after)] : Showing.Brief($"{row.Indicator} {row.After}", 160),
        { Result: { Length: > 0 } result } => Showing.Brief(result, 160),
        _ => Showing.Brief(say.Lesson(one) ?? "", 160),
    };

    private static ColumnSet Row(ListedCase one, Say say) => HouseStyle.RowLink(
        say.Title(one.Case),
        Showing.Join(say, Fact(one.Case, say), say.Origin(one.Case, one.Organisation, one.Kind)),
        new ExecuteAction
        {
            Title = say["Problems.OpenNamed", ("title", say.Title(one.Case))], Verb = "case/open", Data = ("case", one.Case.Id.ToString()), AssociatedInputs = AssociatedInputs.None,
        },
        HouseStyle.BadgeLine(say.OutcomeBadge(one.Case.Outcome), ""));
}

/// <summary>A message for one's manager, in four parts; the bot sends and keeps nothing of it.</summary>
public static class ManagerCard
{
    /// <summary>Characters of each part.</summary>
    public const int Longest = 800;

    public static AdaptiveCard Form(PitchBeginning beginning, Reading reading)
    {
        var say = reading.Say;
        var evidence = beginning.Evidence is { } one ? Showing.Join(say, say.Title(one.Case), say.Origin(one.Case, one.Organisation, one.Kind), ObjectionCard.Fact(one.Case, say)) : null;
        return HouseStyle.Card(
            say.Language.Code,
            say["Objections.ManagerHeading"],
            [
                Field("objective", say["Objections.ObjectiveLabel"], null, say),
                Field("problem", say["Objections.ProblemLabel"], beginning.Problem, say),
                Field("evidence", say["Objections.EvidenceLabel"], evidence, say),
                Field("request", say["Objections.RequestLabel"], say["Objections.RequestStart", ("step", beginning.Step ?? "…")], say),
                HouseStyle.StrongButton(say["Objections.Draft"], "manager/draft"),
                HouseStyle.Subtle(say["Objections.Private"]),
            ]);
    }

    public static AdaptiveCard Draft(string objective, string problem, string evidence, string request, Reading reading)
    {
        var say = reading.Say;
        var message = string.Join("\n\n", new[] { say["Objections.LineObjective", ("objective", objective)], problem, evidence, request }.Where(part => part.Length > 0));
        return HouseStyle.Card(
            say.Language.Code,
            say["Objections.DraftHeading"],
            [
                new TextInput { Id = "message", Label = say["Objections.MessageLabel"], ErrorMessage = say["Objections.TooLong", ("most", Longest)], IsMultiline = true, Value = message, MaxLength = Longest * 5 },
                HouseStyle.Subtle(say["Objections.Private"]),
                HouseStyle.Back(say["Words.Back"], "manager/form"),
            ]);
    }

    private static TextInput Field(string id, string label, string? value, Say say) => new()
    {
        Id = id, Label = label, ErrorMessage = say["Objections.TooLong", ("most", Longest)], IsRequired = true, IsMultiline = true, MaxLength = Longest,
        Value = value is null ? null : Network.Problems.Problem.Cut(value, Longest),
    };
}
