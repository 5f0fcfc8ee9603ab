using System.Text;
using System.Text.Json;
using InnovationBot.Activities;
using InnovationBot.Network;
using InnovationBot.Service.Demo.Acting;
using InnovationBot.Service.Demo.Playground;
using InnovationBot.Service.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace InnovationBot.Service.Demo.Terminal;

/// <summary>The terminal chat, connected to a bot in the same process: texts and presses go over HTTP, what came by itself is looked for in the tray.</summary>
internal static class TerminalSession
{
    public static async Task Run(RunningService service, TextWriter output, CancellationToken stop)
    {
        using var http = service.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        http.BaseAddress = service.Address;
        if (!Console.IsInputRedirected) Console.InputEncoding = Encoding.UTF8;
        ITypedLines lines = Console.IsInputRedirected
            ? new ScriptLines(new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            : new KeyboardLines(Console.In, TimeProvider.System);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var arrivals = new Arrivals(service.Services);
        await new TerminalChat(console, lines, new BotClient(http), arrivals.Take).Run(stop);
    }

    /// <summary>What lies in the tray of whoever the person is at the moment, and a word about other trays.</summary>
    private sealed class Arrivals(IServiceProvider services)
    {
        private static readonly Activity Asker = new()
        {
            Type = ActivityTypes.Message,
            From = new ChannelAccount { Id = PlaygroundConfig.You.UserId, AadObjectId = PlaygroundConfig.You.EntraObjectId },
        };

        public async Task<IReadOnlyList<JsonElement>> Take(CancellationToken stop)
        {
            await services.GetRequiredService<DueNow>().Run(DueNow.Patience, stop);
            var arrived = new List<JsonElement>();
            var played = services.GetRequiredService<PlayedMembers>().Of(Asker);
            if ((played ?? await Self(stop)) is { } id && await services.GetRequiredService<MemberDirectory>().Find(id, stop) is { } member)
            {
                var chat = new TrayChat("terminal", (activity, _) => Keep(activity, arrived), Update: null);
                await services.GetRequiredService<Tray>().Show(member, addressed: played is not null, chat, stop);
            }

            foreach (var news in await services.GetRequiredService<TrayNews>().Next(stop)) await Keep(Activity.Message(news), arrived);
            return arrived;
        }

        private static ValueTask<ConnectorResult> Keep(Activity activity, List<JsonElement> arrived)
        {
            arrived.Add(JsonSerializer.SerializeToElement(activity, ActivityJson.Default.Activity));
            return ValueTask.FromResult(new ConnectorResult { Outcome = ConnectorOutcome.Sent });
        }

        private async Task<MemberId?> Self(CancellationToken stop)
        {
            await using var scope = services.CreateAsyncScope();
            var members = scope.ServiceProvider.GetRequiredService<NetworkDb>().Members;
            var self = await members.Where(member => member.TenantId == PlaygroundConfig.TenantId && member.EntraObjectId == PlaygroundConfig.You.EntraObjectId)
                .Select(member => new { member.Id }).FirstOrDefaultAsync(stop);
            return self?.Id;
        }
    }
}
