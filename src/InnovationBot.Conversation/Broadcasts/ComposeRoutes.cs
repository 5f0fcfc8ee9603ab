using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>Opens the form of a new broadcast.</summary>
[Verb("broadcast/new")]
public sealed class NewBroadcastRoute(AudienceChoices choices, BroadcastRights rights, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        if ((await rights.Organiser(turn.By, stop)).Refusal is { } refusal) return Reply.Refused(refusal);
        var kind = Kind(data);
        return Reply.Card(TextForm.For(null, kind, new TextFields(turn.Language.Code, true, null, null), await Subjects(kind, choices, stop), turn.Reading), turn.Say["Broadcasts.DialogTitle"]);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.List(1, turn, stop);

    internal static BroadcastKind Kind(PressData data) =>
        data.Word<BroadcastKind>("kind") is { } kind and (BroadcastKind.Message or BroadcastKind.Story or BroadcastKind.Event or BroadcastKind.Award) ? kind : throw new BadInputException("kind");

    internal static async Task<IReadOnlyList<Choice>> Subjects(BroadcastKind kind, AudienceChoices choices, CancellationToken stop) => kind switch
    {
        BroadcastKind.Story => [.. (await choices.Stories(stop)).Select(story => new Choice(story.Title, story.Id.ToString()))],
        BroadcastKind.Event => [.. (await choices.Events(stop)).Select(one => new Choice(one.Title, one.Id.ToString()))],
        BroadcastKind.Award => [.. (await choices.Awards(stop)).Select(one => new Choice(one.Name, one.Id.ToString()))],
        _ => [],
    };
}

/// <summary>Opens title and text in one language, or in one more.</summary>
[Verb("broadcast/text")]
public sealed class TextRoute(ListBroadcasts list, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await list.Show(data.Id<BroadcastId>("broadcast"), turn.By, counted: false, stop)).Match(
            view => Reply.Card(TextForm.For(view.Broadcast, view.Broadcast.Kind, Fields(view.Broadcast, data.Text("language", 8)), [], turn.Reading), turn.Say["Broadcasts.DialogTitle"]), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.One(data, turn, stop);

    private static TextFields Fields(Broadcast broadcast, string language) => language == "new"
        ? new TextFields(Language.Spoken.Except(broadcast.Written.Languages).Select(one => one.Code).FirstOrDefault(""), true, null, null)
        : new TextFields(language, false, broadcast.Written.Title.GetValueOrDefault(language), broadcast.Written.Text.GetValueOrDefault(language));
}

/// <summary>Saves title and text: begins a broadcast, changes a draft, or corrects what was sent.</summary>
[Verb("broadcast/text-save")]
public sealed class SaveTextRoute(ComposeBroadcast compose, ListBroadcasts list, AudienceChoices choices, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var (language, title, text) = (Language(data), turn.KeptForMany(data.Text("title")), turn.KeptForMany(data.Text("text")));
        Result<Broadcast> saved;
        if (data.IdOrNone<BroadcastId>("broadcast") is { } id)
        {
            var known = await list.Show(id, turn.By, counted: false, stop);
            if (known.Refusal is { } refusal) return Reply.Refused(refusal);
            saved = await compose.Write(id, turn.By, With(known.Value.Broadcast.Written, language, title, text), null, stop);
        }
        else
        {
            var kind = NewBroadcastRoute.Kind(data);
            saved = await compose.Create(new(kind, With(new BroadcastContent(), language, title, text), data.IdOrNone<CaseId>("about")?.Value), turn.By, stop);
        }

        return saved.Refusal is { } why ? Reply.Refused(why) : await show.Finished(saved.Value.Id, turn, Said(saved.Value, turn), stop);
    }

    internal static string Said(Broadcast saved, Turn turn) => turn.Say[saved.Correction is null ? "Broadcasts.Saved" : "Broadcasts.CorrectionAsked"];

    /// <summary>What was typed is not lost: it stands in the form again.</summary>
    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Repeats?.Subject is { } made) return await show.One(new BroadcastId(made), turn, stop);
        if (turn.Repeats is not null) return await show.One(data, turn, stop);
        var (language, chooses) = (Language(data), data.Text("in", 8).Length == 0 && data.Text("language", 8).Length > 0);
        var fields = new TextFields(language, chooses, data.Text("title"), data.Text("text"), data.Text("about", 64));
        if (data.IdOrNone<BroadcastId>("broadcast") is not { } id)
        {
            var kind = NewBroadcastRoute.Kind(data);
            return Reply.Card(TextForm.For(null, kind, fields, await NewBroadcastRoute.Subjects(kind, choices, stop), turn.Reading));
        }

        return (await list.Show(id, turn.By, counted: false, stop)).Match(
            view => Reply.Card(TextForm.For(view.Broadcast, view.Broadcast.Kind, fields, [], turn.Reading)), _ => Reply.Nothing);
    }

    /// <summary>The one that the form is for, or that was chosen in it.</summary>
    private static string Language(PressData data)
    {
        var code = data.Text("language", 8) is { Length: > 0 } chosen ? chosen : data.Text("in", 8);
        return code.Length == 0 || new Language(code).IsSpoken ? code : throw new BadInputException("language");
    }

    private static BroadcastContent With(BroadcastContent content, string language, string title, string text) => content with
    {
        Title = With(content.Title, language, title), Text = With(content.Text, language, text),
    };

    private static Dictionary<string, string> With(Dictionary<string, string> texts, string language, string text)
    {
        var changed = texts.Where(one => one.Key != language).ToDictionary();
        if (text.Length > 0) changed[language] = text;
        return changed;
    }
}

[Verb("broadcast/extras")]
public sealed class ExtrasRoute(ListBroadcasts list, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await list.Show(data.Id<BroadcastId>("broadcast"), turn.By, counted: false, stop)).Match(
            view => Reply.Card(ExtrasForm.For(view.Broadcast, view.Broadcast.Written, turn.Reading), turn.Say["Broadcasts.DialogTitle"]), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.One(data, turn, stop);
}

[Verb("broadcast/extras-save")]
public sealed class SaveExtrasRoute(ComposeBroadcast compose, ListBroadcasts list, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<BroadcastId>("broadcast");
        var known = await list.Show(id, turn.By, counted: false, stop);
        if (known.Refusal is { } refusal) return Reply.Refused(refusal);
        var saved = await compose.Write(id, turn.By, Read(known.Value.Broadcast.Written, data), null, stop);
        return saved.Refusal is { } why ? Reply.Refused(why) : await show.Finished(id, turn, SaveTextRoute.Said(saved.Value, turn), stop);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Repeats is not null) return await show.One(data, turn, stop);
        return (await list.Show(data.Id<BroadcastId>("broadcast"), turn.By, counted: false, stop)).Match(
            view => Reply.Card(ExtrasForm.For(view.Broadcast, Read(view.Broadcast.Written, data), turn.Reading)), _ => Reply.Nothing);
    }

    private static BroadcastContent Read(BroadcastContent content, PressData data) => content with
    {
        Picture = TextForm.Kept(data.Text("picture")), Alt = TextForm.Kept(data.Text("alt")),
        Buttons =
        [
            .. Enumerable.Range(1, BroadcastRules.MostButtons).Select(i => new BroadcastButton(data.Text($"button{i}"), data.Text($"address{i}")))
                .Where(button => button.Title.Length > 0 || button.Url.Length > 0),
        ],
    };
}

/// <summary>Whom it is for: what was chosen so far, or the first group when nothing was.</summary>
[Verb("broadcast/audience")]
public sealed class AudienceRoute(ListBroadcasts list, GroupRoute group, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var view = await list.Show(data.Id<BroadcastId>("broadcast"), turn.By, counted: true, stop);
        if (view.Refusal is { } refusal) return Reply.Refused(refusal);
        if (!view.Value.Broadcast.IsDraft) return Reply.Refused(Refusal.NoLongerOpen);
        return view.Value.Broadcast.Audience is null ? await group.Form(view.Value.Broadcast, "0", turn, stop) : Reply.Card(AudienceCard.For(view.Value, turn.Reading), turn.Say["Broadcasts.DialogTitle"]);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.One(data, turn, stop);
}

[Verb("broadcast/group")]
public sealed class GroupRoute(ListBroadcasts list, AudienceChoices choices, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var view = await list.Show(data.Id<BroadcastId>("broadcast"), turn.By, counted: false, stop);
        return view.Refusal is { } refusal ? Reply.Refused(refusal) : await Form(view.Value.Broadcast, data.Text("part", 8), turn, stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.One(data, turn, stop);

    internal async Task<Reply> Form(Broadcast broadcast, string part, Turn turn, CancellationToken stop)
    {
        if (!broadcast.IsDraft) return Reply.Refused(Refusal.NoLongerOpen);
        var group = AudienceDraft.Of(broadcast.Audience).Part(part);
        return Reply.Card(GroupForm.For(broadcast, part, group, await choices.Named(group, stop), await choices.Handle(turn.By, stop), turn.Reading), turn.Say["Broadcasts.DialogTitle"]);
    }
}

[Verb("broadcast/group-save")]
public sealed class SaveGroupRoute(ComposeBroadcast compose, ListBroadcasts list, AudienceChoices choices, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<BroadcastId>("broadcast");
        var known = await list.Show(id, turn.By, counted: false, stop);
        if (known.Refusal is { } refusal) return Reply.Refused(refusal);
        var (broadcast, part) = (known.Value.Broadcast, data.Text("part", 8));
        var group = GroupForm.Read(data, await choices.Handle(turn.By, stop));
        if (await Named(broadcast, part, stop) is { Kept.Count: > 0 } named && !data.Flag("without_named")) group = group with { People = [.. named.Kept] };
        if (group.IsEmpty) return Reply.Refused(AudienceRefusals.Missing);
        if (group.Emails?.Find(email => email.IndexOf('@', StringComparison.Ordinal) < 1) is { } wrong) return Reply.Refused(AudienceRefusals.PeopleUnknown.With("count", 1).With("value", wrong));

        var draft = AudienceDraft.Of(broadcast.Audience).With(part, group);
        var saved = await compose.Address(id, turn.By, draft.Whole, stop);
        return saved.Refusal is { } why ? Reply.Refused(why) : await show.Audience(id, turn, stop);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Repeats is not null) return await show.One(data, turn, stop);
        var view = await list.Show(data.Id<BroadcastId>("broadcast"), turn.By, counted: false, stop);
        if (view.Refusal is not null || !view.Value.Broadcast.IsDraft) return Reply.Nothing;
        var there = await choices.Handle(turn.By, stop);
        var (broadcast, part) = (view.Value.Broadcast, data.Text("part", 8));
        return Reply.Card(GroupForm.For(broadcast, part, GroupForm.Read(data, there), await Named(broadcast, part, stop) with { Emails = [] }, there, turn.Reading));
    }

    private Task<NamedPeople> Named(Broadcast broadcast, string part, CancellationToken stop) => choices.Named(AudienceDraft.Of(broadcast.Audience).Part(part), stop);
}

[Verb("broadcast/group-remove")]
public sealed class RemoveGroupRoute(ComposeBroadcast compose, ListBroadcasts list, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<BroadcastId>("broadcast");
        var known = await list.Show(id, turn.By, counted: false, stop);
        if (known.Refusal is { } refusal) return Reply.Refused(refusal);
        var broadcast = known.Value.Broadcast;
        var draft = AudienceDraft.Of(broadcast.Audience).With(data.Text("part", 8), null);
        var saved = await compose.Address(id, turn.By, draft.Whole, stop);
        return saved.Refusal is { } why ? Reply.Refused(why) : await show.Audience(id, turn, stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.One(data, turn, stop);
}

/// <summary>Leaves the form of the audience.</summary>
[Verb("broadcast/audience-done")]
public sealed class AudienceDoneRoute(ShowBroadcasts show) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => show.Finished(data.Id<BroadcastId>("broadcast"), turn, turn.Say["Broadcasts.Saved"], stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.One(data, turn, stop);
}

[Verb("broadcast/send")]
public sealed class SendRoute(ListBroadcasts list, SendingPace pace, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await list.Show(data.Id<BroadcastId>("broadcast"), turn.By, counted: true, stop)).Match(
            view => view.Broadcast.IsDraft ? Reply.Card(SendForm.For(view, new SendFields(null, null, false, null), pace, turn.Reading), turn.Say["Broadcasts.DialogTitle"]) : Reply.Refused(Refusal.NoLongerOpen),
            Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.One(data, turn, stop);
}

[Verb("broadcast/send-confirm")]
public sealed class ConfirmSendRoute(PublishBroadcast publishing, ListBroadcasts list, SendingPace pace, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<BroadcastId>("broadcast");
        var fields = Read(data);
        if (!IsRead(data, fields)) return Reply.Refused(BroadcastRefusals.DayMissing);
        var sent = await publishing.Handle(id, turn.By, new(fields.At, fields.Urgent, fields.Reason), inChat: true, stop);
        if (sent.Refusal is { } refusal) return Reply.Refused(refusal);
        return await show.Finished(id, turn, turn.Say[sent.Value.IsDraft ? "Broadcasts.ApprovalAsked" : "Broadcasts.OnItsWay"], stop);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop)
    {
        var view = await list.Show(data.Id<BroadcastId>("broadcast"), turn.By, counted: true, stop);
        if (view.Refusal is not null) return Reply.Nothing;
        return turn.Repeats is null && view.Value.Broadcast is { IsDraft: true, ApprovalAskedAt: null }
            ? Reply.Card(SendForm.For(view.Value, Read(data), pace, turn.Reading))
            : Reply.Card(OrganiserCard.For(view.Value, pace, turn.Reading));
    }

    /// <summary>A day that cannot be read, or an hour without a day, is no "now".</summary>
    private static bool IsRead(PressData data, SendFields fields) =>
        (fields.Date is not null || data.Text("date", 16).Length == 0) && (fields.Time is not null || data.Text("time", 16).Length == 0) && (fields.Date is not null || fields.Time is null);

    private static SendFields Read(PressData data) => new(
        DateOnly.TryParseExact(data.Text("date", 16), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date) ? date : null,
        TimeOnly.TryParseExact(data.Text("time", 16), "HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time) ? time : null,
        data.Flag("urgent"), data.Text("reason"));
}
