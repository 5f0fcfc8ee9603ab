using System.Text.RegularExpressions;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// Finds in a text what points to one person: e-mail addresses, telephone numbers, and personal numbers whose check digits
/// are right. It asks people to look again; it proves nothing.
/// </summary>
public static partial class PersonalDataFinder
{
    /// <returns>Passages in the order of the text, none within another; the numbers before what they might also be.</returns>
    public static IReadOnlyList<PersonalDataFound> Find(string text)
    {
        List<PersonalDataFound> found = [];
        foreach (Match email in Email().Matches(text)) Add(PersonalDataKind.Email, email);
        foreach (Match number in Digits().Matches(text))
            if (PersonalNumbers.IsOne(number.Value)) Add(PersonalDataKind.PersonalNumber, number);
        foreach (Match phone in Phone().Matches(text))
            if (phone.Value.Count(char.IsAsciiDigit) is >= 8 and <= 15 && !Date().IsMatch(phone.Value)) Add(PersonalDataKind.Phone, phone);
        return [.. found.OrderBy(one => one.Start)];

        void Add(PersonalDataKind kind, Match match)
        {
            var end = match.Index + match.Length;
            if (!found.Exists(one => match.Index < one.Start + one.Length && one.Start < end)) found.Add(new(kind, match.Index, match.Length, match.Value));
        }
    }

    /// <summary>The text with an ellipsis in brackets where something pointed to one person.</summary>
    public static string Mask(string text)
    {
        var masked = new System.Text.StringBuilder(text);
        foreach (var one in Find(text).Reverse()) masked.Remove(one.Start, one.Length).Insert(one.Start, "[…]");
        return masked.ToString();
    }

    /// <summary>The text with every such passage replaced.</summary>
    /// <param name="text">As people wrote it.</param>
    /// <param name="mask">A few words in the writer's language: "[left out]".</param>
    public static string Mask(string text, string mask)
    {
        foreach (var found in Find(text).Reverse()) text = string.Concat(text.AsSpan(0, found.Start), mask, text.AsSpan(found.Start + found.Length));
        return text;
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}", RegexOptions.None, 200)]
    private static partial Regex Email();

    /// <summary>Eight to fifteen digits as people group them; a French number may hold the A or B of Corsica.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}+])[0-9](?:[ .\-/]?[0-9]|(?<=2)[AaBb]){7,20}(?![\p{L}\p{N}])", RegexOptions.None, 200)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[0-9]{1,2}([./-])[0-9]{1,2}\1(?:19|20)[0-9]{2}$")]
    private static partial Regex Date();

    /// <summary>With a country's code, with a leading zero, or the eight digits of Denmark in pairs.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:(?:\+|00)[1-9](?:[ ./()\-]{0,2}[0-9]){7,13}|0[1-9](?:[ ./()\-]{0,2}[0-9]){6,10}|[2-9][0-9] [0-9]{2} [0-9]{2} [0-9]{2})(?![\p{L}\p{N}])", RegexOptions.None, 200)]
    private static partial Regex Phone();
}

/// <param name="Start">In characters of the text.</param>
/// <param name="Words">The passage.</param>
public sealed record PersonalDataFound(PersonalDataKind Kind, int Start, int Length, string Words);

public enum PersonalDataKind { PersonalNumber, Phone, Email }
