using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Settings;

/// <summary>One thing that administrators set otherwise than the program's defaults; read as <see cref="NetworkSettings"/>.</summary>
public sealed class Setting
{
    /// <summary>A word of ours, some with what it is about: "name", "holidays.SI".</summary>
    public required string Key { get; init; }

    public required string Value { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; }
}

internal sealed class SettingModel : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> setting)
    {
        setting.HasKey(s => s.Key);
        setting.Property(s => s.Key).HasMaxLength(100);
        setting.Property(s => s.Version).IsConcurrencyToken();
    }
}
