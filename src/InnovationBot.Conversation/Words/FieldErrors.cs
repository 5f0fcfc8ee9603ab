using InnovationBot.Conversation.Texts;

namespace InnovationBot.Conversation.Words;

/// <summary>What stands below a field whose value a client does not let through: which field it is, and what it takes.</summary>
public static class FieldErrors
{
    /// <param name="label">Of the field as the form shows it.</param>
    /// <returns>“Title” is missing.</returns>
    public static string FieldMissing(this Say say, string label) => say["Words.FieldMissing", ("field", label)];

    /// <param name="most">In characters.</param>
    public static string AtMost(this Say say, int most) => say["Words.LengthError", ("most", most)];

    /// <param name="least">Inclusive.</param>
    /// <param name="most">Inclusive.</param>
    public static string NumberBetween(this Say say, int least, int most) => say["Words.NumberError", ("least", least), ("most", most)];
}
