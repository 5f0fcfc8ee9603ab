using InnovationBot.Conversation.Problems;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Service.CommandLine;

/// <summary>An answer as lines of plain text, in the language of the problem.</summary>
internal static class AnswerLines
{
    public static IEnumerable<string> Of(Answer answer, Say say)
    {
        if (answer is not { Cases.Count: 0, People.Count: 0 })
        {
            yield return AnswerCard.Heading(answer, say);
            yield return "";
        }

        foreach (var (suggestion, @case, organisation, kind) in answer.Cases)
        {
            yield return $"{@case.Title} [{@case.Key}]";
            yield return "  " + string.Join(" · ", new[] { say.Word(@case.Outcome), say.Origin(@case, organisation, kind) }.Where(part => part.Length > 0));
            if (@case.Lesson is { } lesson) yield return $"  {lesson}";
            yield return $"  {Reasons.Line(say, suggestion.Reasons)}";
            yield return "";
        }

        foreach (var person in answer.People)
        {
            yield return $"{say.Person(person.Shown)} [{person.Suggestion.Id}]";
            if (say.PersonLine(person.Shown) is { Length: > 0 } line) yield return $"  {line}";
            yield return $"  {Reasons.Line(say, person.Reasons)}";
            yield return "";
        }

        if (answer.Question is { } question) yield return Question(question, say);
        if (answer is { Cases.Count: 0, People.Count: 0 }) yield return say["Problems.Nothing"];
    }

    public static string Question(ConcreteQuestion question, Say say) => say[$"Problems.Question_{Vocabulary.Write(question)}"];

    /// <summary>The name and where it is from, where everybody may read it; else "someone at …".</summary>
    public static string ShownAs(SuggestedPerson found, Say say) =>
        found.Shown is { Name: { } name, Organisation: { } organisation } ? $"{name}, {organisation}" : say.Person(found.Shown);
}
