using System.Buffers.Text;
using InnovationBot.Conversation.People;
using InnovationBot.Network;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Service.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Links;

/// <summary>Files behind addresses that cannot be guessed, work once and expire; any instance can serve what another one offered.</summary>
internal sealed class OneTimeLinks(ServiceAddresses addresses, IServiceScopeFactory scopes) : IOneTimeLinks
{
    public const string Path = "/once";

    public async ValueTask<Uri?> Offer(MemberId to, string fileName, string contentType, byte[] content, CancellationToken stop)
    {
        if (addresses.Public is not { } root) return null;

        var secret = SealedFile.NewSecret();
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OneTimeFiles>()
            .Keep(to, SealedFile.KeyOf(secret), new SealedFile(fileName, contentType, content).Seal(secret), stop);
        return new Uri($"{root.AbsoluteUri.TrimEnd('/')}{Path}/{Base64Url.EncodeToString(secret)}");
    }
}
