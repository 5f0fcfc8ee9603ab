using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Problems;

/// <summary>After "none of these fits": one question, answered on the card or in the chat.</summary>
public static class QuestionCard
{
    public static AdaptiveCard For(RejectedAnswer rejected, Say say)
    {
        var question = AnswerCard.QuestionText(rejected.Question, say);
        CardData of = ("problem", rejected.Problem.Id.ToString());
        return new AdaptiveCard
        {
            Lang = say.Language.Code,
            FallbackText = question,
            Speak = question,
            Body =
            [
                HouseStyle.Heading(question),
                HouseStyle.Subtle(say["Problems.NoneFitsHow"]),
                HouseStyle.Quote(rejected.Problem.Text, rejected.Problem.Language.Code),
                AnswerCard.AnswerInput(say["Problems.AnswerLabel"], say),
                HouseStyle.StrongButton(say["Problems.SendAnswer"], "problem/answer", of),
                HouseStyle.Back(say["Words.Back"], "problem/show", of),
            ],
        };
    }
}

/// <summary>Changes the text of a problem.</summary>
public static class EditCard
{
    public static AdaptiveCard For(Problem problem, Say say)
    {
        CardData of = ("problem", problem.Id.ToString());
        var heading = say["Problems.EditHeading"];
        return HouseStyle.Card(
            say.Language.Code,
            heading,
            [
                new TextInput
                {
                    Id = "text",
                    Label = say["Problems.EditLabel"],
                    ErrorMessage = say["Problems.EditError"],
                    IsRequired = true,
                    IsMultiline = true,
                    MaxLength = Problem.MaxLength,
                    Value = problem.Text,
                },
                HouseStyle.StrongButton(say["Problems.Save"], "problem/save", of),
                HouseStyle.Back(say["Words.Back"], "problem/show", of),
            ]);
    }
}
