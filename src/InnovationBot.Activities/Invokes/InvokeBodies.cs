namespace InnovationBot.Activities;

/// <summary>One option of a typeahead.</summary>
/// <param name="Value">Comes back as the input's value; must not contain a comma.</param>
public sealed record SearchResult(string Title, string Value);

/// <summary>One result of a message extension.</summary>
/// <param name="ContentType">Of the card that is inserted.</param>
/// <param name="Preview">What the list shows: a hero or thumbnail card; required for link unfurling.</param>
public sealed record MessagingExtensionAttachment(string ContentType, RawJson Content, Attachment? Preview = null);

internal sealed record SearchAnswer(int StatusCode, string Type, SearchResults Value);

internal sealed record SearchResults(IReadOnlyList<SearchResult> Results);

internal sealed record ErrorAnswer(int StatusCode, string Type, ErrorValue Value);

internal sealed record ErrorValue(string Code, string Message);

internal sealed record MessageAnswer(int StatusCode, string Type, string Value);

internal sealed record TaskModuleAnswer(TaskModuleContinue Task);

internal sealed record TaskModuleContinue(string Type, TaskModuleInfo Value);

internal sealed record TaskModuleInfo(string Title, string Height, string Width, Attachment Card);

internal sealed record TaskModuleMessageAnswer(TaskModuleMessage Task);

internal sealed record TaskModuleMessage(string Type, string Value);

internal sealed record MessagingExtensionAnswer(MessagingExtensionResult ComposeExtension);

internal sealed record MessagingExtensionResult(
    string Type,
    string? AttachmentLayout = null,
    IReadOnlyList<MessagingExtensionAttachment>? Attachments = null,
    string? Text = null);
