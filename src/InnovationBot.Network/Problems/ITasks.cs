namespace InnovationBot.Network.Problems;

/// <summary>Tells which tasks of public services a text is about: building permits, home care. Two texts of any languages name one task by one word.</summary>
public interface ITasks
{
    /// <summary>Tasks of one text; more would say less.</summary>
    const int Most = 3;

    /// <returns>At most <see cref="Most"/> of the tasks known, the one most spoken of first; none for a text about something else.</returns>
    IReadOnlyList<string> Of(string text, Language language);

    /// <summary>What the task is called in a language; the word itself for one that is not known any more.</summary>
    string Name(string task, Language language);
}
