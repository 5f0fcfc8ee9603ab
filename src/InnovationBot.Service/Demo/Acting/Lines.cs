using InnovationBot.Activities;
using InnovationBot.Conversation.Turns;

namespace InnovationBot.Service.Demo.Acting;

/// <summary>Answers of several lines. As plain text the Playground would run them together.</summary>
internal static class Lines
{
    /// <param name="lines">Markdown; what people wrote in it is escaped.</param>
    /// <returns>Nothing more to answer.</returns>
    public static async Task<Reply> Say(Turn turn, IEnumerable<string> lines, CancellationToken stop)
    {
        await turn.Context.Send(Activity.Message(string.Join("\n\n", lines), TextFormats.Markdown), stop);
        return Reply.Nothing;
    }
}
