namespace InnovationBot.Service.Options;

/// <summary>Section <c>Store</c> of the settings.</summary>
public sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary><c>Data Source=…</c> is a file of SQLite, <c>Host=…</c> a database of PostgreSQL; default the file <c>network.db</c> in the data folder.</summary>
    public string? ConnectionString { get; set; }
}
