using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Opened;

namespace InnovationBot.Conversation.Problems.Opened;

/// <summary>Its owner chooses who reads a problem, and the text that is read.</summary>
public static class OpenForm
{
    public static AdaptiveCard For(OwnOpenProblem own, Reading reading)
    {
        var (say, problem) = (reading.Say, own.Problem);
        CardData of = ("problem", problem.Id.ToString());
        List<Choice> readers = [Choice(Readers.Network, say["Opened.Readers_network"]), Choice(Readers.PublicBodies, say["Opened.Readers_public_bodies"])];
        if (own.Organisation is { } organisation) readers.Add(Choice(Readers.Organisation, say["Opened.Readers_organisation", ("organisation", organisation)]));
        readers.Add(Choice(Readers.Private, say["Opened.Readers_private"]));
        return HouseStyle.Card(
            say.Language.Code,
            say["Opened.FormHeading"],
            [
                new TextInput
                {
                    Id = "text", Label = say["Opened.FormText"], ErrorMessage = say["Opened.FormTextError"], IsRequired = true, IsMultiline = true,
                    MaxLength = Problem.MaxOpenText, Value = problem.OpenText ?? Problem.Cut(problem.Text, Problem.MaxOpenText),
                },
                new ChoiceSetInput
                {
                    Id = "readers", Label = say["Opened.FormReaders"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true, Style = ChoiceSetStyle.Expanded,
                    Choices = readers, Chosen = [Vocabulary.Write(problem.IsOpenToOthers ? problem.Readers : Readers.PublicBodies)],
                },
                new ToggleInput
                {
                    Id = "named", Label = say["Opened.FormNamed"], Title = say["Opened.FormNamedTitle"], ErrorMessage = say["Opened.FormNamedError"], Ticked = problem.OwnerNamed,
                },
                HouseStyle.StrongButton(say["Opened.FormSave"], "problem/open-save", of),
                HouseStyle.Subtle(say["Opened.FormHint"]),
                HouseStyle.Back(say["Words.Back"], "problem/mine"),
            ]);
    }

    private static Choice Choice(Readers readers, string title) => new(title, Vocabulary.Write(readers));
}
