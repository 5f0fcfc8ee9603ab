using System.Security.Cryptography;
using System.Text;

namespace InnovationBot.Service.Links;

/// <summary>A file with its name and type, and how it is sealed under a secret that nobody keeps.</summary>
internal sealed record SealedFile(string Name, string ContentType, byte[] Content)
{
    private const int SecretBytes = 32;
    private static readonly int Tag = AesGcm.TagByteSizes.MaxSize;

    /// <summary>256 random bits: what stands in the link, and all that opens the file.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>By what the store finds the file; tells nothing about the secret.</summary>
    public static string KeyOf(byte[] secret) => Convert.ToHexStringLower(SHA256.HashData(secret));

    public byte[] Seal(byte[] secret)
    {
        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, Encoding.UTF8))
        {
            writer.Write(Name);
            writer.Write(ContentType);
            writer.Write(Content.Length);
            writer.Write(Content);
        }

        var text = plain.ToArray();
        var box = new byte[Tag + text.Length];
        using var cipher = new AesGcm(Derive(secret), Tag);
        cipher.Encrypt(Nonce, text, box.AsSpan(Tag), box.AsSpan(0, Tag));
        return box;
    }

    /// <exception cref="CryptographicException">Sealed under another secret, or changed since.</exception>
    public static SealedFile Open(byte[] box, byte[] secret)
    {
        var text = new byte[box.Length - Tag];
        using (var cipher = new AesGcm(Derive(secret), Tag))
        {
            cipher.Decrypt(Nonce, box.AsSpan(Tag), box.AsSpan(0, Tag), text);
        }

        using var reader = new BinaryReader(new MemoryStream(text), Encoding.UTF8);
        return new SealedFile(reader.ReadString(), reader.ReadString(), reader.ReadBytes(reader.ReadInt32()));
    }

    /// <summary>Always zero: no secret, and so no key, ever seals a second file.</summary>
    private static readonly byte[] Nonce = new byte[AesGcm.NonceByteSizes.MaxSize];

    private static byte[] Derive(byte[] secret) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, outputLength: 32, info: "innovationbot one-time file"u8.ToArray());
}
