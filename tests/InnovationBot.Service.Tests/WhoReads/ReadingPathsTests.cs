using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Time;
using InnovationBot.Search;
using InnovationBot.Service.Tests.CommandLine;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Case = InnovationBot.Network.Cases.Case;

namespace InnovationBot.Service.Tests.WhoReads;

/// <summary>
/// Over every path on which a case could reach somebody: all commands, all buttons, all lists that are searched, links, notices, channels and the
/// command line, taken from what the bot itself registers, so that a new one is tried without anybody's thinking of it.
/// </summary>
public sealed class ReadingPathsTests
{
    /// <summary>What ends the person or what they may see; nothing could be read afterwards.</summary>
    private static readonly HashSet<string> Ends = ["people/forget", "profile/leave", "profile/decline"];

    /// <summary>Of the library's people: who only wrote, who claims an organisation, and who has one and a role.</summary>
    private static readonly int[] Tried = [0, 1, 3];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(20_261)]
    public async Task Nobody_gets_a_word_of_a_case_that_is_not_theirs_to_read(int seed)
    {
        await using var bot = await BotUnderTest.Start();
        var library = new RandomLibrary(seed, bot.Clock.GetUtcNow());
        foreach (var person in library.People) await bot.Of(person.Name).Say("help");
        await bot.Store(async db =>
        {
            await library.Store(db, Stop);
            return 0;
        });
        await bot.Services.GetRequiredService<ISearchIndex>().CatchUp(Stop);
        var ids = await bot.Store(IdsAbout);

        List<string> leaks = [];
        var read = new HashSet<Case>();
        foreach (var (number, person) in library.People.Index().Where(one => Tried.Contains(one.Index)))
        {
            var hidden = library.Cases.Where(c => !library.MayRead(person, c)).ToList();
            hidden.Count.ShouldBeGreaterThan(10);
            await foreach (var (path, text) in Paths(bot, library, person, hidden, ids, new Random(seed + number)))
            {
                foreach (var @case in library.Cases)
                {
                    if (text.Contains(library.Word(@case), StringComparison.OrdinalIgnoreCase))
                    {
                        if (!library.MayRead(person, @case)) leaks.Add($"{person.Name} ({string.Join(' ', person.Roles)}) reads a case {@case.State} for {@case.Readers} by {path}");
                        else read.Add(@case);
                    }
                }
            }
        }

        string.Join('\n', leaks.Distinct()).ShouldBeEmpty();
        read.Count.ShouldBeGreaterThan(3); // the paths do show cases to those who may
    }

    private static async IAsyncEnumerable<(string Path, string Text)> Paths(
        BotUnderTest bot, RandomLibrary library, Member person, List<Case> hidden, ILookup<CaseId, (string Key, string Id)> ids, Random random)
    {
        var chat = bot.Of(person.Name);
        var routes = bot.Services.GetRequiredService<Routes>();
        foreach (var words in Commands())
        {
            foreach (var text in new[] { words, $"{words} {Any().Id}" })
                yield return ($"“{text}”", Written(await chat.Say(text)));
        }

        yield return ("an ask", Written(await chat.Say(RandomLibrary.Problem)));
        foreach (var verb in routes.Verbs.Where(verb => !Ends.Contains(verb)).Order(StringComparer.Ordinal))
        {
            foreach (var @case in new[] { random.Next(3) > 0 ? Any() : library.Cases[random.Next(library.Cases.Count)] })
            {
                var data = new JsonObject { ["kind"] = "still_true", ["status"] = "testing", ["reason"] = "r", ["answer"] = "changed", ["text"] = "x", ["page"] = 0, ["contact"] = "0", ["words"] = "permits" };
                foreach (var (key, id) in ids[@case.Id].GroupBy(one => one.Key).Select(one => one.ElementAt(random.Next(one.Count())))) data[key] = id;
                if (random.Next(2) == 0) yield return (verb, (await chat.Press("some-card", verb, data)).Text);
                else yield return ($"{verb} in a dialog", (await chat.Invoke("task/fetch", new JsonObject { ["data"] = With(data, verb) })).ToString());
            }
        }

        foreach (var command in routes.ExtensionCommands)
        {
            foreach (var typed in new[] { "", "permits", library.Word(Any()) })
                yield return ($"the extension {command}", WithoutEcho((await chat.Invoke("composeExtension/query", Query(command, typed))).ToString(), typed));
        }

        foreach (var dataset in routes.Datasets)
            foreach (var typed in new[] { "", "hous", library.Word(Any()) })
                yield return ($"the list {dataset}", (await chat.Invoke("application/search", new JsonObject { ["queryText"] = typed, ["queryOptions"] = new JsonObject { ["skip"] = 0, ["top"] = 50 }, ["dataset"] = dataset })).ToString());

        foreach (var @case in hidden.Take(8))
        {
            var link = new Uri(bot.Address, $"case/{@case.Id}");
            yield return ("a link", (await chat.Invoke("composeExtension/queryLink", new JsonObject { ["url"] = link.AbsoluteUri })).ToString());
            await chat.Invoke("handoff/action", new JsonObject { ["continuation"] = $"case.{@case.Id}" });
            yield return ("a link that led into the chat", chat.Messages[^1].Body.ToString());
            using var page = await bot.Door.Get(link);
            yield return ("a link's page", await page.Content.ReadAsStringAsync(Stop));
        }

        if (person.Has(Role.Organiser) || person.Has(Role.Administrator))
        {
            var file = Path.Combine(bot.Folder, $"read-{person.Id}.jsonl");
            var exported = await Called.With("export", "cases", file, "--as", chat.Person.Email, "--data", bot.Folder);
            exported.ExitCode.ShouldBe(0, exported.Error);
            yield return ("an export", await File.ReadAllTextAsync(file, Stop));
        }

        await foreach (var notice in Notices(bot, library, person, ids, hidden)) yield return notice;
        var channel = bot.In($"19:{person.Id}@thread.tacv2;messageid=1", "channel");
        await channel.Say(chat.Person, RandomLibrary.Problem);
        if (person == library.People[0]) yield return ("a channel", channel.Text);
        // last: from here on the person's own problems hold the word
        foreach (var @case in new[] { Any(), Any() }) yield return ("an ask of its own words", WithoutOwn(Written(await chat.Say($"{RandomLibrary.Problem}. {library.Word(@case)}")), @case));
        if (person == library.People[0]) yield return ("ask", (await Called.With("ask", RandomLibrary.Problem, "--json", "--data", bot.Folder)).Out);

        Case Any() => hidden[random.Next(hidden.Count)];

        // what somebody wrote themselves is repeated to them
        string WithoutOwn(string text, Case @case) => text.Replace(library.Word(@case), "", StringComparison.OrdinalIgnoreCase);

        static string WithoutEcho(string text, string typed) => typed.Length == 0 ? text : text.Replace(typed, "", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Every kind of notice about everything that has to do with a case, and what comes by itself.</summary>
    private static async IAsyncEnumerable<(string, string)> Notices(
        BotUnderTest bot, RandomLibrary library, Member person, ILookup<CaseId, (string Key, string Id)> ids, List<Case> hidden)
    {
        var reader = library.Ids[person.Id];
        var kinds = bot.Services.GetRequiredService<NoticeKinds>();
        foreach (var (of, kind) in kinds.Kinds.Index().Where(one => library.People[Tried[one.Index % Tried.Length]] == person)) // all of them, over the people
        {
            foreach (var (key, id) in hidden.Where((_, at) => (at + of) % 9 == 0).SelectMany(@case => ids[@case.Id]).DistinctBy(one => one.Key))
            {
                await using var scope = bot.Services.CreateAsyncScope();
                var notice = new Notice { Id = EntityId.New<NoticeId>(bot.Clock.GetUtcNow()), RecipientId = reader, Kind = kind, Subject = Guid.ParseExact(id, "N"), CreatedAt = bot.Clock.GetUtcNow() };
                NoticeMessage? drawn = null;
                try
                {
                    drawn = await ((INoticeRenderer)scope.ServiceProvider.GetRequiredService(kinds.Renderer(kind)!)).Render(notice, new Reading(Say.In(Language.English), TimeZoneInfo.Utc, bot.Clock.GetUtcNow()), Stop);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    // no such notice is ever made: nothing is shown
                }

                if (drawn is not null) yield return ($"the notice {kind} about a {key}", $"{System.Text.Encoding.UTF8.GetString(drawn.Card.ToUtf8())}{drawn.Summary}");
            }
        }
    }

    /// <summary>The first wording of each command, in English.</summary>
    private static IEnumerable<string> Commands() => TextCatalog.Default.All(Language.English).Where(text => text.Key.StartsWith("Commands.", StringComparison.Ordinal))
        .Select(text => text.Value.Fill(name => name).Split(';')[0].Trim());

    /// <summary>All ids that have to do with a case, by every name under which a button could carry them.</summary>
    private static async Task<ILookup<CaseId, (string Key, string Id)>> IdsAbout(NetworkDb db)
    {
        List<(CaseId Case, string Key, string Id)> found = [];
        foreach (var @case in await db.Cases.AsNoTracking().Select(c => c.Id).ToListAsync(Stop))
            foreach (var key in new[] { "case", "list", "from" }) found.Add((@case, key, @case.ToString()));
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.ClrType != typeof(Case)))
        {
            var about = type.GetProperties().FirstOrDefault(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(CaseId));
            if (about is null || type.FindPrimaryKey() is not { Properties: [{ ClrType: { IsValueType: true } idType } id] } || !idType.Name.EndsWith("Id", StringComparison.Ordinal)) continue;
            foreach (var row in await Rows(db, type.ClrType))
            {
                if (about.PropertyInfo!.GetValue(row) is not CaseId @case) continue;
                foreach (var key in Names(idType.Name)) found.Add((@case, key, id.PropertyInfo!.GetValue(row)!.ToString()!));
                if (row is Suggestion suggestion) found.Add((@case, "problem", suggestion.ProblemId.ToString()));
            }
        }

        return found.ToLookup(one => one.Case, one => (one.Key, one.Id));

        // CaseReportId is "caseReport" or "report"
        static IEnumerable<string> Names(string type)
        {
            var name = type[..^2];
            yield return char.ToLowerInvariant(name[0]) + name[1..];
            var last = Enumerable.Range(1, name.Length - 1).LastOrDefault(at => char.IsUpper(name[at]));
            if (last > 0) yield return char.ToLowerInvariant(name[last]) + name[(last + 1)..];
        }
    }

    private static async Task<IReadOnlyList<object>> Rows(NetworkDb db, Type type) =>
        await (Task<IReadOnlyList<object>>)typeof(ReadingPathsTests).GetMethod(nameof(RowsOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [db])!;

    private static async Task<IReadOnlyList<object>> RowsOf<T>(NetworkDb db) where T : class => await db.Set<T>().AsNoTracking().ToListAsync(Stop);

    private static JsonObject With(JsonObject data, string verb)
    {
        var copy = data.DeepClone().AsObject();
        copy["verb"] = verb;
        return copy;
    }

    private static JsonObject Query(string command, string typed) => new()
    {
        ["commandId"] = command, ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = typed.Length == 0 ? "initialRun" : "text", ["value"] = typed.Length == 0 ? "true" : typed }),
    };

    private static string Written(IReadOnlyList<Testing.Connector.ConnectorCall> sent) => string.Join('\n', sent.Select(call => call.Body.ToString()));
}
