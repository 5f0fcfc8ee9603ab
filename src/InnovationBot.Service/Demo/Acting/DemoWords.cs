using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Service.Demo.Playground;

namespace InnovationBot.Service.Demo.Acting;

/// <summary>The demo's own words in the chat: <c>view as</c>, <c>clock</c> and <c>help demo</c>. In English only; the product's help knows nothing of them.</summary>
public sealed class DemoWords(ViewAs view, MoveClock clock) : ITextInterceptor
{
    private static readonly string[] Help =
    [
        "**view as NAME**: from now on you are that member, and read what was sent to them. **view as me** brings you back, **view as** alone says for whom something waits.",
        "**clock +5d**: moves the bot's clock five days ahead (also 3h, 30m, 2w) and does what falls due on the way. **clock** alone says what time it is.",
        $"Your address here is {PlaygroundConfig.You.Email}: `innovationbot grant organiser {PlaygroundConfig.You.Email} --data` and the demo's folder makes you an organiser, and `administrator` lets you into **settings**.",
    ];

    public async Task<Reply?> Intercept(string text, Turn turn, CancellationToken stop)
    {
        var words = text.Trim();
        if (Is("help demo", words) || Is("demo help", words)) return await Lines.Say(turn, Help, stop);
        if (After("view as", words) is { } name) return await InOwnChat(turn, () => view.Run(name, turn, stop));
        if (After("clock", words) is { } ahead) return await InOwnChat(turn, () => clock.Run(ahead, stop));
        return null;
    }

    private static async Task<Reply> InOwnChat(Turn turn, Func<Task<Reply>> run) =>
        turn.Scope == Scope.Personal ? await run() : Reply.Text("Say that in your own chat with me, not where others read it.");

    private static bool Is(string wanted, string words) => words.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    /// <returns>What follows the words; <c>null</c> when the text does not begin with them.</returns>
    private static string? After(string wanted, string words) =>
        Is(wanted, words) ? ""
        : words.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) && (words[wanted.Length] is '+' || char.IsWhiteSpace(words[wanted.Length])) ? words[wanted.Length..].Trim()
        : null;
}
