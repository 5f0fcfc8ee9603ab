using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Objections;
using Barrier = InnovationBot.Network.Barrier;

namespace InnovationBot.Conversation.Cases.Objections;

internal static class ObjectionsConversation
{
    public static RoutesBuilder AddObjections(this RoutesBuilder routes) => routes
        .Command<ObjectionsCommand>("Commands.Objections", takesArgument: true)
        .Command<ManagerCommand>("Commands.Manager")
        .Verb<ChooseObjectionRoute>()
        .Verb<ShowObjectionRoute>()
        .Verb<ManagerFormRoute>()
        .Verb<ManagerDraftRoute>();
}

/// <summary>"who has met this objection", alone or with the objection behind it as it was said.</summary>
public sealed class ObjectionsCommand(FindByObjection find) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        return SaidObjection.Of(argument, turn.Say) is { } barrier
            ? Reply.Card(ObjectionCard.For(barrier, await find.Handle(barrier, turn.By, stop), turn.Reading))
            : Reply.Card(ObjectionChoiceCard.For(turn.Reading));
    }
}

/// <summary>Which objection somebody typed: the one whose sentence shares most words with it, rare ones counting most, and one that is its own.</summary>
internal static class SaidObjection
{
    private const int Shared = 2;
    private const int Shortest = 3;

    public static Barrier? Of(string typed, Say say)
    {
        var words = Words(typed);
        var said = Enum.GetValues<Barrier>().Select(one => (Barrier: one, Words: Words(say[$"Objections.Said_{Vocabulary.Write(one)}"]))).ToList();
        var sentences = said.SelectMany(one => one.Words).CountBy(word => word).ToDictionary();
        var (barrier, score) = said.Select(one => (one.Barrier, Score(one.Words.Intersect(words).ToList()))).MaxBy(one => one.Item2);
        return score > 0 ? barrier : null;

        double Score(List<string> shared) => shared.Count(word => word.Length >= Shortest) >= Math.Min(Shared, words.Count(word => word.Length >= Shortest))
            && shared.Exists(word => word.Length >= Shortest && sentences[word] == 1) ? shared.Sum(word => 1.0 / sentences[word]) : 0;
    }

    private static List<string> Words(string text) => [.. CommandWords.Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
}

[Verb("objection/choose")]
public sealed class ChooseObjectionRoute : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        Task.FromResult(turn.Scope == Scope.Personal ? Reply.Card(ObjectionChoiceCard.For(turn.Reading)) : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]));
}

[Verb("objection/show")]
public sealed class ShowObjectionRoute(FindByObjection find) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"])
        : data.Word<Barrier>("barrier") is { } barrier ? Reply.Card(ObjectionCard.For(barrier, await find.Handle(barrier, turn.By, stop), turn.Reading))
        : Reply.Text(turn.Say["Words.ChooseOne"]);
}

/// <summary>"a message for my manager".</summary>
public sealed class ManagerCommand(ManagerFormRoute form) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => form.Run(default, turn, stop);
}

[Verb("manager/form")]
public sealed class ManagerFormRoute(FindByObjection find) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => turn.Scope == Scope.Personal
        ? Reply.Card(ManagerCard.Form(await find.Begin(data.Word<Barrier>("barrier"), turn.By, stop), turn.Reading))
        : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
}

/// <summary>The four parts as one message to copy; nothing is stored or sent.</summary>
[Verb("manager/draft")]
public sealed class ManagerDraftRoute : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Task.FromResult(Reply.Text(turn.Say["Routing.OnlyInOwnChat"]));
        var (objective, request) = (Part("objective"), Part("request"));
        return Task.FromResult(objective.Length == 0 || request.Length == 0
            ? Reply.Text(turn.Say["Objections.Missing"])
            : Reply.Card(ManagerCard.Draft(objective, Part("problem"), Part("evidence"), request, turn.Reading)));

        string Part(string name) => data.Text(name, ManagerCard.Longest);
    }
}
