using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace InnovationBot.Testing.Hosting;

/// <summary>The bot's endpoint as a channel uses it.</summary>
public sealed class Door(Uri bot) : IDisposable
{
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public Uri Bot { get; } = bot;

    /// <returns>The body of an answer with status 200.</returns>
    /// <exception cref="HttpRequestException">Any other status.</exception>
    public async Task<string> Post(JsonObject activity)
    {
        using var answer = await Send(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Posts any body, as JSON.</summary>
    public async Task<HttpResponseMessage> Send(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Bot, "api/messages")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await http.SendAsync(request, CancellationToken.None);
    }

    public Task<HttpResponseMessage> Get(Uri address) => Ask(HttpMethod.Get, address);

    /// <summary>Asks for an address in any way, with nothing in the request.</summary>
    public async Task<HttpResponseMessage> Ask(HttpMethod method, Uri address)
    {
        using var request = new HttpRequestMessage(method, address);
        return await http.SendAsync(request, CancellationToken.None);
    }

    public void Dispose() => http.Dispose();
}
