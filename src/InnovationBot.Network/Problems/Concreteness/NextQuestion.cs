namespace InnovationBot.Network.Problems.Concreteness;

/// <summary>Chooses the one question that would help most.</summary>
internal static class NextQuestion
{
    /// <summary>In this order; where and when is welcome but never asked for.</summary>
    private static readonly (ProblemElement Element, ConcreteQuestion Question)[] Important =
    [
        (ProblemElement.Who, ConcreteQuestion.MissingWho),
        (ProblemElement.HowOften, ConcreteQuestion.MissingHowOften),
        (ProblemElement.Consequence, ConcreteQuestion.MissingConsequence),
        (ProblemElement.Tried, ConcreteQuestion.MissingTried),
    ];

    /// <summary>Of themes heard equally often the first here is asked about: what is nearest to an act comes first.</summary>
    private static readonly (Cue Theme, ConcreteQuestion Question)[] Themes =
    [
        (Cue.Rules, ConcreteQuestion.WhichRule),
        (Cue.Silos, ConcreteQuestion.WhoNeededWhat),
        (Cue.Speed, ConcreteQuestion.LongestStep),
        (Cue.Citizens, ConcreteQuestion.WhichGroup),
        (Cue.Culture, ConcreteQuestion.IdeaThatStopped),
        (Cue.Digital, ConcreteQuestion.TaskOrForm),
        (Cue.Vision, ConcreteQuestion.NoticedAtTheCounter),
    ];

    /// <summary>The question about a text that tells an event.</summary>
    /// <param name="asked">Questions that were asked: whatever was answered, they are not asked again.</param>
    public static ConcreteQuestion? Missing(IReadOnlyCollection<ProblemElement> elements, IReadOnlyCollection<ConcreteQuestion>? asked = null)
    {
        foreach (var (element, question) in Important)
            if (!elements.Contains(element) && asked?.Contains(question) != true) return question;
        return null;
    }

    /// <summary>The question about a text that tells none: a wished-for thing before any theme, else the theme heard most.</summary>
    public static ConcreteQuestion Heard(in Passage whole)
    {
        if (whole.Sum(Cue.Need, Cue.Modal, Cue.Wonder) > 0 && whole.Has(Cue.Solution)) return ConcreteQuestion.WhatWouldStop;

        var (most, heard) = (0, ConcreteQuestion.LastTime);
        foreach (var (theme, question) in Themes)
            if (whole[theme] > most) (most, heard) = (whole[theme], question);
        return most == 0 && whole.Has(Cue.Solution) ? ConcreteQuestion.WhatWouldStop : heard; // "One portal for all applications."
    }
}
