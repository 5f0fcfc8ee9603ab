using System.Globalization;
using Lucene.Net.Documents;

namespace InnovationBot.Search.Indexing;

/// <summary>Reads stored fields, which here are all text.</summary>
internal static class StoredText
{
    public static string Text(this Document document, string field) => document.Get(field, CultureInfo.InvariantCulture) ?? "";

    public static string[] Texts(this Document document, string field) => document.GetValues(field, CultureInfo.InvariantCulture);
}
