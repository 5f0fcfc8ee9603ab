using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

/// <summary>
/// Which service URLs the bot writes to. Text and token go there, so it is asked at the door and again at every call: a poisoned stored
/// reference leaks nothing. A host name is half the check; <see cref="MayConnect"/> is the other half, on the address that it resolves to.
/// </summary>
internal sealed class ServiceUrlPolicy(IOptions<BotOptions> options)
{
    /// <summary>Teams' own. trafficmanager.net is matched exactly: anybody can register a name below it.</summary>
    private static readonly AllowedHost[] Pinned =
    [
        new("smba.trafficmanager.net", IsSuffix: false, Port: null),
        new(".botframework.com", IsSuffix: true, Port: null),
        new(".teams.microsoft.com", IsSuffix: true, Port: null),
        new(".teams.microsoft.us", IsSuffix: true, Port: null),
    ];

    private readonly bool localMode = options.Value.LocalMode;

    private readonly AllowedHost[] pinned = [.. Pinned, .. CloudAddresses.Of(options.Value.Cloud).ServiceHosts.Select(host => new AllowedHost(host, IsSuffix: true, Port: null))];

    private readonly AllowedHost[] configured =
        [.. options.Value.AllowedServiceHosts.Select(AllowedHost.Parse).OfType<AllowedHost>()];

    /// <summary>https on the default port of an allowed host, without user info; on loopback, where that is allowed, http and any port too.</summary>
    public bool Allows([NotNullWhen(true)] string? serviceUrl, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0 || uri.Query.Length > 0) return false;
        if (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp) return false;

        var allowed = Loopback.Is(uri)
            ? localMode || configured.Any(host => !host.IsSuffix && host.Name == uri.IdnHost && (host.Port is null || host.Port == uri.Port))
            : !localMode && uri.Scheme == Uri.UriSchemeHttps
                && (pinned.Any(host => host.Fits(uri)) || configured.Any(host => host.Fits(uri)));
        if (allowed) address = uri;
        return allowed;
    }

    /// <summary>
    /// Loopback names lead to this machine and nowhere else; other names never to this machine, to private or to link-local addresses,
    /// unless the host was configured by name (a gateway inside a government's network).
    /// </summary>
    public bool MayConnect(string host, IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (localMode || Loopback.IsHost(host)) return IPAddress.IsLoopback(address);
        if (IPAddress.IsLoopback(address)) return false;
        return !IsInternal(address) || configured.Any(one => one.FitsHost(host));
    }

    private static bool IsInternal(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast
                || address.Equals(IPAddress.IPv6Any);

        Span<byte> b = stackalloc byte[4];
        address.TryWriteBytes(b, out _);
        return b[0] is 0 or 10 or 127 or >= 224                    // this network, private, loopback, multicast and reserved
            || (b[0] == 100 && b[1] is >= 64 and <= 127)           // shared address space, RFC 6598
            || (b[0] == 169 && b[1] == 254)                        // link-local, also the cloud's metadata service
            || (b[0] == 172 && b[1] is >= 16 and <= 31)
            || (b[0] == 192 && b[1] == 168)
            || (b[0] == 192 && b[1] == 0 && b[2] == 0)             // protocol assignments, RFC 6890
            || (b[0] == 198 && b[1] is 18 or 19);                  // benchmarking, RFC 2544
    }
}

/// <param name="Name">Lower case; a suffix begins with its dot.</param>
/// <param name="Port"><c>null</c> = the scheme's default, and on loopback any.</param>
internal sealed record AllowedHost(string Name, bool IsSuffix, int? Port)
{
    public bool Fits(Uri uri) => FitsHost(uri.IdnHost) && (Port is { } port ? uri.Port == port : uri.IsDefaultPort);

    public bool FitsHost(string host) =>
        IsSuffix ? host.EndsWith(Name, StringComparison.OrdinalIgnoreCase) : string.Equals(host, Name, StringComparison.OrdinalIgnoreCase);

    /// <returns><c>null</c> when the setting is no host; a suffix of one label (<c>.com</c>) is none.</returns>
    public static AllowedHost? Parse(string setting)
    {
        var suffix = setting.StartsWith('.');
        if (!Uri.TryCreate($"https://{(suffix ? setting[1..] : setting)}", UriKind.Absolute, out var uri)
            || uri.UserInfo.Length > 0 || uri.PathAndQuery != "/" || uri.Fragment.Length > 0 || setting.Contains('/', StringComparison.Ordinal)) return null;
        if (suffix && (uri.HostNameType != UriHostNameType.Dns || !uri.IdnHost.Contains('.', StringComparison.Ordinal) || Loopback.Is(uri))) return null;

        int? port = setting.EndsWith($":{uri.Port}", StringComparison.Ordinal) ? uri.Port : null;
        return new AllowedHost(suffix ? $".{uri.IdnHost}" : uri.IdnHost, suffix, port);
    }
}

/// <summary>Addresses of this machine by which it cannot be reached from another one.</summary>
internal static class Loopback
{
    public static bool Is(Uri uri) => IsHost(uri.IdnHost);

    /// <param name="host">A name or address, an IPv6 address with or without brackets.</param>
    public static bool IsHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && Is(address));

    public static bool Is(IPAddress? address) => address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
