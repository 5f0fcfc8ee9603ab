using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>Requests of a person and to them, each as their side may see it, and whom they do not want to meet again.</summary>
public sealed class IntroductionsData(NetworkDb db, IntroductionViews views, RequestNotices notices, TimeProvider clock) : IPersonalData
{
    public string Name => "introductions";

    public IReadOnlyCollection<(Type, string)> Holds =>
    [
        (typeof(Introduction), nameof(Introduction.TakerId)), (typeof(Introduction), nameof(Introduction.GiverId)),
        (typeof(BlockedPair), nameof(BlockedPair.ById)), (typeof(BlockedPair), nameof(BlockedPair.OtherId)),
    ];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        List<object> shown = [];
        foreach (var introduction in await Of(person).OrderBy(i => i.CreatedAt).ToListAsync(stop))
        {
            if (await views.Exactly(introduction, person.Id, stop) is not { } view) continue;
            shown.Add(new
            {
                view.Id, view.Problem, view.Side, view.Stage, view.Kind, text = view.Blurb, view.BlurbLanguage, view.Other,
                contact = view.Contact is { } contact ? new { contact.Name, contact.Email } : null,
                view.Reasons, view.Question, view.QuestionAnswer, view.WrittenAnswer, view.CreatedAt, view.AskedAt, view.IntroducedAt, view.OwnReport,
                introduction.PolicyVersion,
            });
        }

        // Who said so about this person is that other's; that it was said by this person is theirs.
        var apart = await db.BlockedPairs.AsNoTracking().Where(p => p.ById == person.Id).Select(p => p.CreatedAt).ToListAsync(stop);
        return ExportedJson.Of(new { requests = shown, neverAgainWith = apart.Order().Select(at => new { at }) });
    }

    public async Task Erase(Member person, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var introduction in await Of(person).ToListAsync(stop))
        {
            var (isTaker, waited) = (introduction.TakerId == person.Id, introduction.State is IntroductionState.GiverAsked or IntroductionState.TakerQuestioned);
            var knewOfIt = introduction.State is IntroductionState.Answered or IntroductionState.Introduced or IntroductionState.FollowedUp;
            introduction.Erase(person.Id, now);

            var other = isTaker ? introduction.GiverId : introduction.TakerId;
            if (isTaker) await notices.EndRequest(introduction, tellGiver: waited, stop);
            else await notices.Redraw(introduction, other, stop);
            if (knewOfIt && other != default) notices.TellLater(other, IntroductionNotices.Withdrawn, introduction.Id.Value);
            if (introduction.TakerId == default && introduction.GiverId == default) db.Introductions.Remove(introduction);
        }

        db.BlockedPairs.RemoveRange(await db.BlockedPairs.Where(p => p.ById == person.Id || p.OtherId == person.Id).ToListAsync(stop));
    }

    private IQueryable<Introduction> Of(Member person) => db.Introductions.Where(i => i.TakerId == person.Id || i.GiverId == person.Id);
}
