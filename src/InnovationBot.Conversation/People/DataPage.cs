using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;

namespace InnovationBot.Conversation.People;

/// <summary>Everything about a person as a page to read: the same as the JSON, a section for each part that holds something, nothing loaded from elsewhere.</summary>
internal static class DataPage
{
    private const string Style = "body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0}"
        + "dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}section{margin-top:2rem}ol{margin:0;padding-left:1.2rem}li{margin-bottom:.6rem}";

    public static byte[] Of(JsonObject document, Say say)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"{say.Language.Code}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Escape(say["People.MyDataHeading"])}</title><style>{Style}</style></head><body><main><h1>{Escape(say["People.MyDataHeading"])}</h1>");
        page.Append(CultureInfo.InvariantCulture, $"<p>{Escape(say["People.MyDataPage"])}</p>");
        var holds = document.ToLookup(part => Holds(part.Value));
        if (document["exportedAt"] is { } at) page.Append(CultureInfo.InvariantCulture, $"<p>{Escape(say["People.MyDataAt", ("time", Text(at.AsValue(), say))])}</p>");
        foreach (var (name, value) in holds[true].Where(part => part.Key != "exportedAt").OrderBy(part => part.Key != "profile"))
        {
            page.Append(CultureInfo.InvariantCulture, $"<section><h2>{Escape(say[$"People.Part_{name}"])}</h2>");
            Write(value, page, say);
            page.Append("</section>");
        }

        if (holds[false].Any())
            page.Append(CultureInfo.InvariantCulture, $"<section><p>{Escape(say["People.MyDataNothing", ("parts", string.Join("; ", holds[false].Select(part => say[$"People.Part_{part.Key}"])))])}</p></section>");
        return Encoding.UTF8.GetBytes(page.Append("</main></body></html>").ToString());
    }

    /// <param name="field">Of which field it is the value, or one of the values.</param>
    private static void Write(JsonNode? value, StringBuilder page, Say say, string field = "")
    {
        switch (value)
        {
            case JsonObject fields:
                page.Append("<dl>");
                foreach (var (name, one) in fields.Where(part => Holds(part.Value)))
                {
                    page.Append(CultureInfo.InvariantCulture, $"<dt>{Escape(Name(name, say))}</dt><dd>");
                    Write(one, page, say, name);
                    page.Append("</dd>");
                }

                page.Append("</dl>");
                break;
            case JsonArray { Count: > 0 } list:
                page.Append("<ol>");
                foreach (var one in list)
                {
                    page.Append("<li>");
                    Write(one, page, say, field);
                    page.Append("</li>");
                }

                page.Append("</ol>");
                break;
            case JsonValue one:
                page.Append(Escape(Word(one, field, say) ?? Text(one, say)));
                break;
            default:
                page.Append('–');
                break;
        }
    }

    /// <summary>What a field is called, in the reader's language; a language's code stands for the language.</summary>
    internal static string Name(string field, Say say) =>
        new Language(field) is { IsSpoken: true } language ? say.LanguageName(language) : say.Has($"Data.Field_{field}") ? say[$"Data.Field_{field}"] : field;

    /// <summary>What the cards call a value of the program's vocabulary, a language or a country.</summary>
    private static string? Word(JsonValue one, string field, Say say)
    {
        if (one.GetValueKind() != JsonValueKind.String) return null;
        var value = one.GetValue<string>();
        var key = field switch
        {
            "consents" => $"Profile.Consent_{value}",
            "visibility" => $"Profile.Visibility_{value}",
            "readers" => $"Sharing.Readers_{value}",
            "outcome" => $"Words.Outcome_{value}",
            "tier" => $"Words.Tier_{value}",
            "sector" => $"Words.Sector_{value}",
            "users" => $"Words.UsersPart_{value}",
            "act" => $"Log.Act_{value}",
            _ => null,
        };
        if (key is not null) return say.Has(key) ? say[key] : null;
        return field switch
        {
            "country" => say.Country(value),
            "language" or "languages" or "blurbLanguage" => say.LanguageName(new Language(value)),
            _ => null,
        };
    }

    /// <summary>Not only names of fields.</summary>
    private static bool Holds(JsonNode? value) => value switch
    {
        null => false,
        JsonObject fields => fields.Any(field => Holds(field.Value)),
        JsonArray list => list.Count > 0,
        JsonValue one => one.GetValueKind() != JsonValueKind.String || one.GetValue<string>().Length > 0,
        _ => true,
    };

    /// <summary>As stored; moments as the reader's language writes them, in universal time.</summary>
    private static string Text(JsonValue one, Say say)
    {
        if (one.GetValueKind() is JsonValueKind.True or JsonValueKind.False) return say[$"Data.Field_{one.ToJsonString()}"];
        if (one.GetValueKind() != JsonValueKind.String) return one.ToJsonString();
        var text = one.GetValue<string>();
        return text.Length is > 18 and < 36 && text[4] == '-' && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? $"{at.UtcDateTime.ToString("g", say.Culture)} UTC" : text;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
