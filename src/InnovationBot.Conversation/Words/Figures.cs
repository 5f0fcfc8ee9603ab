using InnovationBot.Conversation.Texts;
using InnovationBot.Network.Figures;

namespace InnovationBot.Conversation.Words;

/// <summary>A count of people in words, as far as it may be shown.</summary>
public static class Figures
{
    public static string Figure(this Say say, Figure figure) => figure.Kind switch
    {
        FigureKind.Shown => figure.Count.ToString(say.Culture),
        FigureKind.Few => say["Words.FigureFew"],
        _ => say["Words.FigureWithheld"],
    };
}
