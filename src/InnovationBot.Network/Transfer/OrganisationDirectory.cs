using System.Security.Cryptography;
using System.Text;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>The organisations of the network and of a file, found as files name them: by id, else by their exact name.</summary>
internal sealed class OrganisationDirectory
{
    private readonly Dictionary<string, KnownOrganisation> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownOrganisation?> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<OrganisationId, KnownOrganisation> byId = [];

    public static async Task<OrganisationDirectory> Of(NetworkDb db, CancellationToken stop)
    {
        var directory = new OrganisationDirectory();
        var all = db.Organisations.AsNoTracking().Select(o => new { Known = new KnownOrganisation(o.Id, o.Key, o.Name, o.Tier, o.Sector, o.Country, o.Parent), o.FormerKeys });
        var former = new List<(string Key, KnownOrganisation Now)>();
        await foreach (var one in all.AsAsyncEnumerable().WithCancellation(stop))
        {
            directory.Add(one.Known);
            former.AddRange(one.FormerKeys.Select(key => (key, one.Known)));
        }

        foreach (var (key, now) in former) directory.byKey.TryAdd(key, now);
        return directory;
    }

    public IReadOnlyCollection<KnownOrganisation> All => byId.Values;

    public void Add(KnownOrganisation organisation)
    {
        byKey[organisation.Key] = organisation;
        byId[organisation.Id] = organisation;
        byName[organisation.Name] = byName.TryGetValue(organisation.Name, out var other) && other?.Id != organisation.Id ? null : organisation;
    }

    /// <summary>From now on it is found by this id too.</summary>
    public void AddKey(string key, KnownOrganisation organisation) => byKey[key] = organisation;

    public KnownOrganisation? With(OrganisationId? id) => id is { } known ? byId.GetValueOrDefault(known) : null;

    public KnownOrganisation? WithKey(string key) => byKey.GetValueOrDefault(key);

    /// <returns>None when nobody, or more than one, is called so.</returns>
    public KnownOrganisation? Named(string text) => WithKey(text) ?? byName.GetValueOrDefault(text);

    public bool IsAmbiguous(string text) => WithKey(text) is null && byName.TryGetValue(text, out var only) && only is null;

    /// <summary>
    /// The id of an organisation that a case brought along by its name alone. A file of organisations that knows it by the
    /// same name and country gives it the right one.
    /// </summary>
    public static string KeyFor(string name) => name.Length <= LongestKey ? name : $"{name[..90]}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..9]}";

    private const int LongestKey = 100;
}

internal sealed record KnownOrganisation(OrganisationId Id, string Key, string Name, Tier Tier, Sector Sector, string Country, OrganisationId? Parent = null)
{
    /// <summary>Made by the case that this import brings.</summary>
    public bool IsOfThisImport { get; init; }

    public bool CameWithACase => Key == OrganisationDirectory.KeyFor(Name);
}
