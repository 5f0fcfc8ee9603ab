using InnovationBot.Activities;
using InnovationBot.Service.Options;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Hosting;

/// <summary>Where the service listens.</summary>
/// <param name="Addresses">For Kestrel; in local mode on loopback and nowhere else, whatever the environment says.</param>
/// <param name="OperationsPort">Where health is answered; <c>null</c> = on the bot's own port.</param>
internal sealed record Listening(IReadOnlyList<string> Addresses, int? OperationsPort)
{
    public const int DefaultPort = 3978;
    public const int DefaultOperationsPort = 3979;

    /// <exception cref="OptionsValidationException">An address is none, or health would be answered where the public is.</exception>
    public static Listening Of(IConfiguration configuration, BotOptions bot, ServiceOptions service) =>
        bot.LocalMode ? Local(configuration, service) : Public(configuration, service);

    private static Listening Local(IConfiguration configuration, ServiceOptions service)
    {
        var port = service.Port ?? Urls(configuration).Select(PortOf).FirstOrDefault(DefaultPort);
        List<string> addresses = [Loopback(port)];
        var apart = service.OperationsPort is { } operations && operations != port ? service.OperationsPort : null;
        if (apart is { } other) addresses.Add(Loopback(other));
        return new Listening(addresses, apart);
    }

    private static Listening Public(IConfiguration configuration, ServiceOptions service)
    {
        var operations = service.OperationsPort ?? DefaultOperationsPort;
        List<string> addresses = service.Port is { } port ? [$"http://*:{port}"] : Urls(configuration) is { Count: > 0 } urls ? urls : [$"http://*:{DefaultPort}"];
        if (addresses.Exists(address => PortOf(address) == operations))
            throw Wrong($"Service:OperationsPort ({operations}) must be another port than the bot's own, because health answers are not for the public.");
        addresses.Add($"http://*:{operations}");
        return new Listening(addresses, operations);
    }

    /// <summary>"localhost" is both loopback addresses, but only with a port of one's choice.</summary>
    private static string Loopback(int port) => port == 0 ? "http://127.0.0.1:0" : $"http://localhost:{port}";

    /// <summary>ASPNETCORE_URLS, else ASPNETCORE_HTTP_PORTS, as every ASP.NET Core service has them.</summary>
    private static List<string> Urls(IConfiguration configuration)
    {
        var urls = Split(configuration["URLS"]);
        if (urls.Find(url => !IsAddress(url)) is { } wrong) throw Wrong($"'{wrong}' is no address to listen on: write ASPNETCORE_URLS as http://*:{DefaultPort}, or use --port.");
        if (urls.Count > 0) return urls;
        var ports = Split(configuration["HTTP_PORTS"]);
        if (ports.Find(port => !ushort.TryParse(port, System.Globalization.CultureInfo.InvariantCulture, out _)) is { } noPort) throw Wrong($"'{noPort}' is no port: ASPNETCORE_HTTP_PORTS is from 0 to 65535.");
        return [.. ports.Select(port => $"http://*:{port}")];
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return PortOf(url) >= 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static OptionsValidationException Wrong(string sentence) => new(ServiceOptions.Section, typeof(ServiceOptions), [sentence]);

    private static List<string> Split(string? list) => [.. (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static int PortOf(string url) => Microsoft.AspNetCore.Http.BindingAddress.Parse(url).Port;
}
