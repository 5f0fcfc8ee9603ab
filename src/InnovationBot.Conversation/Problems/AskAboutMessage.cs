using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Problems;

/// <summary>
/// "Ask the network about this" on a message of any chat: its words in a dialog, with what points to a person named, for the
/// asker to edit. Nothing is stored before they send it.
/// </summary>
public sealed class AskAboutMessage : IMessageAction
{
    /// <summary>Its id in the app's manifest.</summary>
    public const string Command = "askNetwork";

    public Task<Reply> Open(string text, Turn turn, CancellationToken stop) => Task.FromResult(Form(text, turn));

    internal static Reply Form(string text, Turn turn)
    {
        var say = turn.Say;
        var shown = Problem.Cut(text, Problem.MaxLength);
        var heading = say["Anywhere.AskHeading"];
        var body = new List<CardElement>();
        if (Warning(shown, turn) is { } warning) body.Add(warning);
        body.Add(new TextInput
        {
            Id = "text", Label = say["Anywhere.AskLabel"], ErrorMessage = say["Problems.EditError"], IsRequired = true, IsMultiline = true, MaxLength = Problem.MaxLength,
            Value = shown.Length > 0 ? shown : null,
        });
        body.Add(HouseStyle.StrongButton(say["Anywhere.AskSend"], "ask/message"));
        body.Add(HouseStyle.Subtle(say["Anywhere.AskHint"]));
        return Reply.Card(HouseStyle.Card(say.Language.Code, heading, body), say["Anywhere.AskTitle"]);
    }

    private static Container? Warning(string text, Turn turn)
    {
        var found = PersonalDataFinder.Find(text);
        if (found.Count == 0) return null;
        return new Container
        {
            Style = ContainerStyle.Accent,
            Items =
            [
                new TextBlock(Markdown.Escape(turn.Say["Anywhere.TakeOut"])) { Weight = TextWeight.Bolder },
                .. found.Take(10).Select(one => HouseStyle.Labelled(turn.Say[$"Anywhere.{one.Kind}"], one.Words)),
            ],
        };
    }
}

/// <summary>Sends what the asker made of a message; while it still points to a person, the dialog stays and says where.</summary>
[Verb("ask/message")]
public sealed class SendMessageRoute(AnswerInOwnChat ask, ILanguageDetector detector) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var text = data.Text("text");
        if (text.Length == 0 || PersonalDataFinder.Find(text).Count > 0) return AskAboutMessage.Form(text, turn);
        return (await ask.Handle(new(turn.By, text, detector.Detect(text) ?? turn.Language, null), stop)).Match(
            _ => Reply.Text(turn.Say[turn.Sender.Address is null ? "Problems.InChannelUnknown" : "Anywhere.AskSent"]), Reply.Refused);
    }
}
