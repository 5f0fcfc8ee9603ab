using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Reuses;

namespace InnovationBot.Conversation.Cases.Reuses;

/// <summary>How and how far somebody takes a case over.</summary>
public static class ReuseForm
{
    /// <param name="back">Data of the case's own card.</param>
    /// <param name="told">What the person told before.</param>
    public static AdaptiveCard For(CardData back, Reuse? told, Say say)
    {
        var heading = say["Reading.ReuseHeading"];
        return HouseStyle.Card(
            say.Language.Code,
            heading,
            [
                Choose("kind", say["Reading.ReuseKind"], Vocabulary.Write(told?.Kind ?? ReuseKind.Adapted), Enum.GetValues<ReuseKind>().Select(kind => new Choice(say.Word(kind), Vocabulary.Write(kind))), say),
                Choose("status", say["Reading.ReuseStatus"], Vocabulary.Write(told?.Status ?? ReuseStatus.Considering), Enum.GetValues<ReuseStatus>().Select(status => new Choice(say.Word(status), Vocabulary.Write(status))), say),
                HouseStyle.StrongButton(say["Reading.ReuseSave"], "case/reuse-save", back),
                HouseStyle.Subtle(say["Reading.ReuseHint"]),
                HouseStyle.Back(say["Words.Back"], "case/open", back),
            ]);
    }

    private static ChoiceSetInput Choose(string id, string label, string chosen, IEnumerable<Choice> choices, Say say) => new()
    {
        Id = id, Label = label, ErrorMessage = say["Words.ChooseOne"], IsRequired = true, Style = ChoiceSetStyle.Expanded, Choices = [.. choices], Chosen = [chosen],
    };
}

/// <summary>The author hears that somebody uses the case.</summary>
public static class ReusedCard
{
    public static AdaptiveCard For(ReuseTold told, Say say)
    {
        var heading = say["Reading.ReusedHeading"];
        return HouseStyle.Card(
            say.Language.Code,
            heading,
            [
                new TextBlock(Markdown.Escape(say.Title(told.Case))) { Weight = TextWeight.Bolder },
                HouseStyle.Paragraph(say.Markdown(
                    "Reading.ReusedText", ("person", say.Person(told.By)), ("kind", say.Word(told.Reuse.Kind)), ("status", say.Word(told.Reuse.Status)))),
                HouseStyle.Button(say["Reading.OpenCase"], "case/open", ("case", told.Case.Id.ToString())),
                HouseStyle.Subtle(say["Reading.ReusedWhy"]),
            ]);
    }
}
