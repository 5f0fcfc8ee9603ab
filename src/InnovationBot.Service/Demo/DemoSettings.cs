namespace InnovationBot.Service.Demo;

/// <param name="Chat"><c>null</c> = the Playground, or the terminal where there is no Node.</param>
/// <param name="Fresh">Forgets what earlier runs left.</param>
/// <param name="Port">The bot's, 0 = any free one.</param>
/// <param name="ChatPort">The Playground's, 0 = any free one; <c>null</c> = its own or, when that is taken, another.</param>
public sealed record DemoSettings(ChatKind? Chat, bool Fresh, int? Port, int? ChatPort);
