using System.Globalization;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// Numbers that states give to people, told by their check digits: EMŠO (SI), CPR (DK), Rijksregisternummer (BE), BSN (NL),
/// NIR (FR), Steuer-Identifikationsnummer (DE).
/// </summary>
internal static class PersonalNumbers
{
    /// <param name="written">Digits, with the spaces, dots, hyphens and slashes that people put between them.</param>
    public static bool IsOne(string written)
    {
        var plain = string.Concat(written.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return IsFrench(plain) || (plain.All(char.IsAsciiDigit) && plain.Length switch
        {
            9 => IsDutch(plain) && !IsSum(written),
            10 => IsDanish(plain, written),
            11 => IsBelgian(plain) || IsGerman(plain),
            13 => IsSlovene(plain),
            _ => false,
        });
    }

    /// <summary>Day, month, last three digits of the year, region, sequence, and a check digit modulo 11.</summary>
    private static bool IsSlovene(string digits)
    {
        if (!IsDate(digits[..2], digits[2..4], (digits[4] == '9' ? "1" : "2") + digits[4..7])) return false;
        var rest = Weighted(digits, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return rest != 1 && digits[12] - '0' == (rest == 0 ? 0 : 11 - rest);
    }

    /// <summary>Day, month, year and four digits. Since 2007 numbers are given whose check digit does not hold, so that the hyphen counts too.</summary>
    private static bool IsDanish(string digits, string written) =>
        IsDate(digits[..2], digits[2..4], "20" + digits[4..6])
        && (Weighted(digits, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0 || (written.Length == 11 && written[6] == '-'));

    /// <summary>Nine digits and 97 less their remainder; people born from 2000 on with a 2 before.</summary>
    private static bool IsBelgian(string digits)
    {
        var (number, check) = (long.Parse(digits[..9], CultureInfo.InvariantCulture), int.Parse(digits[9..], CultureInfo.InvariantCulture));
        var month = int.Parse(digits[2..4], CultureInfo.InvariantCulture) % 20;
        return month <= 12 && (97 - number % 97 == check || 97 - (2_000_000_000 + number) % 97 == check);
    }

    /// <summary>"150 000 000": a sum in thousands, which the eleven test takes for a number one time in eleven.</summary>
    private static bool IsSum(string written) => written.Length == 11 && written[3] == written[7] && written[3] is ' ' or '.' && written.EndsWith("000", StringComparison.Ordinal);

    /// <summary>The eleven test, with the last digit weighing minus one.</summary>
    private static bool IsDutch(string digits) => digits.Any(digit => digit != '0') && Weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;

    /// <summary>Sex, year, month, place, order and 97 less the remainder; in Corsica 2A counts as 19 and 2B as 18.</summary>
    private static bool IsFrench(string plain)
    {
        if (plain.Length != 15 || plain[0] is not ('1' or '2' or '3' or '4' or '7' or '8')) return false;
        var counted = plain[5..7] switch { "2A" => plain[..5] + "19" + plain[7..], "2B" => plain[..5] + "18" + plain[7..], _ => plain };
        if (!counted.All(char.IsAsciiDigit)) return false;
        return 97 - long.Parse(counted[..13], CultureInfo.InvariantCulture) % 97 == int.Parse(counted[13..], CultureInfo.InvariantCulture);
    }

    /// <summary>Of the first ten digits one stands there twice or three times; the last checks them by ISO 7064, MOD 11,10.</summary>
    private static bool IsGerman(string digits)
    {
        if (digits[0] == '0' || digits[..10].GroupBy(digit => digit).Count(same => same.Count() > 1) != 1 || digits[..10].GroupBy(digit => digit).Max(same => same.Count()) > 3) return false;
        var product = 10;
        foreach (var digit in digits[..10])
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - product) % 10 == digits[10] - '0';
    }

    private static int Weighted(string digits, params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += (digits[i] - '0') * weights[i];
        return sum;
    }

    private static bool IsDate(string day, string month, string year) =>
        DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
