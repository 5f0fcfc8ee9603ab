using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

/// <summary>
/// The connections out of this room: one pool to connectors, one to the issuers. Bare invokers, because a client object per call costs
/// time and the client factory's logging would write conversation ids.
/// </summary>
internal sealed class ChannelHttp : IDisposable
{
    private const int MaxDocument = 1024 * 1024;
    private static readonly TimeSpan DocumentTimeout = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker issuers;
    private readonly ServiceUrlPolicy policy;
    private readonly MachineClock clock;

    public ChannelHttp(ServiceUrlPolicy policy, IOptions<BotOptions> options, MachineClock clock)
    {
        this.policy = policy;
        this.clock = clock;
        var proxy = options.Value.LocalMode ? null : new ProxyBeyondLoopback();
        Connectors = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // a redirect would carry text and token to a host nobody checked
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60), // below the servers', whose close would race with a send
            UseProxy = proxy is not null,
            Proxy = proxy,
            ConnectCallback = Connect,
        });
        issuers = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseProxy = proxy is not null,
            Proxy = proxy,
        });
    }

    /// <summary>To service URLs; connects only to addresses that the policy allows.</summary>
    public HttpMessageInvoker Connectors { get; }

    /// <exception cref="HttpRequestException">No answer, or none with status 200.</exception>
    /// <exception cref="OperationCanceledException">Not within 10 s.</exception>
    public async Task<ReadOnlyMemory<byte>> GetDocument(Uri address)
    {
        using var timeout = new CancellationTokenSource(DocumentTimeout, clock.Time);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await issuers.SendAsync(request, timeout.Token);
        response.EnsureSuccessStatusCode();
        return await BoundedBody.Read(response, MaxDocument, timeout.Token) ?? throw new HttpRequestException("The document is too long.");
    }

    /// <summary>Posts to the token endpoint.</summary>
    public async Task<HttpResponseMessage> PostForm(Uri address, IEnumerable<KeyValuePair<string, string>> form, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        return await issuers.SendAsync(request, stop);
    }

    public void Dispose()
    {
        Connectors.Dispose();
        issuers.Dispose();
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var target = context.DnsEndPoint;
        var isProxy = !string.Equals(target.Host.Trim('[', ']'), context.InitialRequestMessage.RequestUri?.IdnHost, StringComparison.OrdinalIgnoreCase);
        var addresses = await Dns.GetHostAddressesAsync(target.Host, stop);
        var allowed = isProxy ? addresses : [.. addresses.Where(address => policy.MayConnect(target.Host.Trim('[', ']'), address))];
        if (allowed.Length == 0) throw new BlockedAddressException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, stop); // the checked addresses: a second lookup could tell others
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The machine's configured proxy, but never for loopback.</summary>
    private sealed class ProxyBeyondLoopback : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => HttpClient.DefaultProxy.Credentials;
            set => throw new NotSupportedException();
        }

        public Uri? GetProxy(Uri destination) => HttpClient.DefaultProxy.GetProxy(destination);

        public bool IsBypassed(Uri host) => Loopback.Is(host) || HttpClient.DefaultProxy.IsBypassed(host);
    }
}

/// <summary>The host resolves only to addresses that a service URL must not lead to.</summary>
internal sealed class BlockedAddressException() : Exception("The service URL's host resolves to an address that is not allowed.");
