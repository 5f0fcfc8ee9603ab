using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Turns;

namespace InnovationBot.Conversation.Turns;

/// <summary>One thing a person said or pressed, authenticated, with who they are and the language of the answer.</summary>
public sealed class Turn
{
    /// <summary>Several times what any field takes: what is longer is refused or cut there all the same, and need not be looked through.</summary>
    private const int LongestKept = 50_000;

    /// <summary>Who it is: from the authenticated activity, never from a card.</summary>
    public required Member Sender { get; init; }

    /// <summary>The answer's language: the text's own when it is surely told, else the one the person reads in.</summary>
    public required Say Say { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>When it came, by the network's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The reader's time zone, for dates on cards.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public required TurnContext Context { get; init; }

    /// <summary>Kept with the turn's effect; a route names in <see cref="HandledActivity.Subject"/> what a repeat is answered with.</summary>
    public HandledActivity? Handling { get; init; }

    /// <summary>Set when the channel delivered this activity before and its effect is stored: nothing is done twice, what is now true is shown.</summary>
    public HandledActivity? Repeats { get; init; }

    /// <summary>The activity this one replies to or whose card was pressed.</summary>
    public string? ReplyTo => Context.Activity.ReplyToId;

    /// <summary>A question of the bot's that is still open but too old to be meant without asking.</summary>
    public OpenQuestion? LateQuestion { get; set; }

    /// <summary>Kinds of what pointed to a person and was left out of what the sender wrote.</summary>
    public SortedSet<PersonalDataKind> LeftOut { get; } = [];

    /// <summary>Says what was left out, and how to go on.</summary>
    public string WhatWasLeftOut => Say["Safety.LeftOut", ("what", string.Join(", ", LeftOut.Select(kind => Say[$"Safety.What_{kind}"])))];

    /// <summary>What somebody wrote, without what points to one person; the reply says what was left out.</summary>
    public string Kept(string text)
    {
        text = Bounded(text);
        return Without(PersonalDataFinder.Find(text), text);
    }

    /// <summary>What an organiser writes for many: whom to ask stands in it with name and number; a personal number and a detail of health never.</summary>
    public string KeptForMany(string text)
    {
        text = Bounded(text);
        return Without([.. PersonalDataFinder.Find(text).Where(one => one.Kind is PersonalDataKind.PersonalNumber or PersonalDataKind.Health)], text);
    }

    private static string Bounded(string text) => text.Length <= LongestKept ? text : Problem.Cut(text, LongestKept);

    private string Without(IReadOnlyList<PersonalDataFound> found, string text)
    {
        LeftOut.UnionWith(found.Select(one => one.Kind));
        return PersonalDataFinder.Mask(text, found);
    }

    /// <summary>What a language model, where there is one, may add to the answer in words of its own.</summary>
    public Phrasing.PhrasingRequest? Phrase { get; set; }

    /// <summary>Something was stored by this turn.</summary>
    public bool HadEffect { get; set; }

    public Language Language => Say.Language;

    public MemberId By => Sender.Id;

    /// <summary>This press came from a dialog, or opens one.</summary>
    public bool InDialog => Context.Activity.Name is InvokeNames.TaskFetch or InvokeNames.TaskSubmit or InvokeNames.ComposeExtensionFetchTask or InvokeNames.ComposeExtensionSubmitAction;

    /// <summary>The person's client opens dialogs. The Agents Playground and the terminal open none: there the same steps are cards.</summary>
    private bool OpensDialogs => !Context.IsPlayground && Context.Activity.DeliveryMode != DeliveryModes.ExpectReplies && !InDialog;

    /// <summary>Into the Teams and Outlook of the people this bot serves.</summary>
    public required ClientLinks Links { get; init; }

    public Reading Reading => new(Say, Zone, Now) { OpensDialogs = OpensDialogs, Links = Links };
}

/// <summary>Where a turn happens, which decides who reads the answer.</summary>
public enum Scope
{
    /// <summary>The person's own chat with the bot.</summary>
    Personal,
    GroupChat,
    Channel,
}

/// <summary>For whom a card is drawn: their language, their zone, and the moment.</summary>
public readonly record struct Reading(Say Say, TimeZoneInfo Zone, DateTimeOffset Now)
{
    /// <summary>Into the reader's own Teams and Outlook; those of the public cloud unless the host says another.</summary>
    public ClientLinks Links { get; init; } = ClientLinks.Public;

    /// <summary>A form opens as a dialog; else, and for whoever is written to unasked, as the card's next state.</summary>
    public bool OpensDialogs { get; init; }

    /// <summary>The button that opens a form. Its verb answers with the form's card, whichever way it is pressed.</summary>
    public SelectAction Form(string title, string verb, CardData? data = null) => OpensDialogs
        ? new SubmitAction { Title = title, Verb = verb, Data = data ?? CardData.None, OpensDialog = true }
        : new ExecuteAction { Title = title, Verb = verb, Data = data ?? CardData.None };
}
