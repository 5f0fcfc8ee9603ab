using System.Text.Encodings.Web;
using System.Text.Json;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Settings;

namespace InnovationBot.Conversation.People;

/// <summary>"my data": all that is kept about the person.</summary>
public sealed class MyDataCommand(ExportMyData export, IOneTimeLinks links, SettingsInForce settings) : ICommand
{
    /// <summary>What a card can hold; longer data comes as a link alone.</summary>
    private const int LongestOnCard = 12_000;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var exported = await export.Handle(turn.By, stop);
        if (exported.Refusal is { } refusal) return Reply.Refused(refusal);
        var json = exported.Value.ToJsonString(Readable);
        var link = await links.Offer(turn.By, "my-data.json", "application/json", System.Text.Encoding.UTF8.GetBytes(json), stop);
        var say = turn.Say;
        var page = await links.Offer(turn.By, "my-data.html", "text/html; charset=utf-8", DataPage.Of(exported.Value, say), stop);
        var body = new List<CardElement>
        {
            HouseStyle.Heading(say["People.MyDataHeading"]),
            HouseStyle.Paragraph(say.Markdown("People.MyDataText")),
        };
        if (link is not null && page is not null)
        {
            body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["People.MyDataFile"], Url = CardUrl.Parse(link.ToString(), allowLoopback: true) }));
            body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["People.MyDataRead"], Url = CardUrl.Parse(page.ToString(), allowLoopback: true) }));
            body.Add(HouseStyle.Subtle(say["People.MyDataEach"]));
        }

        if (DriveFiles.CanAsk(turn))
            body.Add(HouseStyle.Button(new ExecuteAction { Title = say["People.IntoDrive"], Verb = "people/data-file", AssociatedInputs = AssociatedInputs.None }));

        if (json.Length <= LongestOnCard)
            body.Add(new TextInput
            {
                Id = "data", Label = say["People.MyDataCopy"], ErrorMessage = say["People.MyDataCopy"], IsMultiline = true, Value = json,
            });
        var now = await settings.Now(stop);
        if (CardUrl.TryParse(now.Privacy?.AbsoluteUri, out var privacy)) body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["People.PrivacyLink"], Url = privacy }));
        if (CardUrl.TryParse(now.Terms?.AbsoluteUri, out var terms)) body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["People.TermsLink"], Url = terms }));
        body.Add(HouseStyle.Button(say["Log.Open"], "people/log"));
        body.Add(HouseStyle.Button(say["People.ForgetAsk"], "people/forget-ask"));
        return Reply.Card(new AdaptiveCard
        {
            Lang = say.Language.Code, FallbackText = say["People.MyDataHeading"], Speak = say["People.MyDataHeading"], Body = body,
        });
    }
}

/// <summary>"forget me": asks once, then erases.</summary>
public sealed class ForgetMeCommand(RehearseForgetting rehearse) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => Task.FromResult(Ask(turn, rehearse));

    internal static Reply Ask(Turn turn, RehearseForgetting rehearse)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        rehearse.Begin(); // while they read what it means
        var say = turn.Say;
        return Reply.Card(new AdaptiveCard
        {
            Lang = say.Language.Code,
            FallbackText = say["People.ForgetHeading"],
            Speak = say["People.ForgetHeading"],
            Body =
            [
                HouseStyle.Heading(say["People.ForgetHeading"]),
                HouseStyle.Paragraph(say.Markdown("People.ForgetText")),
                HouseStyle.Button(new ExecuteAction { Title = say["People.ForgetYes"], Verb = "people/forget", Style = ActionStyle.Destructive }),
                HouseStyle.Button(say["People.ForgetNo"], "people/forget-no"),
            ],
        });
    }
}

[Verb("people/forget-ask")]
public sealed class ForgetAskRoute(RehearseForgetting rehearse) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Task.FromResult(ForgetMeCommand.Ask(turn, rehearse));
}

[Verb("people/forget")]
public sealed class ForgetRoute(ForgetMe forget, ISenders senders) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (await forget.Handle(turn.By, stop) is { } refusal) return Reply.Refused(refusal);
        senders.Forget(turn.By);
        return Done(turn.Say["People.Forgotten"], turn.Say);
    }

    internal static Reply Done(string sentence, Say say) => Reply.Card(new AdaptiveCard
    {
        Lang = say.Language.Code, FallbackText = sentence, Speak = sentence, Body = [HouseStyle.Paragraph(Markdown.Escape(sentence))],
    });
}

[Verb("people/forget-no")]
public sealed class ForgetNoRoute : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        Task.FromResult(ForgetRoute.Done(turn.Say["People.ForgetKept"], turn.Say));
}

/// <summary>Gives a file to one person behind an unguessable address that works once and expires; the host serves it.</summary>
public interface IOneTimeLinks
{
    /// <returns><c>null</c> where the service has no public address.</returns>
    ValueTask<Uri?> Offer(Network.MemberId to, string fileName, string contentType, byte[] content, CancellationToken stop);
}
