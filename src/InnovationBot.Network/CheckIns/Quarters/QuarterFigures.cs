using System.Globalization;
using InnovationBot.Network.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.CheckIns.Quarters;

/// <summary>What came of the check-ins of one quarter, counted once after its end, the same for everybody who reads it.</summary>
public sealed class QuarterFigures
{
    /// <summary>Of the quarter, as <see cref="Quarter.ToString"/>.</summary>
    public required string Quarter { get; init; }

    /// <summary>How many people told a problem.</summary>
    public Figure Came { get; init; }

    /// <summary>Of those, how many were shown a case or a person that was said to fit; the nearest does not count.</summary>
    public Figure Found { get; init; }

    /// <summary>How many tried something.</summary>
    public Figure Tried { get; init; }

    public Figure Solved { get; init; }

    /// <summary>The task of which most people found nothing; none when they were few.</summary>
    public string? UnansweredTask { get; init; }

    /// <summary>Who has that task now.</summary>
    public ThemeHolder Holder { get; init; }

    public DateTimeOffset CountedAt { get; init; }
}

/// <summary>Organisers see what nobody answered; a contact point has claimed such a problem, or people who know the task are being asked.</summary>
public enum ThemeHolder { Organisers, ContactPoint, PeopleAsked }

/// <summary>Three months of a year, in UTC.</summary>
/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number)
{
    public DateTimeOffset From => new(Year, (Number * 3) - 2, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Until => From.AddMonths(3);

    /// <summary>The last one that is over.</summary>
    public static Quarter Before(DateTimeOffset now)
    {
        var then = now.UtcDateTime.AddMonths(-3);
        return new Quarter(then.Year, (then.Month + 2) / 3);
    }

    /// <summary>"2027-1".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number}");

    public static Quarter? Read(string? text) =>
        text is { Length: 6 } && int.TryParse(text.AsSpan(0, 4), CultureInfo.InvariantCulture, out var year) && text[4] == '-' && text[5] is >= '1' and <= '4' ? new Quarter(year, text[5] - '0') : null;
}

internal sealed class QuarterFiguresModel : IEntityTypeConfiguration<QuarterFigures>
{
    public void Configure(EntityTypeBuilder<QuarterFigures> figures)
    {
        figures.HasKey(f => f.Quarter);
        figures.Property(f => f.Quarter).HasMaxLength(8);
        figures.Property(f => f.UnansweredTask).HasMaxLength(100);
    }
}
