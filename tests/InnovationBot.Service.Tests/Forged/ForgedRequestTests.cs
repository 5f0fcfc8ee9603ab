using System.Text.Json.Nodes;
using InnovationBot.Conversation.People;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Testing;
using InnovationBot.Testing.Hosting;
using InnovationBot.Testing.Stores;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Tests.Forged;

/// <summary>
/// Every verb and every command that the bot registers, pressed and written by people who may not, with the ids of everything that belongs to
/// somebody else: nothing of it changes, none of its words is shown, and each is answered in words. What is added is tried without
/// anybody's thinking of it.
/// </summary>
public sealed class ForgedRequestTests : IClassFixture<ForgedRequestTests.Attacked>
{
    private const string Secret = "zwqsecret";

    /// <summary>Rows that are about the attacker, or about nobody.</summary>
    private static readonly string[] OwnTables = ["Changes", "HandledActivities", "Facts", "AuditPeople", "AuditSegments"];

    private readonly Attacked attacked;

    public ForgedRequestTests(Attacked attacked) => this.attacked = attacked;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A network in which one person owns one of everything.</summary>
    public sealed class Attacked : IAsyncLifetime
    {
        public BotUnderTest Bot { get; private set; } = null!;

        public IReadOnlyDictionary<Type, object> Ids { get; private set; } = null!;

        public MemberId Victim { get; private set; }

        public async ValueTask InitializeAsync()
        {
            Bot = await BotUnderTest.Start();
            await Bot.Of("Vera Victim").Say("help");
            await Bot.Store(async db =>
            {
                Victim = (await db.Members.SingleAsync()).Id;
                var all = OneOfEach.Of(db.Model, Victim, Secret, Bot.Clock.GetUtcNow());
                all.Rows.OfType<Network.Cases.Case>().Single().Readers = Readers.Private; // what everybody may read would prove nothing
                var organisation = all.Rows.OfType<Organisation>().Single();
                (organisation.Name, organisation.Country) = ("Town hall", "SI"); // everybody reads them where organisations are chosen
                db.AddRange(all.Rows);
                Ids = all.Ids;
                return 0;
            });
        }

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    public static TheoryData<string> Attackers => ["a stranger", "another tenant", "a member", "an organiser elsewhere", "a juror"];

    [Theory]
    [MemberData(nameof(Attackers))]
    public async Task No_verb_and_no_command_reads_or_changes_what_belongs_to_somebody_else(string kind)
    {
        var attacker = await Somebody(kind);
        var before = await DumpAtRest();
        before.Count.ShouldBeGreaterThan(40);
        List<string> faults = [];
        foreach (var verb in attacked.Bot.Services.GetRequiredService<Routes>().Verbs.Order(StringComparer.Ordinal))
        {
            foreach (var data in kind == "a stranger" ? new[] { Forged(), [] } : [Forged()]) // a press with nothing in it is the same whoever sends it
            {
                if (verb == "people/forget") continue; // ends the attacker, and nobody else: tried below
                var (status, text) = await attacker.Press(attacked.Bot, verb, data);
                if (status != 200 || text.Length < 20) faults.Add($"{verb} is answered with {status} {text}");
                if (text.Contains(Secret, StringComparison.OrdinalIgnoreCase)) faults.Add($"{verb} shows what is not theirs");
            }
        }

        foreach (var words in Commands())
        {
            foreach (var text in new[] { words, $"{words} {attacked.Ids[typeof(CaseId)]}", $"{words} {attacked.Ids[typeof(EventId)]}" })
            {
                var (status, answer) = await attacker.Say(attacked.Bot, text);
                if (status != 200 || answer.Length < 20) faults.Add($"“{text}” is answered with {status} {answer}");
                if (answer.Contains(Secret, StringComparison.OrdinalIgnoreCase)) faults.Add($"“{text}” shows what is not theirs");
            }
        }

        await attacker.Press(attacked.Bot, "people/forget", Forged());
        await NothingChanged(before, attacker, faults);
    }

    [Fact]
    public async Task No_dialog_list_search_reaction_file_link_or_changed_message_does_so_either()
    {
        var attacker = await Somebody("a member who tries other ways"); // another than above, who had rows of their own
        var before = await DumpAtRest();
        List<string> faults = [];
        var (bot, routes) = (attacked.Bot, attacked.Bot.Services.GetRequiredService<Routes>());
        foreach (var (number, verb) in routes.Verbs.Where(verb => verb != "people/forget").Order(StringComparer.Ordinal).Index())
        {
            var data = Forged();
            data["verb"] = verb;
            Judge($"the dialog {verb}", await attacker.Invoke(bot, number % 2 == 0 ? "task/fetch" : "task/submit", new() { ["data"] = data }));
        }

        foreach (var command in routes.ExtensionCommands)
            foreach (var typed in new[] { "", "zwq", "forged" })
                Judge($"the extension {command}", await attacker.Invoke(bot, "composeExtension/query", new()
                {
                    ["commandId"] = command, ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 }, ["parameters"] = new JsonArray(new JsonObject { ["name"] = "text", ["value"] = typed }),
                }));
        foreach (var dataset in routes.Datasets)
            foreach (var typed in new[] { "", "zwq", "Vera" })
                Judge($"the list {dataset}", await attacker.Invoke(bot, "application/search", new() { ["queryText"] = typed, ["queryOptions"] = new JsonObject { ["skip"] = 0, ["top"] = 50 }, ["dataset"] = dataset }));
        var payload = new JsonObject { ["body"] = new JsonObject { ["content"] = "<p>People wait eleven weeks for a permit</p>" } };
        Judge("an action on a message", await attacker.Invoke(bot, "composeExtension/fetchTask", new() { ["commandId"] = "askNetwork", ["messagePayload"] = payload }));
        Judge("consent to a file", await attacker.Invoke(bot, "fileConsent/invoke", new()
        {
            ["action"] = "accept", ["context"] = new JsonObject { ["what"] = "my-data", ["member"] = attacked.Victim.ToString() },
            ["uploadInfo"] = new JsonObject { ["name"] = "my-data.html", ["uploadUrl"] = $"{bot.Connector.ServiceUrl}stolen", ["contentUrl"] = "https://example.org/x", ["uniqueId"] = "x", ["fileType"] = "html" },
        }));

        foreach (var (type, id) in attacked.Ids)
        {
            if (type == typeof(CaseId)) Judge("a link to a case", await attacker.Invoke(bot, "composeExtension/queryLink", new() { ["url"] = new Uri(bot.Address, $"case/{id}").AbsoluteUri }));
            foreach (var place in new[] { "case", "event" }) Judge("a link that leads into the chat", await attacker.Invoke(bot, "handoff/action", new() { ["continuation"] = $"{place}.{id}" }));
            foreach (var page in new[] { $"case/{id}", $"talk/{id}.ics", $"calendar/{id}.ics", $"files/{id}" })
            {
                using var answer = await bot.Door.Get(new Uri(bot.Address, page));
                Judge(page, ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop)));
            }
        }

        // the victim's own messages and cards, by the ids that the store holds for them
        foreach (var type in new[] { "messageUpdate", "messageDelete", "messageReaction" })
        {
            foreach (var added in new[] { "reactionsAdded", "reactionsRemoved" })
                Judge(type, await attacker.Happens(bot, type, activity =>
                {
                    (activity["id"], activity["replyToId"], activity["text"]) = (Secret, Secret, "forged words about permits");
                    activity[added] = new JsonArray(new JsonObject { ["type"] = "like" });
                }));
        }

        await NothingChanged(before, attacker, faults);

        void Judge(string path, (int Status, string Text) answer)
        {
            if (answer.Status >= 500 && answer.Status != 501) faults.Add($"{path} is answered with {answer.Status}");
            if (answer.Text.Contains(Secret, StringComparison.OrdinalIgnoreCase)) faults.Add($"{path} shows what is not theirs");
        }
    }

    /// <summary>Generated from the addresses that the service has: one that is added is tried.</summary>
    [Fact]
    public async Task No_address_gives_out_a_file_of_somebody_else_and_only_its_own_secret_uses_it_up()
    {
        var bot = attacked.Bot;
        var link = (await bot.Services.GetRequiredService<IOneTimeLinks>().Offer(attacked.Victim, "my-data.json", "application/json", System.Text.Encoding.UTF8.GetBytes(Secret), Stop)).ShouldNotBeNull();
        var kept = await bot.Store(db => db.OneTimeFiles.AsNoTracking().Where(file => file.Key.Length == 64).OrderByDescending(file => file.ExpiresDue).Select(file => file.Key).FirstAsync(Stop));
        var secret = link.AbsolutePath[(link.AbsolutePath.LastIndexOf('/') + 1)..];
        string[] guesses =
        [
            kept, kept[..43], kept[..32], Guess(Convert.FromHexString(kept)), Guess(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(attacked.Victim.ToString()))),
            Guess(new byte[32]), $"{secret}=", secret[..42], secret.ToUpperInvariant(), $"..%2f{secret}", .. attacked.Ids.Values.Select(id => id.ToString()!),
        ];
        List<string> faults = [];
        var patterns = bot.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern).DistinctBy(pattern => pattern.RawText).ToList();
        patterns.Count.ShouldBeGreaterThan(3);
        foreach (var pattern in patterns)
            foreach (var guess in pattern.Parameters.Count == 0 ? [""] : guesses)
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options })
                    await Judge(method, string.Concat(pattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : part is RoutePatternSeparatorPart separator ? separator.Content : guess)))));
        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options }) await Judge(method, link.AbsolutePath); // a scanner that looks at links asks so
        string.Join('\n', faults).ShouldBeEmpty();

        using var own = await bot.Door.Get(link);
        (await own.Content.ReadAsStringAsync(Stop)).ShouldBe(Secret);
        using var again = await bot.Door.Get(link);
        (await again.Content.ReadAsStringAsync(Stop)).ShouldNotContain(Secret);

        static string Guess(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

        async Task Judge(HttpMethod method, string path)
        {
            using var answer = await bot.Door.Ask(method, new Uri(bot.Address, path));
            if ((int)answer.StatusCode >= 500) faults.Add($"{method} {path} is answered with {(int)answer.StatusCode}");
            if ((await answer.Content.ReadAsStringAsync(Stop)).Contains(Secret, StringComparison.OrdinalIgnoreCase)) faults.Add($"{method} {path} shows what is not theirs");
        }
    }

    private async Task NothingChanged(Dictionary<string, Dictionary<string, string>> before, Attacker attacker, List<string> faults)
    {
        var after = await Dump();
        foreach (var (row, columns) in before)
        {
            if (OwnTables.Any(table => row.StartsWith(table + " ", StringComparison.Ordinal)) || columns.Values.Any(value => value == attacker.EntraId && columns.GetValueOrDefault("TenantId") == attacker.Tenant)) continue;
            if (!after.TryGetValue(row, out var now)) faults.Add($"{row} is gone");
            else faults.AddRange(columns.Where(column => now[column.Key] != column.Value).Select(column => $"{row}.{column.Key} was {column.Value} and is {now[column.Key]}"));
        }

        string.Join('\n', faults.Take(40)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sender_of_another_tenant_with_the_same_id_is_somebody_else()
    {
        var vera = attacked.Bot.Of("Vera Victim").Person;
        var other = new Attacker("Vera of elsewhere", vera.UserId + "-elsewhere", vera.EntraObjectId, "9f2c1d7e-0000-4000-8000-00000000beef");
        (await other.Say(attacked.Bot, "my data")).Text.ShouldNotContain(Secret);
        (await attacked.Bot.Store(db => db.Members.CountAsync(member => member.EntraObjectId == vera.EntraObjectId))).ShouldBe(2);
        await other.Press(attacked.Bot, "people/forget", []);
        (await attacked.Bot.Store(db => db.Members.AnyAsync(member => member.Id == attacked.Victim))).ShouldBeTrue();
    }

    private async Task<Attacker> Somebody(string kind)
    {
        var attacker = new Attacker(
            kind, $"29:{kind.Replace(' ', '.')}", new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(kind)).AsSpan(0, 16)).ToString(),
            kind == "another tenant" ? "9f2c1d7e-0000-4000-8000-00000000cafe" : TestPerson.TenantId);
        if (kind is "a stranger" or "another tenant") return attacker;

        await attacker.Press(attacked.Bot, "profile/join", new() { ["findable"] = "true", ["contactable"] = "true" });
        await attacked.Bot.Store(async db =>
        {
            var member = await db.Members.SingleAsync(one => one.EntraObjectId == attacker.EntraId, Stop);
            if (kind == "a juror") member.Give(Role.Juror);
            if (kind != "an organiser elsewhere") return 0;
            var elsewhere = new Organisation { Id = EntityId.New<OrganisationId>(attacked.Bot.Clock.GetUtcNow()), Key = "elsewhere", Name = "Elsewhere", Country = "SI", CreatedAt = attacked.Bot.Clock.GetUtcNow() };
            db.Add(elsewhere);
            (member.OrganisationId, member.OrganisationProof) = (elsewhere.Id, OrganisationProof.Import);
            member.Give(Role.OrganisationOrganiser);
            return 0;
        });
        return attacker;
    }

    /// <summary>Every id under every name that a button could carry it by, and a word or number for whatever else is read.</summary>
    private JsonObject Forged()
    {
        var data = new JsonObject
        {
            ["kind"] = "workshop", ["status"] = "implemented", ["reason"] = "because of it", ["answer"] = "changed to that", ["text"] = "forged words", ["page"] = 1, ["contact"] = "0",
            ["words"] = "permits", ["email"] = "somebody@test.example", ["role"] = "organiser", ["purpose"] = "findable", ["give"] = "true", ["visibility"] = "listed", ["cadence"] = "monthly",
            ["until"] = "open", ["changed"] = "nothing", ["thanks"] = "thanks to you", ["blurb"] = "a forged request", ["offer"] = "forged help", ["topic"] = "forged topic", ["title"] = "Forged title",
            ["name"] = "Forged name", ["tier"] = "local", ["sector"] = "public", ["country"] = "SI", ["edition"] = "1", ["version"] = "1", ["number"] = "1", ["go"] = "next", ["readers"] = "network",
            ["done"] = "forged", ["problem_text"] = "forged", ["lesson"] = "forged lesson", ["result"] = "forged result", ["about"] = "forged about", ["service"] = "forged service", ["mask"] = "true",
            ["language"] = "en", ["share"] = "true", ["channel"] = "forged channel", ["question"] = "forged question", ["report"] = "forged report", ["seat"] = "place",
        };
        foreach (var (type, id) in attacked.Ids)
            foreach (var name in Names(type.Name)) data[name] = id.ToString();
        foreach (var name in new[] { "who", "member", "person", "of", "by" }) data[name] = attacked.Victim.ToString();
        foreach (var name in new[] { "list", "from", "into", "known" }) data[name] = attacked.Ids[typeof(CaseId)].ToString();
        return data;

        // CaseReportId is "caseReport" or "report"
        static IEnumerable<string> Names(string type)
        {
            var name = type[..^2];
            yield return char.ToLowerInvariant(name[0]) + name[1..];
            var last = Enumerable.Range(1, name.Length - 1).LastOrDefault(at => char.IsUpper(name[at]));
            if (last > 0) yield return char.ToLowerInvariant(name[last]) + name[(last + 1)..];
        }
    }

    private static IEnumerable<string> Commands() => TextCatalog.Default.All(Language.English).Where(text => text.Key.StartsWith("Commands.", StringComparison.Ordinal))
        .Select(text => text.Value.Fill(name => name).Split(';')[0].Trim());

    /// <summary>Once everything has left that those before this attacker led to: what changes from then on, this one changed.</summary>
    private async Task<Dictionary<string, Dictionary<string, string>>> DumpAtRest()
    {
        var began = TimeProvider.System.GetTimestamp();
        var now = attacked.Bot.Clock.GetUtcNow();
        while (await attacked.Bot.Store(db => db.Notices.AnyAsync(notice => notice.State == NoticeState.Sending || (notice.State == NoticeState.Queued && notice.Due <= now), Stop)))
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience.Limit) throw new TimeoutException("Messages do not leave.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stop);
        }

        return await Dump();
    }

    private async Task<Dictionary<string, Dictionary<string, string>>> Dump() => await attacked.Bot.Store(db => StoreDump.Of(db, Stop));
}
