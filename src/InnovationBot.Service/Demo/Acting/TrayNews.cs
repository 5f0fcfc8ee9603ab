using InnovationBot.Activities;
using Microsoft.Extensions.Hosting;

namespace InnovationBot.Service.Demo.Acting;

/// <summary>Tells whoever plays that something arrived for somebody they do not play.</summary>
public sealed class TrayNews(Tray tray, PlayedMembers played)
{
    /// <returns><c>null</c> when nothing came since the last time.</returns>
    public async Task<string?> Next(CancellationToken stop)
    {
        var news = await tray.News(stop);
        return news.Count == 0 ? null : string.Join('\n', news.Select(one => Sentence(one.Member)));
    }

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
            if (await news.Next(stoppingToken) is { } sentence)
                foreach (var chat in played.Chats) await connector.Send(chat, Activity.Message(sentence), stoppingToken);
    }
}
