using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

internal sealed class FileDownloads : IFileDownloads, IFileUploads, IDisposable
{
    /// <summary>Within a turn, whose client waits 15 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FileHosts hosts;
    private readonly MachineClock clock;
    private readonly HttpMessageInvoker http;

    public FileDownloads(FileHosts hosts, MachineClock clock)
    {
        this.hosts = hosts;
        this.clock = clock;
        http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // a redirect leads to a host nobody checked
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None, // else a small file could be any size
            ConnectTimeout = TimeSpan.FromSeconds(5),
            ConnectCallback = Connect,
        });
    }

    public async Task<FileDownload> Get(Uri address, int most, CancellationToken stop)
    {
        if (!hosts.Allow(address)) return new(FileDownloadOutcome.NotAllowed);
        using var patience = new CancellationTokenSource(Patience, clock.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await http.SendAsync(request, both.Token);
            if (response.StatusCode != HttpStatusCode.OK) return new(FileDownloadOutcome.Failed);
            return await BoundedBody.Read(response, most, both.Token) is { } bytes ? new(FileDownloadOutcome.Done, bytes) : new(FileDownloadOutcome.TooLarge);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return new(FileDownloadOutcome.Failed);
        }
    }

    public async Task<bool> Put(Uri address, byte[] content, CancellationToken stop)
    {
        if (!hosts.Allow(address)) return false;
        using var patience = new CancellationTokenSource(Patience, clock.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(content) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
            using var response = await http.SendAsync(request, both.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return false;
        }
    }

    public void Dispose() => http.Dispose();

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']');
        IPAddress[] allowed = [.. (await Dns.GetHostAddressesAsync(host, stop)).Where(address => hosts.MayConnect(host, address))];
        if (allowed.Length == 0) throw new HttpRequestException("The host resolves to an address that files are not fetched from.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, stop); // the checked addresses: a second lookup could tell others
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>Where files are fetched from: SharePoint, in which Teams keeps them, and hosts of the settings; in local mode this machine alone.</summary>
internal sealed class FileHosts(IOptions<BotOptions> options, ServiceUrlPolicy policy)
{
    private readonly bool localMode = options.Value.LocalMode;
    private readonly AllowedHost[] hosts = [.. CloudAddresses.Of(options.Value.Cloud).FileHosts.Concat(options.Value.AllowedFileHosts).Select(AllowedHost.Parse).OfType<AllowedHost>()];
    private readonly AllowedHost[] configured = [.. options.Value.AllowedFileHosts.Select(AllowedHost.Parse).OfType<AllowedHost>()];

    public bool Allow(Uri address)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0 || address.Fragment.Length > 0) return false;
        if (localMode) return address.Scheme is "http" or "https" && Loopback.Is(address);
        return address.Scheme == Uri.UriSchemeHttps && !Loopback.Is(address) && hosts.Any(host => host.Fits(address));
    }

    public bool MayConnect(string host, IPAddress address) =>
        policy.MayConnect(host, address) || (!localMode && !IPAddress.IsLoopback(address) && configured.Any(one => one.FitsHost(host)));
}
