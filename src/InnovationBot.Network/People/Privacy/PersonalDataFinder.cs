using System.Collections;
using System.Text;
using System.Text.RegularExpressions;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// Finds in a text what points to one person: e-mail addresses, telephone numbers, personal numbers whose check digits are right, names, and
/// details of the health of somebody who is named. It asks people to look again; it proves nothing.
/// </summary>
public static partial class PersonalDataFinder
{
    private const string Ellipsis = "[…]";

    /// <returns>Passages in the order of the text, none within another; the numbers before what they might also be.</returns>
    public static IReadOnlyList<PersonalDataFound> Find(string text)
    {
        List<PersonalDataFound> found = [];
        var taken = new BitArray(text.Length);
        foreach (Match email in Email().Matches(text)) Add(PersonalDataKind.Email, email);
        foreach (Match number in Digits().Matches(text))
            if (IsPersonal(text, number)) Add(PersonalDataKind.PersonalNumber, number);
        foreach (Match phone in Phone().Matches(text))
            if (phone.Value.Count(char.IsAsciiDigit) is >= 8 and <= 15 && !Date().IsMatch(phone.Value) && !IsNumberOfFile(text, phone)) Add(PersonalDataKind.Phone, phone);
        foreach (Match phone in CalledPhone().Matches(text))
            if (phone.Value.Count(char.IsAsciiDigit) is >= 6 and <= 15 && !Date().IsMatch(phone.Value)) Add(PersonalDataKind.Phone, phone);
        var names = NamesOfPeople.Find(text).ToList();
        foreach (var (start, length) in names) AddAt(PersonalDataKind.Name, start, length);
        foreach (var (start, length) in HealthDetails.Find(text, names)) AddAt(PersonalDataKind.Health, start, length);
        return [.. found.OrderBy(one => one.Start)];

        void Add(PersonalDataKind kind, Match match) => AddAt(kind, match.Index, match.Length);

        void AddAt(PersonalDataKind kind, int start, int length)
        {
            for (var at = start; at < start + length; at++)
                if (taken[at]) return;
            for (var at = start; at < start + length; at++) taken[at] = true;
            found.Add(new(kind, start, length, text.Substring(start, length)));
        }
    }

    /// <summary>The text with every such passage replaced.</summary>
    /// <param name="text">As people wrote it.</param>
    /// <param name="mask">A few words in the writer's language: "[left out]".</param>
    public static string Mask(string text, string mask = Ellipsis) => Mask(text, Find(text), mask);

    /// <summary>The same for some of what was found, in the order of the text.</summary>
    public static string Mask(string text, IReadOnlyList<PersonalDataFound> found, string mask = Ellipsis)
    {
        var masked = new StringBuilder(text.Length);
        var from = 0;
        foreach (var one in found)
        {
            masked.Append(text, from, one.Start - from).Append(mask);
            from = one.Start + one.Length;
        }

        return masked.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The text without personal numbers alone: what a file of many cases brings is read by no one before it is stored.</summary>
    public static string MaskNumbers(string text) => Digits().Replace(text, number => IsPersonal(text, number) ? Ellipsis : number.Value);

    /// <summary>Nine or ten digits are a Dutch or Danish number by chance one time in eleven or so: what the text calls a file, an invoice or a plot of land is none.</summary>
    private static bool IsPersonal(string text, Match number) =>
        IsCalledPersonal(text, number) || (PersonalNumbers.IsOne(number.Value) && !(number.Value.Count(char.IsAsciiDigit) <= 10 && IsNumberOfFile(text, number)));

    /// <summary>"EMŠO 0101990500123": what the text itself calls a personal number is one, also with a digit mistyped.</summary>
    private static bool IsCalledPersonal(string text, Match number) => PersonalWord().IsMatch(text[Math.Max(0, number.Index - 60)..number.Index]);

    /// <summary>"št. zadeve 0110-3/2026", "Rechnung Nr. 0301234567": called so just before, or with a year after a slash.</summary>
    private static bool IsNumberOfFile(string text, Match number)
    {
        var before = text[Math.Max(0, number.Index - 40)..number.Index];
        if (CallWord().IsMatch(before)) return false;
        return FileWord().IsMatch(before) || Iban().IsMatch(before) || YearAfterSlash().IsMatch(number.Value);
    }

    // Every repetition of these patterns has a bound, so that the time grows with the text alone: none of them needs a time limit, which a busy
    // machine would reach and lose a turn by.
    [GeneratedRegex(@"[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}")]
    private static partial Regex Email();

    /// <summary>Eight to fifteen digits as people group them; a French number may hold the A or B of Corsica.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}+])[0-9](?:[ .\-/]?[0-9]|(?<=2)[AaBb]){7,20}(?![\p{L}\p{N}])")]
    private static partial Regex Digits();

    /// <summary>A word for files, invoices, laws or plots, with at most "number" between it and what follows.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:case|file|invoice|order|ref|reference|law|act|plot|parcel|ticket|zadev[aeio]|spis|spisa|račun|računa|sklic|naročil[oa]|parcel[ae]|zakon|sag|sags|sagsnr|sagsnummer|journalnummer|faktura|fakturanummer|ordre|ordrenummer|matrikel|zaak|zaaknummer|bestelling|bestelnummer|dossier|dossiernummer|kenmerk|factuur|factuurnummer|perceel|dossiernr|affaire|facture|parcelle|commande|loi|aktenzeichen|az|gz|geschäftszeichen|rechnung|rechnungsnummer|flurstück|vorgang|bestellung|iban|konto|account)\b[^\p{L}\p{N}]{1,3}(?:(?:no|nr|num|number|numéro|n|št|številka|nummer|numer|af|o)\b[^\p{L}\p{N}]{0,3})?$", RegexOptions.IgnoreCase)]
    private static partial Regex FileWord();

    /// <summary>What the languages call the number of a person, with at most "number is" between it and what follows.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:emšo|emso|davčna številka|cpr|cpr-?nr|cpr-?nummer|personnummer|bsn|burgerservicenummer|rijksregisternummer|rijksregister|insz|niss|nir|numéro national|numéro de sécurité sociale|sécurité sociale|steuer-?id|steueridentifikationsnummer|sozialversicherungsnummer|personal number|personal id|id number|national insurance number|social security number|passport number|passport no)\b[^\p{L}\p{N}]{0,3}(?:(?:no|nr|number|nummer|numéro|št|številka|is|er|je|est|ist)\b[^\p{L}\p{N}]{0,3}){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex PersonalWord();

    /// <summary>What the languages call a telephone, or its number.</summary>
    private const string Telephone = "tel|tlf|telefon|telefonnr|telefonnummer|telephone|téléphone|telefoon|telefoonnummer|phone|mobile?|mobilnummer|gsm|handy|" + OnesNumber;

    /// <summary>"Her number".</summary>
    private const string OnesNumber = "(?:her|his|my|njegova|njena|njihova|moja|hendes|hans|mit|haar|zijn|mijn|son|mon|leur|ihre|seine|meine) (?:number|številka|nummer|numéro)";

    [GeneratedRegex($@"(?<!\p{{L}})(?:{Telephone}|fax)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CallWord();

    /// <summary>The beginning of an account's number, of which the rest looks like many things.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])[A-Z]{2}[0-9]{2} ?$")]
    private static partial Regex Iban();

    [GeneratedRegex(@"/(?:19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex YearAfterSlash();

    /// <summary>A number that the text itself calls one to ring: then six digits are enough, and it may begin with any.</summary>
    [GeneratedRegex(
        $@"(?<=(?<!\p{{L}})(?:{Telephone})[.:]?[^\p{{L}}\p{{N}}]{{1,3}}(?:(?:is|er|je|est|ist|no|nr|number|številka)\b[.:]? )?)[1-9(][0-9]{{1,3}}(?:[ ./()\-]{{0,2}}[0-9]){{4,12}}(?![\p{{L}}\p{{N}}])",
        RegexOptions.IgnoreCase)]
    private static partial Regex CalledPhone();

    [GeneratedRegex(@"^[0-9]{1,2}([./-])[0-9]{1,2}\1(?:19|20)[0-9]{2}$")]
    private static partial Regex Date();

    /// <summary>With a country's code, with a leading zero, or the eight digits of Denmark in pairs.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:(?:\+|00)[1-9](?:[ ./()\-]{0,2}[0-9]){7,13}|0[1-9](?:[ ./()\-]{0,2}[0-9]){6,10}|[2-9][0-9] [0-9]{2} [0-9]{2} [0-9]{2})(?![\p{L}\p{N}])")]
    private static partial Regex Phone();
}

/// <param name="Start">In characters of the text.</param>
/// <param name="Words">The passage.</param>
public sealed record PersonalDataFound(PersonalDataKind Kind, int Start, int Length, string Words);

public enum PersonalDataKind
{
    PersonalNumber, Phone, Email, Name,

    /// <summary>A detail of one person's health.</summary>
    Health,
}
