using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.People.Privacy;

/// <summary>That somebody was erased: kept so that it can be done again in a store restored from an older backup, where their id is still to be found.</summary>
public sealed class Erasure
{
    /// <summary><see cref="HashOf"/> of the id that they had; tells nothing to whoever does not have that id.</summary>
    public required string Hash { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the id's 32 digits.</summary>
    public static string HashOf(MemberId id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(id.Value.ToString("N"))));
}

internal sealed class ErasureModel : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> erasure)
    {
        erasure.ToTable("Erasures");
        erasure.HasKey(e => e.Hash);
        erasure.Property(e => e.Hash).HasMaxLength(64);
    }
}
