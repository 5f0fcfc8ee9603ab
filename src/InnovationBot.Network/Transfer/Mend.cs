using System.Globalization;

namespace InnovationBot.Network.Transfer;

/// <summary>What is wrong with a place of a file and what to write instead, as a name and its facts: whoever reads it is told in their own language.</summary>
/// <param name="Code">Names the sentence.</param>
/// <param name="Facts">Its placeholders.</param>
public sealed record Mend(string Code, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>More of what somebody wrote is not repeated to them.</summary>
    private const int LongestFact = 40;

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public static readonly Mend Text = new("Text", None);
    public static readonly Mend TextOrList = new("TextOrList", None);
    public static readonly Mend OneText = new("OneText", None);
    public static readonly Mend Required = new("Required", None);
    public static readonly Mend OpenQuote = new("OpenQuote", None);
    public static readonly Mend AfterQuote = new("AfterQuote", None);
    public static readonly Mend InnerQuote = new("InnerQuote", None);
    public static readonly Mend NotUtf8 = new("NotUtf8", None);
    public static readonly Mend Utf16 = new("Utf16", None);
    public static readonly Mend OneObject = new("OneObject", None);
    public static readonly Mend HalfLetter = new("HalfLetter", None);
    public static readonly Mend ColumnTwice = new("ColumnTwice", None);
    public static readonly Mend ColumnRequired = new("ColumnRequired", None);
    public static readonly Mend ZeroByte = new("ZeroByte", None);
    public static readonly Mend CrAlone = new("CrAlone", None);
    public static readonly Mend Bomb = new("Bomb", None);
    public static readonly Mend NoWorkbook = new("NoWorkbook", None);
    public static readonly Mend EmptySheet = new("EmptySheet", None);
    public static readonly Mend OtherAccount = new("OtherAccount", None);

    /// <summary>The example row of a template was left in.</summary>
    public static readonly Mend Example = new("Example", None);

    /// <summary>Only its organisation may read a case that has none.</summary>
    public static readonly Mend NoReaders = new("NoReaders", None);

    /// <summary>Why a whole record stays as it is.</summary>
    public static readonly Mend NotPublished = new("NotPublished", None);

    /// <inheritdoc cref="NotPublished"/>
    public static readonly Mend NotYours = new("NotYours", None);

    /// <inheritdoc cref="NotPublished"/>
    public static readonly Mend LeftNetwork = new("LeftNetwork", None);

    public static Mend ManyEntries(int most, int count) => new("ManyEntries", Of(("most", most), ("count", count)));

    public static Mend LongEntry(int most) => new("LongEntry", Of(("most", most)));

    public static Mend LongText(int most, int count) => new("LongText", Of(("most", most), ("count", count)));

    public static Mend Country(string text) => new("Country", Of(("text", text), ("example", Countries.MeantBy(text) ?? "SI")));

    public static Mend Email(string text) => new("Email", Of(("text", text)));

    public static Mend Flag(string text) => new("Flag", Of(("text", text)));

    public static Mend Number(string text, int least, int most) => new("Number", Of(("text", text), ("least", least), ("most", most)));

    public static Mend Zone(string text) => new("Zone", Of(("text", text)));

    public static Mend Link(string text) => new("Link", Of(("text", text)));

    public static Mend Domain(string text) => new("Domain", Of(("text", text)));

    public static Mend Word(string text, IEnumerable<string> words) => new("Word", new Dictionary<string, string>(Of(("text", text))) { ["words"] = string.Join(", ", words) });

    public static Mend Language(string text) => new("Language", Of(("text", text)));

    public static Mend Control(char letter) => new("Control", Of(("code", $"U+{(int)letter:X4}")));

    public static Mend Html(string tag) => new("Html", Of(("tag", tag)));

    public static Mend LongRecord(int megabytes) => new("LongRecord", Of(("mb", megabytes)));

    public static Mend NoJson(long at) => new("NoJson", Of(("at", at)));

    public static Mend NoColumns(IEnumerable<string> columns) => new("NoColumns", new Dictionary<string, string> { ["columns"] = string.Join(", ", columns) });

    public static Mend RowWidth(int header, int row) => new("RowWidth", Of(("header", header), ("row", row)));

    public static Mend LongLine(int megabytes) => new("LongLine", Of(("mb", megabytes)));

    public static Mend ManyParts(int most) => new("ManyParts", Of(("most", most)));

    public static Mend Unpacked(long megabytes) => new("Unpacked", Of(("mb", megabytes)));

    public static Mend ManyColumns(int most) => new("ManyColumns", Of(("most", most)));

    public static Mend ManyLetters(int millions) => new("ManyLetters", Of(("most", millions)));

    public static Mend Repeated(string key, int line) => new("Repeated", Of(("key", key), ("line", line)));

    public static Mend Ambiguous(string name) => new("Ambiguous", Of(("name", name)));

    public static Mend UnknownToCase(string name) => new("UnknownToCase", Of(("name", name)));

    public static Mend Unknown(string name) => new("Unknown", Of(("name", name)));

    public static Mend ParentUnknown(string id) => new("ParentUnknown", Of(("id", id)));

    public static Mend ParentCircle(string id) => new("ParentCircle", Of(("id", id)));

    public static Mend AccountRepeated(int line) => new("AccountRepeated", Of(("line", line)));

    /// <inheritdoc cref="NotPublished"/>
    public static Mend MergedInto(string key) => new("MergedInto", Of(("key", key)));

    private static Dictionary<string, string> Of(params ReadOnlySpan<(string Name, object Value)> facts)
    {
        var texts = new Dictionary<string, string>(facts.Length);
        foreach (var (name, value) in facts) texts[name] = Short(Convert.ToString(value, CultureInfo.InvariantCulture)!);
        return texts;
    }

    private static string Short(string text) => text.Length <= LongestFact ? text : $"{text[..LongestFact]}…";
}
