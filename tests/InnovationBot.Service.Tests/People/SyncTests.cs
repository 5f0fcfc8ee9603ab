using System.Text.Json.Nodes;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Service.People.Sync;
using InnovationBot.Service.Tests.CommandLine;
using InnovationBot.Storage;
using InnovationBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Tests.People;

/// <summary>An organisation's people follow its own list: a file, or a directory that speaks Microsoft Graph's delta query; and messages are for its groups.</summary>
public sealed class SyncTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-sync-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("https://graph.microsoft.com/", "https://graph.microsoft.com/.default")]
    [InlineData("https://graph.microsoft.us", "https://graph.microsoft.us/.default")]
    [InlineData("https://microsoftgraph.chinacloudapi.cn/", "https://microsoftgraph.chinacloudapi.cn/.default")]
    [InlineData("http://127.0.0.1:5000/", "https://graph.microsoft.com/.default")]
    public void A_token_is_asked_for_of_the_cloud_whose_people_are_read(string endpoint, string scope) => new GraphOptions { Endpoint = endpoint }.Scope.ShouldBe(scope);

    [Fact]
    public async Task Who_is_in_the_file_no_more_ends_and_who_is_new_is_invited()
    {
        await Town();
        (await Sync("email,name\nana@town.example,Ana\njan@town.example,Jan\n")).ExitCode.ShouldBe(0);
        await Change("jan@town.example", member => member.State = MemberState.Active);

        var dry = await Sync("email,name\neva@town.example,Eva\n", "--dry-run");
        (dry.ExitCode, dry.Out).ShouldSatisfyAllConditions(told => told.ExitCode.ShouldBe(0), told => told.Out.ShouldContain("would end: 2"));
        (await Sync("email,name\neva@town.example,Eva\n", "--leavers-at-most", "1")).Error.ShouldContain("2 people would end");
        (await Sync("email,name\neva@town.example,Eva\njan@town.example,Jan\n", "--leavers-at-most", "0")).Error.ShouldContain("1 person would end");
        var done = await Sync("email,name\neva@town.example,Eva\n");
        done.Out.ShouldContain("ended: 2");

        var people = await Read(db => db.Members.AsNoTracking().ToListAsync(Stop));
        people.ShouldNotContain(member => member.Email == "ana@town.example", "never answered: forgotten");
        people.Single(member => member.Email == "jan@town.example").ShouldSatisfyAllConditions(jan => jan.State.ShouldBe(MemberState.Left), jan => jan.OrganisationId.ShouldBeNull());
        people.Single(member => member.Email == "eva@town.example").State.ShouldBe(MemberState.Invited);
    }

    [Fact]
    public async Task A_broken_file_ends_nobody()
    {
        await Town();
        await Sync("email,name\nana@town.example,Ana\n");
        (await Sync("email,name\nno address,Ana\n")).ExitCode.ShouldBe(2);
        (await Sync("email,name\n", "--organisation", "nowhere")).ExitCode.ShouldNotBe(0);
        (await Read(db => db.Members.CountAsync(Stop))).ShouldBe(1);
    }

    [Fact]
    public async Task A_directory_is_read_in_pages_first_and_then_only_what_changed()
    {
        await Town();
        await using var directory = await Graphs.Start();
        (await Graph(directory)).Out.ShouldContain("ended: 0");
        (await Read(db => db.Members.OrderBy(m => m.Email).Select(m => m.Email).ToListAsync(Stop))).ShouldBe(["ana@town.example", "jan@town.example"]);

        (await Graph(directory)).Out.ShouldContain("ended: 1");
        (await Read(db => db.Members.OrderBy(m => m.Email).Select(m => m.Email).ToListAsync(Stop))).ShouldBe(["eva@town.example", "jan@town.example"]);
        directory.Asked.ShouldBe(["first", "second", "changes"]);
        directory.Tokens.ShouldAllBe(token => token == "Bearer a-token");

        // a change tells nothing but what changed, and the directory is busy first
        directory.Busy = 2;
        (await Graph(directory)).ExitCode.ShouldBe(0);
        (await Read(db => db.Members.SingleAsync(m => m.Email == "jan@town.example", Stop))).ShouldSatisfyAllConditions(jan => jan.Role.ShouldBe("Planner"), jan => jan.Name.ShouldBe("Jan"));

        // the directory forgot where the last reading ended: everybody is read again, and who is there no more ends
        directory.Forgets = true;
        var again = await Graph(directory);
        again.ShouldSatisfyAllConditions(told => told.ExitCode.ShouldBe(0), told => told.Error.ShouldContain("everybody was read again"), told => told.Out.ShouldContain("ended: 1"));
        (await Read(db => db.Members.OrderBy(m => m.Email).Select(m => m.Email).ToListAsync(Stop))).ShouldBe(["ana@town.example", "jan@town.example"]);
        directory.Asked.Skip(3).ShouldBe(["busy", "busy", "later", "later", "first", "second"]);
    }

    [Fact]
    public async Task Graph_is_off_until_an_app_is_named_and_follows_nobody_elsewhere()
    {
        await Town();
        var off = await Called.With("sync", "people", "--graph", "--organisation", "town", "--data", Named("data"));
        (off.ExitCode, off.Error).ShouldSatisfyAllConditions(told => told.ExitCode.ShouldBe(2), told => told.Error.ShouldContain("is off"));
        await using var directory = await Graphs.Start(elsewhere: true);
        (await Graph(directory)).Error.ShouldContain("another host");
        (await Called.With("sync", "people", "--organisation", "town", "--data", Named("data"))).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_group_of_the_directory_is_who_a_message_is_for()
    {
        await Town();
        await using var directory = await Graphs.Start();
        await Graph(directory);
        (await Message(directory, "Mobility 'team'")).ExitCode.ShouldBe(0);
        var audience = (await Read(db => db.Broadcasts.AsNoTracking().SingleAsync(Stop))).Audience!;
        audience.Groups.ShouldBe(["Mobility 'team'"]);
        audience.InGroups!.Single().ShouldBe((await Read(db => db.Members.SingleAsync(member => member.Email == "jan@town.example", Stop))).Id, "whoever is in it and in the network, also on its second page");

        (await Message(directory, "Nobody's")).ShouldSatisfyAllConditions(told => told.ExitCode.ShouldBe(1), told => told.Error.ShouldContain("no group"));
        (await Message(directory, "00000000-0000-4000-8000-0000000000ff")).Error.ShouldContain("no group");
        (await Message(null, "Mobility 'team'")).ShouldSatisfyAllConditions(told => told.ExitCode.ShouldBe(1), told => told.Error.ShouldContain("Microsoft Graph is set up"));
        (await Read(db => db.Broadcasts.CountAsync(Stop))).ShouldBe(1);
    }

    private async Task<Called> Message(Graphs? directory, string group)
    {
        await File.WriteAllTextAsync(Named("message.json"), new JsonObject
        {
            ["kind"] = "message", ["title"] = "Timetables", ["text"] = "We meet on Monday.", ["audience"] = new JsonObject { ["entra_group"] = new JsonArray(group) },
        }.ToJsonString(), Stop);
        return await Called.With(["create", "broadcast", Named("message.json"), "--data", Named("data"), .. directory is null ? [] : Settings(directory)]);
    }

    private Task<Called> Graph(Graphs directory) => Called.With(["sync", "people", "--graph", "--organisation", "town", "--data", Named("data"), .. Settings(directory)]);

    private static string[] Settings(Graphs directory) =>
    [
        "--Graph:ClientId", "app", "--Graph:Secret", "secret", "--Graph:TenantId", "home", "--Graph:Endpoint", directory.Address.AbsoluteUri, "--Graph:LoginEndpoint", directory.Address.AbsoluteUri,
    ];

    private async Task<Called> Sync(string csv, params string[] more)
    {
        await File.WriteAllTextAsync(Named("people.csv"), csv, Stop);
        return await Called.With(["sync", "people", Named("people.csv"), .. more.Contains("--organisation") ? [] : new[] { "--organisation", "town" }, "--data", Named("data"), .. more]);
    }

    private async Task Town()
    {
        await File.WriteAllTextAsync(Named("organisations.jsonl"), """{"id":"town","name":"Town","tier":"local","sector":"public","country":"SI"}""", Stop);
        (await Called.With("import", "organisations", Named("organisations.jsonl"), "--data", Named("data"))).ExitCode.ShouldBe(0);
    }

    private async Task Change(string email, Action<Member> change) => await Read(async db =>
    {
        change(await db.Members.SingleAsync(member => member.Email == email, Stop));
        return await db.SaveChangesAsync(Stop);
    });

    private async Task<T> Read<T>(Func<NetworkDb, Task<T>> read)
    {
        var file = Directory.EnumerateFiles(Named("data"), "*.db", SearchOption.AllDirectories).Single();
        await using var services = new ServiceCollection().AddStore($"Data Source={file};Pooling=False").BuildServiceProvider();
        await using var db = services.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext();
        return await read(db);
    }

    private string Named(string file) => Path.Combine(folder, file);

    /// <summary>Stands in for Microsoft Entra and Microsoft Graph: two pages of people, then one change and one account removed.</summary>
    private sealed class Graphs : IAsyncDisposable
    {
        private LoopbackServer server = null!;

        public List<string> Asked { get; } = [];

        public List<string> Tokens { get; } = [];

        public Uri Address => server.Address;

        /// <summary>So many requests are put off before one is answered.</summary>
        public int Busy { get; set; }

        /// <summary>Knows nothing of a place it gave out.</summary>
        public bool Forgets { get; set; }

        public static async Task<Graphs> Start(bool elsewhere = false)
        {
            var directory = new Graphs();
            directory.server = await LoopbackServer.Start(application =>
            {
                application.MapPost("/home/oauth2/v2.0/token", () => Results.Json(new { token_type = "Bearer", access_token = "a-token", expires_in = 3600 }));
                application.MapGet("/v1.0/groups", (HttpRequest request) => Results.Text(
                    Page(request.Query["$filter"] == "displayName eq 'Mobility ''team'''" ? [new JsonObject { ["id"] = Id("a") }] : [], "none", "").ToJsonString(), "application/json"));
                application.MapGet("/v1.0/groups/{id}/transitiveMembers/microsoft.graph.user", (string id, HttpRequest request) => id != Id("a") ? Results.NotFound() : Results.Text(
                    (request.Query.ContainsKey("page")
                        ? Page([new JsonObject { ["id"] = Id("2") }], "none", "")
                        : Page([new JsonObject { ["id"] = Id("7") }], "@odata.nextLink", new Uri(directory.Address, request.Path + "?page=2").AbsoluteUri)).ToJsonString(), "application/json"));
                application.MapGet("/v1.0/users/delta", (HttpRequest request) =>
                {
                    if (directory.Busy > 0 && directory.Busy-- > 0)
                    {
                        directory.Asked.Add("busy");
                        request.HttpContext.Response.Headers.RetryAfter = "0";
                        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
                    }

                    directory.Tokens.Add(request.Headers.Authorization.ToString());
                    var page = request.Query["page"].ToString() is { Length: > 0 } named ? named : "first";
                    directory.Asked.Add(page);
                    if (directory.Forgets && page == "later") return Results.StatusCode(StatusCodes.Status410Gone);
                    var at = new Uri(directory.Address, "v1.0/users/delta").AbsoluteUri;
                    return Results.Text((elsewhere ? Page([], "@odata.nextLink", "https://evil.example/users") : page switch
                    {
                        "first" => Page([Person("1", "Ana", "ana@town.example"), Person("9", "Guest", "guest@else.example", "Guest")], "@odata.nextLink", at + "?page=second"),
                        "second" => Page([Person("2", "Jan", "jan@town.example")], "@odata.deltaLink", at + "?page=changes"),
                        "later" => Page([new JsonObject { ["id"] = Id("2"), ["jobTitle"] = "Planner" }], "@odata.deltaLink", at + "?page=later"),
                        _ => Page([Person("3", "Eva", "eva@town.example"), new JsonObject { ["id"] = Id("1"), ["@removed"] = new JsonObject { ["reason"] = "deleted" } }], "@odata.deltaLink", at + "?page=later"),
                    }).ToJsonString(), "application/json");
                });
            });
            return directory;
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();

        private static JsonObject Page(JsonNode[] people, string link, string address) => new() { ["value"] = new JsonArray(people), [link] = address };

        private static JsonObject Person(string id, string name, string mail, string type = "Member") => new()
        {
            ["id"] = Id(id), ["displayName"] = name, ["mail"] = mail, ["accountEnabled"] = true, ["usageLocation"] = "SI", ["preferredLanguage"] = "sl-SI", ["userType"] = type, ["jobTitle"] = null,
        };

        private static string Id(string digit) => $"00000000-0000-4000-8000-00000000000{digit}";
    }
}
