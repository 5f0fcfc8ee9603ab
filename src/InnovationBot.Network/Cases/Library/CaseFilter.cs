using System.Security.Cryptography;
using System.Text;

namespace InnovationBot.Network.Cases.Library;

/// <summary>What somebody who browses the library wants to see; everything set must hold together.</summary>
public sealed record CaseFilter
{
    /// <summary>Longest text looked for, in characters.</summary>
    public const int LongestText = 100;

    public static readonly CaseFilter None = new();

    /// <summary>Words to look for in titles and in what cases are about; empty = any.</summary>
    public string Text { get; init; } = "";

    /// <summary><see cref="KeyOf"/> of a policy area.</summary>
    public string? Area { get; init; }

    public Tier? Tier { get; init; }

    /// <summary><see cref="KeyOf"/> of a regional organisation's name: its own cases and those of everybody below it.</summary>
    public string? Region { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public string? Country { get; init; }

    public Outcome? Outcome { get; init; }
    public Barrier? Barrier { get; init; }
    public int? Year { get; init; }

    /// <summary>Only cases in which users had a part.</summary>
    public bool UsersTookPart { get; init; }

    /// <summary>Only cases with something that others can use as it is.</summary>
    public bool ReadyToTakeOver { get; init; }

    /// <summary>What each part of the filter is called, for whoever wants to leave one out.</summary>
    public IEnumerable<CaseFilterPart> Parts
    {
        get
        {
            if (Text.Length > 0) yield return CaseFilterPart.Text;
            if (Outcome is not null) yield return CaseFilterPart.Outcome;
            if (Area is not null) yield return CaseFilterPart.Area;
            if (Tier is not null) yield return CaseFilterPart.Tier;
            if (Region is not null) yield return CaseFilterPart.Region;
            if (Country is not null) yield return CaseFilterPart.Country;
            if (Barrier is not null) yield return CaseFilterPart.Barrier;
            if (Year is not null) yield return CaseFilterPart.Year;
            if (UsersTookPart) yield return CaseFilterPart.Users;
            if (ReadyToTakeOver) yield return CaseFilterPart.TakeOver;
        }
    }

    public CaseFilter Without(CaseFilterPart part) => part switch
    {
        CaseFilterPart.Text => this with { Text = "" },
        CaseFilterPart.Outcome => this with { Outcome = null },
        CaseFilterPart.Area => this with { Area = null },
        CaseFilterPart.Tier => this with { Tier = null },
        CaseFilterPart.Region => this with { Region = null },
        CaseFilterPart.Country => this with { Country = null },
        CaseFilterPart.Barrier => this with { Barrier = null },
        CaseFilterPart.Year => this with { Year = null },
        CaseFilterPart.Users => this with { UsersTookPart = false },
        _ => this with { ReadyToTakeOver = false },
    };

    /// <summary>
    /// Twelve hexadecimal digits that stand for a name people wrote, on buttons that carry no texts: the same for the same
    /// words, whatever their capitals and spaces.
    /// </summary>
    public static string KeyOf(string name)
    {
        var plain = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)).AsSpan(0, 6));
    }
}

/// <summary>One thing that a <see cref="CaseFilter"/> asks for.</summary>
public enum CaseFilterPart { Text, Outcome, Area, Tier, Region, Country, Barrier, Year, Users, TakeOver }
