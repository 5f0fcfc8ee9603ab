using System.Security.Cryptography;
using System.Text;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// Who stands in the audit log under which pseudonym. It goes with the person: their acts stay in the chain, and nobody can
/// tell any more whose they were, not even who still has the id, since the salt is gone.
/// </summary>
public sealed class AuditPerson
{
    /// <summary>SHA-256 of <see cref="Salt"/> and the 32 digits of the id, 64 hexadecimal digits: it fits no other person.</summary>
    public required string Pseudonym { get; init; }

    public MemberId MemberId { get; init; }

    /// <summary>32 random hexadecimal digits.</summary>
    public required string Salt { get; init; }

    internal static AuditPerson For(MemberId member)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return new() { MemberId = member, Salt = salt, Pseudonym = PseudonymOf(salt, member) };
    }

    internal static string PseudonymOf(string salt, MemberId member) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(salt + member)));
}
