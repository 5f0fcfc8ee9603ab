using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions.ShortAnswers;

/// <summary>Asker and giver make an answer in writing one that others find: one proposes a text, the other agrees to exactly that; either takes it back.</summary>
public sealed class KeepShortAnswer(NetworkDb db, TimeProvider clock)
{
    /// <summary>What there is, or what the form begins with.</summary>
    /// <returns><see cref="Refusal.NotFound"/> for whoever is on neither side, and for an introduction without an answer in writing.</returns>
    public async Task<Result<ShortAnswerView>> Show(IntroductionId id, MemberId by, CancellationToken stop) =>
        await Find(id, by, stop) is var (introduction, answer) ? View(introduction, answer, by) : Refusal.NotFound;

    /// <summary>Proposes a text, or another one: whoever writes it agrees to it, the other side is asked.</summary>
    public async Task<Result<ShortAnswerView>> Write(IntroductionId id, MemberId by, string problem, string text, Language language, CancellationToken stop)
    {
        if (await Find(id, by, stop) is not var (introduction, answer)) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var edition = answer?.Edition;
        if (answer is null)
        {
            var giver = await db.MemberOf(introduction.GiverId, stop);
            answer = new ShortAnswer
            {
                Id = EntityId.New<ShortAnswerId>(now), IntroductionId = id, TakerId = introduction.TakerId, GiverId = introduction.GiverId, Problem = "", Text = "",
                Kind = giver is null ? null : (await db.OrganisationOf(giver.OrganisationId, stop))?.Kind ?? giver.SaysKind, AnsweredAt = introduction.WrittenAt ?? introduction.CreatedAt,
            };
        }

        if (answer.Write(by, problem, text, language, now) is { } refusal) return refusal;
        if (edition is null) db.ShortAnswers.Add(answer);
        if (answer.Edition != edition) db.Notices.Add(Notice.To(answer.Other(by), ShortAnswerNotices.Asked, id.Value, now, NoticeTiming.WorkingHours, NoticePriority.Match));
        return await Saved(introduction, answer, by, now, stop);
    }

    /// <param name="edition">The text that was shown.</param>
    public async Task<Result<ShortAnswerView>> Agree(IntroductionId id, MemberId by, int edition, CancellationToken stop)
    {
        if (await Find(id, by, stop) is not var (introduction, answer) || answer is null) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return answer.Agree(by, edition, now) is { } refusal ? refusal : await Saved(introduction, answer, by, now, stop);
    }

    /// <summary>Nobody finds it any more, from the same moment; nothing of it stays.</summary>
    public async Task<Result<ShortAnswerView>> Withdraw(IntroductionId id, MemberId by, CancellationToken stop)
    {
        if (await Find(id, by, stop) is not var (introduction, answer)) return Refusal.NotFound;
        if (answer is null) return View(introduction, null, by);
        db.ShortAnswers.Remove(answer);
        db.Changes.Add(Change.Of(ChangedKind.ShortAnswer, answer.Id.Value, clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        return View(introduction, null, by);
    }

    private async Task<(Introduction, ShortAnswer?)?> Find(IntroductionId id, MemberId by, CancellationToken stop) =>
        await db.MemberOf(by, stop) is not null && await db.Introductions.FindAsync([id], stop) is { WrittenAnswer: not null } introduction && introduction.SideOf(by) is not null
            ? (introduction, await db.ShortAnswers.SingleOrDefaultAsync(a => a.IntroductionId == id, stop))
            : null;

    private async Task<ShortAnswerView> Saved(Introduction introduction, ShortAnswer answer, MemberId by, DateTimeOffset now, CancellationToken stop)
    {
        db.Changes.Add(Change.Of(ChangedKind.ShortAnswer, answer.Id.Value, now));
        await db.SaveChangesAsync(stop);
        return View(introduction, answer, by);
    }

    private static ShortAnswerView View(Introduction introduction, ShortAnswer? answer, MemberId by) => new(
        introduction.Id, answer, answer?.AgreedBy(by) == true, answer?.Problem ?? FirstSentence(introduction.Blurb), answer?.Text ?? introduction.WrittenAnswer ?? "");

    private static string FirstSentence(string text)
    {
        var line = text.AsSpan().Trim();
        var end = line.IndexOfAny("\n.!?");
        return Problems.Problem.Cut((end > 0 ? line[..(line[end] == '\n' ? end : end + 1)] : line).ToString(), ShortAnswer.LongestProblem);
    }
}

/// <param name="Answer">None while nobody proposed a text.</param>
/// <param name="Agreed">The reader agreed to the text as it is.</param>
/// <param name="Problem">As it is, or for the form to begin with; as <paramref name="Text"/>.</param>
public sealed record ShortAnswerView(IntroductionId Introduction, ShortAnswer? Answer, bool Agreed, string Problem, string Text);

public static class ShortAnswerNotices
{
    /// <summary>To the other side: is this the text that others may find? The subject is the introduction.</summary>
    public const string Asked = "introduction.short_answer";
}
