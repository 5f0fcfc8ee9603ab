using System.Security.Cryptography;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Ambassadors;

/// <summary>
/// Who can be asked, for one reader: by name whoever that reader may see, everybody else as a kind of organisation. Whoever cannot be
/// asked just now, for whatever reason, is not in it; so that it tells nobody's load.
/// </summary>
public sealed class ListAmbassadors(NetworkDb db, ISearch search, Matcher matcher, Loads loads, TimeProvider clock)
{
    /// <summary>Rows a card can hold.</summary>
    public const int Most = 12;

    /// <param name="Text">An organisation or a topic; empty = everybody.</param>
    public sealed record Request(MemberId By, string Text, Language Language);

    public async Task<Result<AmbassadorList>> Handle(Request request, CancellationToken stop)
    {
        var text = request.Text.Trim();
        var organisations = text.Length < 2 ? [] : await Organisations(text, stop);
        var topics = text.Length < 2 || organisations.Count > 0 ? null : await KnowAbout(request, text, stop);
        var all = await Askable(request.By, request.Language, stop);
        if (all.Refusal is { } refusal) return refusal;

        // a list of one organisation that held somebody unnamed would tell where they are
        var fitting = all.Value.Where(one =>
            (organisations.Count == 0 || (one.Shown.IsNamed && one.Person.OrganisationId is { } of && organisations.ContainsKey(of) && one.Person.OrganisationConfirmed))
            && (topics is null || topics.Contains(one.Person.Id))).ToList();
        return new AmbassadorList(
            text, organisations.Count == 1 ? organisations.Values.Single() : null,
            [.. fitting.Take(Most).Select(one => new ListedAmbassador(one.Handle, one.Shown, one.Shown.IsNamed ? one.Person.Topics : [], one.CanAsk))], fitting.Count > Most);
    }

    /// <summary>Everybody on the reader's list, those near them first.</summary>
    internal async Task<Result<IReadOnlyList<AskableAmbassador>>> Askable(MemberId by, Language language, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } reader) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        var own = await db.OrganisationOf(reader.OrganisationId, stop);
        var asker = new Asker(by, Reader.Of(reader, own), [.. reader.Languages.Prepend(reader.Language).Prepend(language).Distinct()], reader.OrganisationId, false, own?.Tier);
        var members = await db.Members.AsNoTracking().Where(m => m.Ambassador == AmbassadorState.Confirmed && m.State != MemberState.Left).ToListAsync(stop);
        var ids = members.ConvertAll(m => m.Id);
        var (load, apart) = (await loads.Of(ids, now, stop), await matcher.Apart(by, stop));
        var wanted = members.Select(m => m.OrganisationId).OfType<OrganisationId>().Distinct().ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(o => wanted.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stop);
        var country = own?.Country ?? reader.SaysKind?.Country ?? reader.Country;

        List<AskableAmbassador> askable = [];
        foreach (var person in members)
        {
            var organisation = person.OrganisationId is { } id ? organisations.GetValueOrDefault(id) : null;
            var gate = PersonGate.Closed(new Candidate(person, organisation, load.GetValueOrDefault(person.Id, Load.None), []), asker, apart, new HashSet<MemberId>(), now);
            if (gate is not (null or Gate.Language)) continue;
            askable.Add(new AskableAmbassador(HandleOf(by, person.Id), person, organisation, asker.Reader.Show(person, organisation, asker.Languages), gate is null));
        }

        return askable
            .OrderBy(one => one.Organisation is { } of ? of.Id == reader.OrganisationId ? 0 : of.Country == country ? 1 : 2 : 3)
            .ThenBy(one => one.Shown.IsNamed ? 0 : 1).ThenBy(one => one.Shown.Organisation ?? "", StringComparer.OrdinalIgnoreCase)
            .ThenBy(one => one.Shown.Name ?? one.Handle, StringComparer.OrdinalIgnoreCase).ToList();
    }

    /// <summary>Names a person on one reader's cards and nowhere else, so that a card points to nobody.</summary>
    private static string HandleOf(MemberId reader, MemberId person) =>
        Convert.ToHexStringLower(SHA256.HashData([.. reader.Value.ToByteArray(), .. person.Value.ToByteArray()]).AsSpan(0, 16));

    private async Task<Dictionary<OrganisationId, string>> Organisations(string text, CancellationToken stop)
    {
        var names = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Key, o.Name }).ToListAsync(stop);
        var exact = names.Where(o => string.Equals(o.Name, text, StringComparison.OrdinalIgnoreCase) || o.Key == text).ToList();
        return (exact.Count > 0 ? exact : names.Where(o => o.Name.Contains(text, StringComparison.OrdinalIgnoreCase))).ToDictionary(o => o.Id, o => o.Name);
    }

    private async Task<HashSet<MemberId>> KnowAbout(Request request, string text, CancellationToken stop)
    {
        var found = await search.Find(new SearchRequest(text, request.Language, await db.ReaderOf(request.By, stop), Cases: 0, People: Most * 2), stop);
        var named = (await db.Members.AsNoTracking().Where(m => m.Ambassador == AmbassadorState.Confirmed).Select(m => new { m.Id, m.Topics }).ToListAsync(stop))
            .Where(m => m.Topics.Exists(topic => topic.Contains(text, StringComparison.OrdinalIgnoreCase))).Select(m => m.Id);
        return [.. found.People.Select(hit => hit.Id), .. named];
    }
}

internal sealed record AskableAmbassador(string Handle, Member Person, Organisation? Organisation, PersonShown Shown, bool CanAsk);

/// <param name="Text">What was looked for.</param>
/// <param name="Organisation">The one it names.</param>
/// <param name="More">There are more than are shown.</param>
public sealed record AmbassadorList(string Text, string? Organisation, IReadOnlyList<ListedAmbassador> People, bool More);

/// <param name="Handle">Names the person on this reader's cards alone.</param>
/// <param name="Topics">Only of whoever is named.</param>
/// <param name="CanAsk">The two have a language in common.</param>
public sealed record ListedAmbassador(string Handle, PersonShown Shown, IReadOnlyList<string> Topics, bool CanAsk);
