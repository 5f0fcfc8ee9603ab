using System.Text.Json;

namespace InnovationBot.Network.Transfer;

/// <summary>A record between the chunk that staged it and the commit that applies it; written and read by this program alone.</summary>
internal static class StagedJson
{
    public static string Write<TRecord>(TRecord record) => JsonSerializer.Serialize(record, StoredAs.Json);

    public static TRecord Read<TRecord>(StagedUpdate update) => JsonSerializer.Deserialize<TRecord>(update.Record, StoredAs.Json)!;
}
