using System.Text.Json;
using InnovationBot.Network.People.Roles;

namespace InnovationBot.Network.Broadcasts.Audiences;

/// <summary>
/// Reads an audience as files write it: <c>{"tier":["local"],"country":["SI","BE"],"except":{"role":["organiser"]}}</c>. What
/// is written wrongly is named; whether organisations, people and events exist is for <see cref="CheckAudience"/>.
/// </summary>
public static class AudienceJson
{
    /// <summary>Audiences within audiences.</summary>
    public const int DeepestNesting = 5;

    public const int MostEmails = 20_000;
    public const int MostValues = 500;
    private const int LongestValue = 500;

    private static readonly string[] Fields =
    [
        "everyone", "tier", "sector", "organisation", "policy_area", "topic", "role", "language", "country", "emails", "entra_group", "signed_up_for", "problem_fits", "any_of", "except",
    ];

    /// <param name="json">An object, or the word <c>everyone</c>.</param>
    /// <param name="field">What it is called where it stands.</param>
    public static Result<Audience> Read(JsonElement json, string field = "audience")
    {
        try
        {
            return ReadOne(json, field, 1);
        }
        catch (UnreadableException unreadable)
        {
            return unreadable.Why;
        }
    }

    private static Audience ReadOne(JsonElement json, string path, int depth)
    {
        if (json.ValueKind == JsonValueKind.String && json.GetString()?.Trim() == "everyone") return Audience.All;
        if (json.ValueKind != JsonValueKind.Object) throw Unreadable(AudienceRefusals.Missing);
        if (depth > DeepestNesting) throw Unreadable(AudienceRefusals.TooDeep.With("most", DeepestNesting));

        var audience = new Audience();
        foreach (var part in json.EnumerateObject())
        {
            var at = $"{path}.{part.Name}";
            audience = part.Name switch
            {
                "everyone" => audience with { Everyone = IsEveryone(part.Value, at) },
                "tier" => audience with { Tiers = Words<Tier>(part.Value, at) },
                "sector" => audience with { Sectors = Words<Sector>(part.Value, at) },
                "organisation" => audience with { Organisations = Texts(part.Value, at) },
                "policy_area" => audience with { PolicyAreas = Texts(part.Value, at) },
                "topic" => audience with { Topics = Texts(part.Value, at) },
                "role" => audience with { Roles = Words<GrantedRole>(part.Value, at) },
                "language" => audience with { Languages = Texts(part.Value, at).ConvertAll(code => Code(code, at)).ConvertAll(code => new Language(code.ToLowerInvariant())) },
                "country" => audience with { Countries = Texts(part.Value, at).ConvertAll(code => Countries.Code(code) ?? throw Unreadable(AudienceRefusals.ValueUnknown.With("field", at).With("value", Short(code)).With("known", $"{Countries.MeantBy(code) ?? "SI"}, BE, DK…"))) },
                "emails" => audience with { Emails = Texts(part.Value, at, MostEmails).ConvertAll(email => Email(email, at)) },
                "entra_group" => audience with { Groups = Texts(part.Value, at) },
                "signed_up_for" => audience with { SignedUpFor = Texts(part.Value, at) },
                "problem_fits" => audience with { FitsEvent = Event(Texts(part.Value, at, 1)[0]) },
                "any_of" => audience with { AnyOf = [.. Parts(part.Value, at).Select((one, i) => ReadOne(one, $"{at}[{i}]", depth + 1))] },
                "except" => audience with { Except = ReadOne(part.Value, at, depth + 1) },
                _ => throw Unreadable(AudienceRefusals.FieldUnknown.With("field", at).With("known", string.Join(", ", Fields))),
            };
        }

        return audience.IsEmpty ? throw Unreadable(AudienceRefusals.Missing) : audience;
    }

    private static bool IsEveryone(JsonElement value, string at) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.Array => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag,
        _ => throw Unreadable(AudienceRefusals.ValueUnknown.With("field", at).With("value", Short(value.ToString())).With("known", "true")),
    };

    private static List<TEnum> Words<TEnum>(JsonElement value, string at) where TEnum : struct, Enum => Texts(value, at).ConvertAll(text =>
        Vocabulary.TryRead<TEnum>(text, out var word)
            ? word
            : throw Unreadable(AudienceRefusals.ValueUnknown.With("field", at).With("value", Short(text)).With("known", string.Join(", ", Vocabulary.All<TEnum>()))));

    private static EventId Event(string text) => EntityId.TryRead<EventId>(text, out var id) ? id : throw Unreadable(AudienceRefusals.EventUnknown.With("part", "problem_fits").With("value", Short(text)));

    private static string Code(string text, string at) => text.Length == 2 && text.All(char.IsAsciiLetter)
        ? text
        : throw Unreadable(AudienceRefusals.ValueUnknown.With("field", at).With("value", Short(text)).With("known", "en, sl, da…"));

    private static string Email(string text, string at) => text.IndexOf('@', StringComparison.Ordinal) > 0 && !text.Any(char.IsWhiteSpace)
        ? text.ToLowerInvariant()
        : throw Unreadable(AudienceRefusals.ValueUnknown.With("field", at).With("value", Short(text)).With("known", "name@example.org"));

    /// <summary>An array of texts, or one text with semicolons between the values.</summary>
    private static List<string> Texts(JsonElement value, string at, int most = MostValues)
    {
        var texts = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Split(';'),
            JsonValueKind.Array when value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String) => value.EnumerateArray().Select(one => one.GetString()!),
            _ => throw Unreadable(AudienceRefusals.NoList.With("field", at)),
        };
        var read = texts.Select(text => text.Replace("\0", "", StringComparison.Ordinal).Trim()).Where(text => text.Length > 0).Distinct().ToList();
        if (read.Count == 0) throw Unreadable(AudienceRefusals.ListEmpty.With("field", at));
        if (read.Count > most || read.Exists(text => text.Length > LongestValue)) throw Unreadable(AudienceRefusals.ListTooLong.With("field", at).With("most", most));
        return read;
    }

    private static JsonElement.ArrayEnumerator Parts(JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Array) throw Unreadable(AudienceRefusals.NoList.With("field", at));
        return value.GetArrayLength() switch
        {
            0 => throw Unreadable(AudienceRefusals.ListEmpty.With("field", at)),
            > MostValues => throw Unreadable(AudienceRefusals.ListTooLong.With("field", at).With("most", MostValues)),
            _ => value.EnumerateArray(),
        };
    }

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..60]}…";

    private static UnreadableException Unreadable(Refusal why) => new(why);

    private sealed class UnreadableException(Refusal why) : Exception
    {
        public Refusal Why { get; } = why;
    }
}
