using System.Collections.Frozen;
using System.Reflection;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Routing;

/// <summary>What each capability answers to, collected at start: two routes for one verb, or two commands for one word, stop it.</summary>
public sealed class Routes
{
    private readonly FrozenDictionary<string, Type> verbs;
    private readonly FrozenDictionary<string, Type> commands;
    private readonly (string Words, Type Command)[] commandsWithArgument;
    private readonly FrozenDictionary<string, Type> questions;
    private readonly FrozenDictionary<string, Type> repliesTo;
    private readonly FrozenDictionary<string, Type> typeaheads;
    private readonly FrozenDictionary<string, Type> extensions;
    private readonly FrozenDictionary<string, Type> messageActions;

    internal Routes(RoutesBuilder builder, TextCatalog texts)
    {
        verbs = builder.Verbs.ToFrozenDictionary();
        questions = builder.Questions.ToFrozenDictionary();
        repliesTo = builder.RepliesTo.ToFrozenDictionary();
        typeaheads = builder.Typeaheads.ToFrozenDictionary();
        extensions = builder.Extensions.ToFrozenDictionary();
        messageActions = builder.MessageActions.ToFrozenDictionary();
        var exact = new Dictionary<string, Type>();
        var leading = new List<(string, Type)>();
        foreach (var (command, wordings, takesArgument) in builder.Commands)
            foreach (var words in Language.Spoken.SelectMany(language => Wordings(texts, language, wordings)).Distinct())
            {
                if (exact.TryGetValue(words, out var other) && other != command)
                    throw new InvalidOperationException($"'{words}' is a command of both {other.Name} and {command.Name}.");
                exact[words] = command;
                if (takesArgument) leading.Add((words + " ", command));
            }

        commands = exact.ToFrozenDictionary();
        commandsWithArgument = [.. leading.OrderByDescending(command => command.Item1.Length)];
    }

    /// <summary>All verbs that a card may carry.</summary>
    public IEnumerable<string> Verbs => verbs.Keys;

    /// <summary>All lists that are searched while somebody types.</summary>
    public IEnumerable<string> Datasets => typeaheads.Keys;

    public Type? Verb(string verb) => verbs.GetValueOrDefault(verb);

    public Type? Question(string kind) => questions.GetValueOrDefault(kind);

    /// <param name="notice">A kind of notice; none when texts that reply to it are taken like all others.</param>
    public Type? ReplyTo(string notice) => repliesTo.GetValueOrDefault(notice);

    public Type? Typeahead(string? dataset) => dataset is null ? null : typeaheads.GetValueOrDefault(dataset);

    /// <param name="command">Id of a search command of the message extension; the Agents Playground may leave it out.</param>
    public Type? Extension(string? command) => string.IsNullOrEmpty(command) ? extensions.Values.FirstOrDefault() : extensions.GetValueOrDefault(command);

    /// <param name="command">Id of an action command of the message extension; the Agents Playground may leave it out.</param>
    public Type? MessageAction(string? command) => string.IsNullOrEmpty(command) ? messageActions.Values.FirstOrDefault() : messageActions.GetValueOrDefault(command);

    /// <summary>Ids of the message extension's commands, as the app's manifest names them.</summary>
    public IEnumerable<string> ExtensionCommands => [.. extensions.Keys, .. messageActions.Keys];

    /// <summary>The command that a whole message is, in any language, typed with or without diacritics and capitals.</summary>
    public (Type Command, string Argument)? Command(string text)
    {
        if (text.Length > 200 || string.IsNullOrWhiteSpace(text)) return null; // "?" is a command, nothing is none
        var words = CommandWords.Normalise(text);
        if (commands.TryGetValue(words, out var command)) return (command, "");
        foreach (var (leading, withArgument) in commandsWithArgument)
            if (words.StartsWith(leading, StringComparison.Ordinal))
                return (withArgument, CommandWords.After(text, leading));
        return null;
    }

    private static IEnumerable<string> Wordings(TextCatalog texts, Language language, string key) =>
        texts.Get(language, key).Fill(name => throw new FormatException($"Commands have no placeholders: {key} {name}"))
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(words => new[] { CommandWords.Normalise(words), CommandWords.Normalise(CommandWords.InTwoLetters(words)) });
}

/// <summary>Where a capability names its routes.</summary>
public sealed class RoutesBuilder(IServiceCollection services)
{
    internal Dictionary<string, Type> Verbs { get; } = [];
    internal Dictionary<string, Type> Questions { get; } = [];
    internal Dictionary<string, Type> RepliesTo { get; } = [];
    internal Dictionary<string, Type> Typeaheads { get; } = [];
    internal Dictionary<string, Type> Extensions { get; } = [];
    internal Dictionary<string, Type> MessageActions { get; } = [];
    internal List<(Type Command, string Wordings, bool TakesArgument)> Commands { get; } = [];

    /// <exception cref="InvalidOperationException">The route names no verb, or another has it already.</exception>
    public RoutesBuilder Verb<TRoute>() where TRoute : class, IVerbRoute
    {
        var verb = typeof(TRoute).GetCustomAttribute<VerbAttribute>()?.Verb ?? throw new InvalidOperationException($"{typeof(TRoute).Name} names no verb.");
        if (!Verbs.TryAdd(verb, typeof(TRoute)))
            throw new InvalidOperationException($"The verb '{verb}' belongs to both {Verbs[verb].Name} and {typeof(TRoute).Name}.");
        services.AddScoped<TRoute>();
        return this;
    }

    public RoutesBuilder Command<TCommand>(string wordings, bool takesArgument = false) where TCommand : class, ICommand
    {
        Commands.Add((typeof(TCommand), wordings, takesArgument));
        services.AddScoped<TCommand>();
        return this;
    }

    public RoutesBuilder Question<TRoute>(string kind) where TRoute : class, IQuestionRoute => Named<TRoute>(Questions, "question", kind);

    /// <param name="notice">The kind of notice whose card takes replies.</param>
    public RoutesBuilder ReplyTo<TRoute>(string notice) where TRoute : class, IReplyRoute => Named<TRoute>(RepliesTo, "notice", notice);

    /// <param name="dataset">As choice sets name it.</param>
    public RoutesBuilder Typeahead<TList>(string dataset) where TList : class, ITypeahead => Named<TList>(Typeaheads, "dataset", dataset);

    /// <param name="command">Its id in the app's manifest.</param>
    public RoutesBuilder Extension<TQuery>(string command) where TQuery : class, IExtensionQuery => Named<TQuery>(Extensions, "search command", command);

    /// <param name="command">Its id in the app's manifest.</param>
    public RoutesBuilder MessageAction<TAction>(string command) where TAction : class, IMessageAction => Named<TAction>(MessageActions, "action command", command);

    public RoutesBuilder LinkPreview<TPreview>() where TPreview : class, ILinkPreview
    {
        services.AddScoped<ILinkPreview, TPreview>();
        return this;
    }

    /// <summary>What takes a file; one for the whole bot.</summary>
    public RoutesBuilder DriveFile<TFile>() where TFile : class, IDriveFile
    {
        services.AddScoped<IDriveFile, TFile>();
        return this;
    }

    public RoutesBuilder File<TRoute>() where TRoute : class, IFileRoute
    {
        services.AddScoped<IFileRoute, TRoute>();
        return this;
    }

    public RoutesBuilder Reaction<TRoute>() where TRoute : class, IReactionRoute
    {
        services.AddScoped<IReactionRoute, TRoute>();
        return this;
    }

    /// <summary>What of a capability waits for an organiser.</summary>
    public RoutesBuilder OrganiseRows<TRows>() where TRows : class, IOrganiseRows
    {
        services.AddScoped<IOrganiseRows, TRows>();
        return this;
    }

    private RoutesBuilder Named<TRoute>(Dictionary<string, Type> routes, string what, string name) where TRoute : class
    {
        if (!routes.TryAdd(name, typeof(TRoute))) throw new InvalidOperationException($"The {what} '{name}' has two routes.");
        services.AddScoped<TRoute>();
        return this;
    }

    /// <summary>What takes every other text; one for the whole bot.</summary>
    public RoutesBuilder Ask<TRoute>() where TRoute : class, IAskRoute
    {
        services.AddScoped<IAskRoute, TRoute>();
        return this;
    }

    public RoutesBuilder Welcome<TRoute>() where TRoute : class, IWelcomeRoute
    {
        services.AddScoped<IWelcomeRoute, TRoute>();
        return this;
    }

    public RoutesBuilder Notice<TRenderer>(NoticeKinds notices, params ReadOnlySpan<string> kinds) where TRenderer : class, INoticeRenderer
    {
        foreach (var kind in kinds) notices.Add(kind, typeof(TRenderer));
        services.AddScoped<TRenderer>();
        return this;
    }
}
