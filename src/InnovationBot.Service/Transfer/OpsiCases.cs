using System.Text.Encodings.Web;
using System.Text.Json;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Transfer;

/// <summary>
/// Cases in the shape of the case studies that the OECD's Observatory of Public Sector Innovation collects: who, where,
/// since when, the innovation in short and at length, with whom, for whom, and what came of it. What a case does
/// not tell is left out. Such a collection is read by everybody: a case whose author chose other readers than the network is not in it.
/// </summary>
internal static class OpsiCases
{
    /// <summary>Letters of the overview, cut at a word.</summary>
    private const int Overview = 300;

    /// <param name="cases">Published ones.</param>
    /// <param name="names">Of organisations, by the ids that records name them by.</param>
    /// <param name="to">Left open.</param>
    /// <param name="now">The day of the export.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<int> Write(IAsyncEnumerable<CaseRecord> cases, IReadOnlyDictionary<string, string> names, Stream to, DateTimeOffset now, CancellationToken stop)
    {
        var count = 0;
        await using var writer = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" });
        writer.WriteStartObject();
        writer.WriteString("format", "opsi-case-studies");
        writer.WriteNumber("version", 1);
        writer.WriteString("exported", now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteStartArray("cases");
        await foreach (var record in cases.WithCancellation(stop))
        {
            if (record.Readers != Readers.Network) continue;
            Write(writer, record, record.Organisation is { } id ? names.GetValueOrDefault(id, id) : null);
            await writer.FlushAsync(stop);
            count++;
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(stop);
        to.WriteByte((byte)'\n');
        return count;
    }

    private static void Write(Utf8JsonWriter writer, CaseRecord record, string? organisation)
    {
        var named = record.ShownAs == ShownAs.Named;
        writer.WriteStartObject();
        writer.WriteString("id", record.Id);
        writer.WriteString("language", record.Language?.Code);
        writer.WriteString("name_of_innovation", record.Title);
        Text(writer, "organisation", named ? organisation : null);
        Text(writer, "country", record.Country);
        Text(writer, "level_of_government", (record.Tier ?? record.OrganisationTier) switch
        {
            Tier.Local => "Local government",
            Tier.Regional => "Regional/State government",
            Tier.National => "National/Federal government",
            Tier.Supranational => "International/Supranational",
            _ => null,
        });
        if (record.Year is { } year) writer.WriteNumber("year", year);
        List(writer, "policy_areas", record.PolicyArea is { } area ? [area] : []);
        List(writer, "tags", record.Tags);
        List(writer, "links", record.Links);
        writer.WriteString("innovation_overview", Short(record.Problem));
        writer.WriteString("problem", record.Problem);
        writer.WriteString("innovation_description", record.WhatWasDone);
        writer.WriteString("status", Status(record.Outcome));
        List(writer, "collaborations_and_partnerships", named ? record.ConfirmedPartners : []);
        Text(writer, "users_stakeholders_and_beneficiaries", record.Users switch
        {
            UsersPart.None => "Users took no part.",
            UsersPart.Consulted => "Users were consulted.",
            UsersPart.CoDesigned => "Users took part in the design.",
            UsersPart.UserLed => "Users led the work.",
            _ => null,
        });
        Text(writer, "results_outcomes_and_impacts", record.Result);
        writer.WriteString("outcome", Vocabulary.Write(record.Outcome));
        List(writer, "challenges_and_failures", record.Barriers.ConvertAll(barrier => Vocabulary.Write(barrier)));
        Text(writer, "lessons_learned", record.Lesson);
        writer.WriteEndObject();
    }

    /// <summary>OPSI's stages of the innovation lifecycle, as far as an outcome tells one.</summary>
    private static string Status(Outcome outcome) => outcome switch
    {
        Outcome.TooEarly => "Implementing Projects",
        Outcome.Succeeded => "Diffusing Lessons",
        _ => "Evaluating Projects",
    };

    private static string Short(string text)
    {
        if (text.Length <= Overview) return text;
        var end = text.LastIndexOf(' ', Overview);
        return $"{text[..(end > 0 ? end : Overview)]}…";
    }

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) writer.WriteString(name, text);
    }

    private static void List(Utf8JsonWriter writer, string name, List<string> items)
    {
        if (items.Count == 0) return;
        writer.WriteStartArray(name);
        foreach (var item in items) writer.WriteStringValue(item);
        writer.WriteEndArray();
    }
}
