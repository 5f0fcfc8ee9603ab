using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace InnovationBot.Testing.Cards;

/// <summary>
/// Cards as somebody looked at them and found them good: <c>Approved/NAME.card.json</c> beside the tests that draw them.
/// After a change on purpose run the tests once with <c>APPROVE_CARDS=1</c>, and look at the difference before committing it.
/// </summary>
public static class ApprovedCards
{
    private const string Ending = ".card.json";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<OrderedDictionary<string, string>> Files = new(() => new(
        from project in Directory.EnumerateDirectories(Path.Combine(RepositoryFolder.Root, "tests")).Order(StringComparer.Ordinal)
        from folder in Directory.EnumerateDirectories(project, "Approved", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        from file in Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal)
        select KeyValuePair.Create($"{Path.GetFileName(project).Replace("InnovationBot.", "", StringComparison.Ordinal).Replace(".Tests", "", StringComparison.Ordinal)}-{Path.GetFileName(file)[..^Ending.Length]}", file)));

    /// <summary>Lints the card and compares it with the approved one.</summary>
    /// <param name="name">File name without ending; unique in the test project.</param>
    /// <param name="card">As the bot sends it.</param>
    /// <param name="test">Given by the compiler: where <c>Approved</c> stands.</param>
    /// <exception cref="CardNotApprovedException">It is not linted clean, not approved yet, or other than approved.</exception>
    public static void Check(string name, ReadOnlyMemory<byte> card, [CallerFilePath] string test = "")
    {
        if (CardLint.Check(card) is { Count: > 0 } findings)
            throw new CardNotApprovedException($"The card '{name}' breaks rules:\n  {string.Join("\n  ", findings)}");

        var approved = Path.Combine(Path.GetDirectoryName(test)!, "Approved", name + Ending);
        var now = Indented(card);
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n").TrimEnd() == now) return;

        var approving = Environment.GetEnvironmentVariable("APPROVE_CARDS") == "1";
        var written = approving ? approved : Path.Combine(RepositoryFolder.Root, ".artifacts", "received-cards", name + Ending);
        Directory.CreateDirectory(Path.GetDirectoryName(written)!);
        File.WriteAllText(written, now + "\n");
        if (!approving)
            throw new CardNotApprovedException($"The card '{name}' is {(File.Exists(approved) ? "other than" : "not yet")} approved. Drawn now: {written}\nApproved:  {approved}\nIf it is meant so, run this test with APPROVE_CARDS=1.");
    }

    /// <summary>All approved cards of all test projects, in a stable order: by project and file.</summary>
    public static IEnumerable<string> Names => Files.Value.Keys;

    /// <summary>The JSON of one of <see cref="Names"/>.</summary>
    public static ReadOnlyMemory<byte> Read(string name) => File.ReadAllBytes(Files.Value[name]);

    private static string Indented(ReadOnlyMemory<byte> card)
    {
        using var document = JsonDocument.Parse(card);
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable)) document.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}

/// <summary>A card of a test is not the one that somebody approved.</summary>
public sealed class CardNotApprovedException(string message) : Exception(message);
