namespace InnovationBot.Service.CommandLine.Doctor;

/// <summary>What a check of the doctor found.</summary>
/// <param name="Check">Its name, one word.</param>
/// <param name="Mend">What to do; none when all is well.</param>
internal sealed record Finding(string Check, FindingState State, string Sentence, string? Mend = null)
{
    public static Finding Good(string check, string sentence) => new(check, FindingState.Ok, sentence);

    public static Finding Note(string check, string sentence, string? mend = null) => new(check, FindingState.Note, sentence, mend);

    public static Finding Bad(string check, string sentence, string mend) => new(check, FindingState.Failing, sentence, mend);
}

/// <summary>A note needs no mending, or can wait.</summary>
internal enum FindingState { Ok, Note, Failing }
