using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Profile;

/// <summary>Problems that somebody has handled, each with what bears it out, and what they offer.</summary>
public sealed class EditTopics(NetworkDb db, ShowProfile show, TimeProvider clock)
{
    /// <summary>More would make everybody an expert in everything.</summary>
    public const int Most = 20;

    /// <summary>Characters of one topic or offer.</summary>
    public const int Longest = 300;

    public const int MostYears = 60;

    /// <param name="case">One of the person's own published cases.</param>
    /// <param name="years">1 to <see cref="MostYears"/>.</param>
    /// <returns>What is missing, too long or too much; <see cref="Refusal.NotFound"/> for a case that is not the person's.</returns>
    public Task<Result<ProfileView>> Add(MemberId by, string topic, CaseId? @case, int? years, CancellationToken stop) => Change(by, async member =>
    {
        if (Check(topic) is { } wrong) return wrong;
        if (years is < 1 or > MostYears) return ProfileRefusals.YearsOutOfRange;
        if (@case is { } id && !await db.Cases.IsOwn(id, by, stop)) return Refusal.NotFound;
        if (!member.Topics.Contains(topic.Trim()) && member.Topics.Count >= Most) return ProfileRefusals.TooManyTopics;

        member.AddTopic(topic.Trim(), @case, @case is null ? years : null, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return null;
    }, stop);

    public Task<Result<ProfileView>> Remove(MemberId by, string topicOrOffer, CancellationToken stop) => Change(by, member =>
    {
        member.Drop(topicOrOffer);
        return Task.FromResult<Refusal?>(null);
    }, stop);

    public Task<Result<ProfileView>> AddOffer(MemberId by, string offer, CancellationToken stop) => Change(by, member =>
    {
        if (Check(offer) is { } wrong) return Task.FromResult<Refusal?>(wrong);
        if (member.Offers.Contains(offer.Trim())) return Task.FromResult<Refusal?>(null);
        if (member.Offers.Count >= Most) return Task.FromResult<Refusal?>(ProfileRefusals.TooManyTopics);

        member.Offers = [.. member.Offers, offer.Trim()];
        return Task.FromResult<Refusal?>(null);
    }, stop);

    private static Refusal? Check(string text) =>
        string.IsNullOrWhiteSpace(text) ? ProfileRefusals.TopicMissing : text.Trim().Length > Longest ? ProfileRefusals.TopicTooLong : null;

    private async Task<Result<ProfileView>> Change(MemberId by, Func<Member, Task<Refusal?>> change, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (!member.HasJoined) return ProfileRefusals.NotJoined;
        if (await change(member) is { } refusal) return refusal;

        db.Changes.Add(Outbox.Change.Of(ChangedKind.Member, by.Value, clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        return await show.Handle(by, stop);
    }
}

/// <summary>Cases that bear out what a person says to have handled.</summary>
internal static class OwnCases
{
    public static Task<bool> IsOwn(this IQueryable<Cases.Case> cases, CaseId id, MemberId by, CancellationToken stop) =>
        cases.AnyAsync(c => c.Id == id && (c.AuthorId == by || c.Contacts.Any(contact => contact.MemberId == by)), stop);
}
