using System.Globalization;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace InnovationBot.Search.Indexing;

/// <summary>Who carried a case, kept beside the stored texts so that a hundred cases can vote without being opened.</summary>
internal static class Contacts
{
    /// <summary>The place in the case's list (sorts the values) and the member.</summary>
    public static string Write(CaseContact contact) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(contact.Position, 0, 999):000}{contact.MemberId}");

    /// <summary>First named first.</summary>
    public static IReadOnlyList<MemberId> Of(IndexReader reader, int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        if (leaf.AtomicReader.GetSortedSetDocValues(IndexFields.Contact) is not { } values) return [];
        values.SetDocument(document - leaf.DocBase);
        List<MemberId>? members = null;
        var written = new BytesRef();
        for (var ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
        {
            values.LookupOrd(ord, written);
            (members ??= []).Add(MemberId.From(Guid.ParseExact(written.Utf8ToString().AsSpan(3), "N")));
        }

        return members ?? [];
    }
}
