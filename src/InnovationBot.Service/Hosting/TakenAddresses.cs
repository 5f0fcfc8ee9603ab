using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace InnovationBot.Service.Hosting;

/// <summary>Looks whether another program listens where this one is going to, before the seconds that a first start takes to read a network in.</summary>
internal static class TakenAddresses
{
    /// <param name="urls">For Kestrel. Any free port, and a name that is not "localhost", are left to it.</param>
    /// <exception cref="IOException">As Kestrel throws it for a taken address.</exception>
    public static void Refuse(IEnumerable<string> urls)
    {
        foreach (var url in urls)
        {
            var binding = BindingAddress.Parse(url);
            if (binding.IsUnixPipe || binding.IsNamedPipe || binding.Port == 0) continue;
            foreach (var address in Of(binding.Host)) TryToListen(new IPEndPoint(address, binding.Port), url);
        }
    }

    private static IEnumerable<IPAddress> Of(string host) => host switch
    {
        "localhost" => [IPAddress.Loopback, IPAddress.IPv6Loopback],
        "*" or "+" => [IPAddress.IPv6Any, IPAddress.Any],
        _ when IPAddress.TryParse(host.Trim('[', ']'), out var address) => [address],
        _ => [],
    };

    private static void TryToListen(IPEndPoint end, string url)
    {
        try
        {
            using var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(end);
            socket.Listen();
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new IOException($"Failed to bind to address {url}: address already in use.", new AddressInUseException(fault.Message, fault));
        }
        catch (SocketException)
        {
            // a family this machine lacks, or a port that is not allowed: Kestrel says so in its own words
        }
    }
}
