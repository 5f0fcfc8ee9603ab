using System.Collections.Frozen;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Events;

namespace InnovationBot.Conversation.Events;

/// <summary>"events", "events in March", "events Ljubljana", "events Slovene".</summary>
public sealed class EventsCommand(ListEvents list) : ICommand
{
    /// <summary>More words than this are somebody's problem that begins with the command's word.</summary>
    private const int MostWords = 4;

    public bool Takes(string argument, Turn turn) =>
        argument.Length <= EventFilter.LongestText && argument.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords && !argument.EndsWith('.');

    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        return (await list.Handle(WrittenEventFilter.Read(argument, turn.Now), 1, turn.By, stop)).Match(page => Reply.Card(EventsCard.For(page, turn.Reading)), Reply.Refused);
    }
}

/// <summary>"my events": signed up for, and made.</summary>
public sealed class MyEventsCommand(ListEvents list) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        return (await list.Handle(EventFilter.None with { Mine = true }, 1, turn.By, stop)).Match(page => Reply.Card(EventsCard.For(page, turn.Reading)), Reply.Refused);
    }
}

/// <summary>"past events".</summary>
public sealed class PastEventsCommand(ListEvents list) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        return (await list.Handle(EventFilter.None with { Past = true }, 1, turn.By, stop)).Match(page => Reply.Card(EventsCard.For(page, turn.Reading)), Reply.Refused);
    }
}

/// <summary>"event ID": the sign-up card itself; where others read, for all of them.</summary>
public sealed class EventCommand(ShowEvent show) : ICommand
{
    public bool Takes(string argument, Turn turn) => EntityId.TryRead<EventId>(argument.Trim(), out _);

    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop)
    {
        if (!EntityId.TryRead<EventId>(argument.Trim(), out var id)) return Reply.Text(turn.Say["Events.WhichEvent"]);
        var shown = await show.Handle(id, turn.By, stop);
        if (shown.Refusal is not null) return Reply.Refused(shown.Refusal);
        if (turn.Scope == Scope.Personal) return Reply.Card(SignUpCard.For(shown.Value, turn.Reading));
        return (await show.Public(id, stop)).Match(view => Reply.Posts(SignUpCard.For(view, turn.Reading, isShared: true), id), Reply.Refused);
    }
}

[Verb("event/list")]
public sealed class ListEventsRoute(ListEvents list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var (filter, page) = EventsView.Of(data);
        return (await list.Handle(filter, page, turn.By, stop)).Match(found => Reply.Card(EventsCard.For(found, turn.Reading)), Reply.Refused);
    }
}

/// <summary>Opens an event in place of the list, with the way back.</summary>
[Verb("event/open")]
public sealed class OpenEventRoute(ShowEvent show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var (filter, page) = EventsView.Of(data);
        return (await show.Handle(data.Id<EventId>("event"), turn.By, stop)).Match(
            view => Reply.Card(SignUpCard.For(view, turn.Reading, more: [.. Manage(view, turn.Reading), HouseStyle.Back(turn.Say["Words.Back"], "event/list", EventsView.Data(filter, page))])),
            Reply.Refused);
    }

    /// <summary>For whoever runs the event.</summary>
    internal static IEnumerable<CardElement> Manage(EventView view, Reading reading) => view.Runs
        ? [HouseStyle.Button(new ExecuteAction { Title = reading.Say["Events.Manage"], Verb = "event/manage", Data = SignUpCard.Data(view.Event), AssociatedInputs = AssociatedInputs.None })]
        : [];
}

/// <summary>What follows the command "events": a month, a language, or words to look for, in any of the languages.</summary>
internal static class WrittenEventFilter
{
    private static readonly FrozenDictionary<string, int> Months = Language.Spoken.Select(Say.In)
        .SelectMany(say => Enumerable.Range(1, 12).SelectMany(month => new[] { say.Culture.DateTimeFormat.MonthNames[month - 1], say.Culture.DateTimeFormat.MonthGenitiveNames[month - 1] }
            .Select(name => (Word: CommandWords.Normalise(name), Month: month))))
        .DistinctBy(one => one.Word).ToFrozenDictionary(one => one.Word, one => one.Month);

    private static readonly FrozenDictionary<string, Language> Languages = Language.Spoken.Select(Say.In)
        .SelectMany(say => Language.Spoken.SelectMany(language => new[] { say.LanguageName(language), Say.In(language)["Help.OwnName"] }.Select(name => (Word: CommandWords.Normalise(name), Language: language))))
        .DistinctBy(one => one.Word).ToFrozenDictionary(one => one.Word, one => one.Language);

    private static readonly FrozenSet<string> Fillers = Language.Spoken.SelectMany(language => Say.In(language)["Events.FillerWords"].Split(';')).Select(CommandWords.Normalise).ToFrozenSet();

    public static EventFilter Read(string argument, DateTimeOffset now)
    {
        var filter = EventFilter.None;
        List<string> words = [];
        foreach (var word in argument.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = word.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (CommandWords.Normalise(word[..at]), word[(at + 1)..]) : ("", word);
            var plain = CommandWords.Normalise(value);
            if (EventsView.Month(value) is { } month) filter = filter with { Month = month };
            else if (Months.TryGetValue(plain, out var number)) filter = filter with { Month = Next(number, now) };
            else if (Languages.TryGetValue(plain, out var language)) filter = filter with { Language = language };
            else if (name.Length > 0 && value.Length == 2 && Language.FromTag(value) is { } tagged) filter = filter with { Language = tagged };
            else if (!Fillers.Contains(plain)) words.Add(value);
        }

        return filter with { Text = string.Join(' ', words) };
    }

    private static DateOnly Next(int month, DateTimeOffset now) => new(month >= now.Month ? now.Year : now.Year + 1, month, 1);
}
