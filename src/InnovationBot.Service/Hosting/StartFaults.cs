using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using InnovationBot.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Hosting;

/// <summary>Says what stops a start in a sentence for whoever runs the bot. What is a defect of this program has none and keeps its stack trace.</summary>
internal static partial class StartFaults
{
    public static string? Sentence(Exception fault) => fault switch
    {
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
        AggregateException { InnerExceptions: var several } when several.All(one => Sentence(one) is not null) =>
            string.Join(Environment.NewLine, several.Select(Sentence)),
        StoreException store => store.Message,
        IOException { InnerException: AddressInUseException } taken =>
            $"{Address(taken)} is taken by another program. Stop that one, or choose another port with --port.",
        IOException { InnerException: SocketException { SocketErrorCode: SocketError.AccessDenied } } denied => NoAccess(Address(denied)),
        SocketException { SocketErrorCode: SocketError.AccessDenied } => NoAccess("The address to listen on"),
        InvalidDataException { InnerException: FormatException or JsonException } broken => BrokenSettings.Sentence(broken),
        UnauthorizedAccessException denied => $"{denied.Message} Let this account read it.",
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } unreadable => unreadable.Message,
        _ => null,
    };

    /// <summary>Something that was to be read cannot be: told like any other input of a command.</summary>
    public static bool IsUnreadable(Exception fault) => fault is InvalidDataException or UnauthorizedAccessException;

    private static string NoAccess(string address) => $"{address} may not be used by this account. Choose a port above 1023 with --port.";

    private static string Address(Exception fault) => BoundAddress().Match(fault.Message) is { Success: true } match ? match.Groups[1].Value : "The address to listen on";

    [GeneratedRegex(@"(https?://\S+?)[:.]?\s")]
    private static partial Regex BoundAddress();
}
