using System.Security.Cryptography;
using System.Text;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Search.Indexing;

namespace InnovationBot.Search.Embeddings;

/// <summary>A text of the network that has an embedding.</summary>
internal readonly record struct EmbeddedText(Guid Subject, Guid Owner, ChangedKind Kind, string Text)
{
    // About 1,500 tokens: every model takes that many, and what comes later repeats what came before.
    private const int MostCharacters = 6_000;

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..32];

    /// <summary>None for a case that nobody may find.</summary>
    public static IEnumerable<EmbeddedText> Of(Case @case)
    {
        if (!Access.Of(@case).Any()) yield break;
        yield return new(@case.Id.Value, @case.Id.Value, ChangedKind.Case, Cut(string.Join('\n', new[] { @case.Title, @case.Problem, @case.WhatWasDone, @case.Result, @case.Lesson }.Where(part => !string.IsNullOrWhiteSpace(part)))));
    }

    /// <summary>None of somebody who may not be suggested.</summary>
    public static IEnumerable<EmbeddedText> Of(Member member)
    {
        if (!KnownPerson.MayBeFound(member)) yield break;
        foreach (var line in member.Topics.Concat(member.Offers).Distinct()) yield return new(Line(member.Id.Value, line), member.Id.Value, ChangedKind.Member, Cut(line));
    }

    /// <summary>What stands for a line of somebody's profile.</summary>
    public static Guid Line(Guid member, string line)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{member:N} {line}"), hash);
        return new Guid(hash[..16]);
    }

    public static string Cut(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters];
}
