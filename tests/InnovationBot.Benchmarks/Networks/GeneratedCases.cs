using System.Globalization;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Benchmarks.Networks;

/// <summary>
/// Cases put together from the sentences of the sample's cases of one language, so that words are as common and as rare as people write
/// them; a made-up place in each gives the index the long tail of words that a real one has. The same for the same seed.
/// </summary>
internal sealed class GeneratedCases(IServiceProvider services, int seed)
{
    private const int Batch = 1_000;

    private static readonly string[] Syllables = ["mar", "ven", "lo", "dra", "kes", "bri", "to", "sel", "nau", "fje", "ost", "wal", "ri", "zam", "hol", "pe"];

    private readonly Random random = new(seed);
    private readonly DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();

    public async Task Add(int count, CancellationToken stop)
    {
        var byLanguage = (await Read(stop)).GroupBy(one => one.Language).Select(group => group.ToArray()).ToArray();
        var most = byLanguage.Sum(group => group.Length);
        for (var made = most; made < count;)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
            for (var i = 0; i < Batch && made < count; i++, made++) db.Cases.Add(Mixed(byLanguage[random.Next(byLanguage.Length)], made));
            await db.SaveChangesAsync(stop);
        }
    }

    private async Task<List<Case>> Read(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NetworkDb>().Cases.AsNoTracking().Include(one => one.Contacts).ToListAsync(stop);
    }

    private Case Mixed(Case[] cases, int number)
    {
        var (first, second, third) = (Any(cases), Any(cases), Any(cases));
        var place = Place();
        var id = EntityId.New<CaseId>(now);
        return new Case
        {
            Id = id,
            Key = string.Create(CultureInfo.InvariantCulture, $"generated-{number:d6}"),
            Title = $"{first.Title} ({place})",
            Problem = $"{place}: {Sentences(first.Problem, second.Problem)}",
            WhatWasDone = Sentences(second.WhatWasDone, third.WhatWasDone),
            Outcome = first.Outcome,
            Result = second.Result,
            Lesson = third.Lesson,
            OrganisationId = first.OrganisationId,
            PolicyArea = first.PolicyArea,
            Tier = first.Tier,
            Sector = first.Sector,
            Country = first.Country,
            Tags = [.. first.Tags.Union(second.Tags).Take(5)],
            Year = 2012 + random.Next(14),
            Language = first.Language,
            Barriers = [.. second.Barriers],
            Contacts = [.. first.Contacts.Select(contact => new CaseContact { CaseId = id, MemberId = contact.MemberId, Position = contact.Position })],
            CreatedAt = now,
            PublishedAt = now,
            ConfirmedAt = now,
        };
    }

    private Case Any(Case[] cases) => cases[random.Next(cases.Length)];

    /// <summary>Half of what each says, in an order of chance.</summary>
    private string Sentences(string one, string other)
    {
        var all = one.Split(". ").Concat(other.Split(". ")).ToArray();
        random.Shuffle(all);
        return string.Join(". ", all.Take(Math.Max(1, all.Length / 2)));
    }

    private string Place()
    {
        var name = string.Concat(Enumerable.Range(0, 3 + random.Next(2)).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
