using InnovationBot.Activities;
using Microsoft.Extensions.Hosting;

namespace InnovationBot.Service.Demo.Acting;

/// <summary>Tells whoever plays that something arrived for somebody they do not play.</summary>
public sealed class TrayNews(Tray tray, PlayedMembers played)
{
    /// <summary>So many at once are named one by one.</summary>
    private const int NamedEach = 3;

    /// <returns>A sentence for each who got something since the last time; one for all of them where they are many.</returns>
    public async Task<IReadOnlyList<string>> Next(CancellationToken stop)
    {
        NamedMember[] members = [.. (await tray.News(stop)).Select(one => one.Member)];
        return members.Length > NamedEach
            ? [$"(demo) Something arrived for {members.Length} people, among them {string.Join(", ", members.Take(NamedEach).Select(Named))}. To read theirs: view as NAME"]
            : [.. members.Select(Sentence)];
    }

    private string Named(NamedMember member) => played.IsSelf(member.Id) ? "you" : member.Name;

    private string Sentence(NamedMember member) => played.IsSelf(member.Id)
        ? "(demo) Something arrived for you. To read it: view as me"
        : $"(demo) Something arrived for {member.Name}. To read it: view as {member.Name}";
}

/// <summary>Puts the news into the chats of those present; the terminal asks for itself.</summary>
public sealed class TrayNewsWorker(TrayNews news, PlayedMembers played, IConnectorClient connector, MachineClock machine) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, machine.Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            foreach (var sentence in await news.Next(stoppingToken))
                foreach (var chat in played.Chats) await connector.Send(chat, Activity.Message(sentence), stoppingToken);
    }
}
