using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using InnovationBot.Network.Cases;
using InnovationBot.Network.People;

namespace InnovationBot.Search.Indexing;

/// <summary>
/// Who goes first among those who score the same: by what somebody outside calls them, not by our ids, which are new in every store. So the
/// same collection gives the same answers wherever it is loaded, whatever was stored first. Scattered, so that no name is at an advantage.
/// </summary>
internal static class StableOrder
{
    public static long Of(Case @case) => Scattered(@case.Key);

    /// <summary>The same for each line of a profile, told apart by what it says.</summary>
    public static long Of(Member member, string line) => Scattered(Name(member) + "\n" + line);

    public static long Of(Member member) => Scattered(Name(member));

    public static long Of(Guid id) => Scattered(id.ToString("N"));

    private static string Name(Member member) => member.Email ?? (member.Name.Length > 0 ? member.Name : member.Id.ToString());

    private static long Scattered(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
