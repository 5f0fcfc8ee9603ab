using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Time;

internal static class DueIndexes
{
    /// <summary>
    /// For a time that most rows have none of: only those that have one are in the index. It stays small and cheap to write, and SQLite, which takes
    /// "has none" for a rare thing, never walks through all of those for the sake of another condition.
    /// </summary>
    public static void HasDueIndex<TRow>(this EntityTypeBuilder<TRow> row, Expression<Func<TRow, object?>> due) where TRow : class
    {
        var index = row.HasIndex(due);
        index.HasFilter($"\"{index.Metadata.Properties[0].Name}\" IS NOT NULL");
    }
}
