using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Awards.Rounds;

/// <summary>"awards": running and past rounds.</summary>
public sealed class AwardsCommand(ListAwardsRoute route) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => route.Run(default, turn, stop);
}

[Verb("award/list")]
public sealed class ListAwardsRoute(ListAwards list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => turn.Scope == Scope.Personal
        ? (await list.Handle(turn.By, stop)).Match(page => Reply.Card(AwardsCard.For(page, turn.Reading)), Reply.Refused)
        : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);
}

[Verb("award/show")]
public sealed class ShowAwardRoute(ListAwards list) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Of(data.Id<AwardRoundId>("award"), turn, null, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);

    internal async Task<Reply> Of(AwardRoundId id, Turn turn, string? note, CancellationToken stop, IReadOnlyList<AwardFault>? faults = null) => turn.Scope == Scope.Personal
        ? (await list.Show(id, turn.By, stop)).Match(view => Reply.Card(RoundCard.For(view, turn.Reading, note, faults)), Reply.Refused)
        : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);

    /// <summary>After the last step of a form.</summary>
    internal async Task<Reply> Finished(AwardRoundId id, Turn turn, string note, CancellationToken stop) =>
        (await list.Show(id, turn.By, stop)).Match(view => Reply.Finished(RoundCard.For(view, turn.Reading, note), note), Reply.Refused);
}

[Verb("award/rules")]
public sealed class RulesRoute(ListAwards list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await list.Show(data.Id<AwardRoundId>("award"), turn.By, stop)).Match(view => Reply.Card(RulesCard.For(view.Round, turn.Reading)), Reply.Refused);
}

/// <summary>Opens the form of a new round, for organisers.</summary>
[Verb("award/new")]
public sealed class NewAwardRoute(NetworkDb db) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        if (await db.MemberOf(turn.By, stop) is not { } member || !AwardAccess.MayOrganise(member)) return Reply.Refused(AwardRefusals.OrganisersOnly);
        return Reply.Card(AwardForm.For(null, AwardStep.What, new AwardInput(), [], turn.Reading), turn.Say["Awards.New"]);
    }
}

[Verb("award/edit")]
public sealed class EditAwardRoute(MakeAward make) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await make.Written(data.Id<AwardRoundId>("award"), turn.By, stop)).Match(
            found => Reply.Card(AwardForm.For(found.Round.Id, data.Word<AwardStep>("step") ?? AwardStep.What, found.Input, [], turn.Reading), turn.Say["Events.Edit"]), Reply.Refused);
}

/// <summary>Saves a step and goes on: to the next one of a draft, and at last to the round.</summary>
[Verb("award/save")]
public sealed class SaveAwardRoute(MakeAward make, ShowAwardRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var step = data.Word<AwardStep>("step") ?? throw new BadInputException("step");
        if (data.IdOrNone<AwardRoundId>("award") is not { } id)
        {
            var first = AwardForm.Read(new AwardInput { Zone = turn.Zone.Id, Categories = [new(null, turn.Say["Awards.FirstCategory"], [], null, [])] }, step, data);
            var made = await make.Create(first, turn.By, publish: false, stop);
            return made.Refusal is { } refusal ? Reply.Refused(refusal)
                : Form(made.Round?.Id, made.Round is null ? step : step + 1, first, made.Faults, turn);
        }

        var written = await make.Written(id, turn.By, stop);
        if (written.Refusal is not null) return Reply.Refused(written.Refusal);
        var input = AwardForm.Read(written.Value.Input, step, data);
        var changed = await make.Change(id, input, turn.By, stop);
        if (changed.Refusal is { } why) return Reply.Refused(why);
        if (changed.Round is null) return Form(id, step, input, changed.Faults, turn);
        return !changed.Round.IsPublished && step < AwardStep.Who ? Form(id, step + 1, input, [], turn) : await show.Finished(id, turn, turn.Say["Awards.Saved"], stop);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (turn.Repeats?.Subject is { } made ? new AwardRoundId(made) : data.IdOrNone<AwardRoundId>("award")) is { } id ? await show.Of(id, turn, null, stop) : Reply.Nothing;

    private static Reply Form(AwardRoundId? id, AwardStep step, AwardInput input, IReadOnlyList<AwardFault> faults, Turn turn) =>
        Reply.Card(AwardForm.For(id, step, input, faults, turn.Reading), turn.Say[id is null ? "Awards.New" : "Events.Edit"]);
}

/// <summary>Opens one category, or a new one.</summary>
[Verb("award/category")]
public sealed class CategoryRoute(MakeAward make) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var found = await make.Written(data.Id<AwardRoundId>("award"), turn.By, stop);
        if (found.Refusal is { } refusal) return Reply.Refused(refusal);
        var key = data.Text("key", 64) is { Length: > 0 } text ? text : null;
        var category = key is null ? new AwardCategoryInput(null, null, [], null, []) : found.Value.Input.Categories.FirstOrDefault(one => one.Key == key);
        return category is null ? Reply.Refused(Refusal.NotFound)
            : Reply.Card(CategoryForm.For(found.Value.Round.Id, key, category, found.Value.Round.StateAt(turn.Now) > AwardState.Draft, [], turn.Reading), turn.Say["Events.Edit"]);
    }
}

[Verb("award/category-save")]
public sealed class SaveCategoryRoute(MakeAward make, ShowAwardRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var id = data.Id<AwardRoundId>("award");
        var found = await make.Written(id, turn.By, stop);
        if (found.Refusal is { } refusal) return Reply.Refused(refusal);
        var key = data.Text("key", 64) is { Length: > 0 } text ? text : null;
        var isFixed = found.Value.Round.StateAt(turn.Now) > AwardState.Draft;
        var there = found.Value.Input.Categories.FirstOrDefault(one => one.Key == key);
        if (key is not null && there is null) return Reply.Refused(Refusal.NotFound);
        var typed = CategoryForm.Read(there ?? new(null, null, [], null, []), data, isFixed && there is not null);
        var categories = there is null ? [.. found.Value.Input.Categories, typed] : found.Value.Input.Categories.Select(one => one.Key == key ? typed : one).ToList();
        var changed = await make.Change(id, found.Value.Input with { Categories = categories }, turn.By, stop);
        return changed.Refusal is { } why ? Reply.Refused(why)
            : changed.Round is null ? Reply.Card(CategoryForm.For(id, key, typed, isFixed, changed.Faults, turn.Reading), turn.Say["Events.Edit"])
            : await show.Finished(id, turn, turn.Say["Awards.Saved"], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Run(data, turn, stop);
}

[Verb("award/publish")]
public sealed class PublishAwardRoute(MakeAward make, ShowAwardRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<AwardRoundId>("award");
        var made = await make.Publish(id, turn.By, stop);
        return made.Refusal is { } refusal ? Reply.Refused(refusal)
            : await show.Of(id, turn, made.Round is null ? null : turn.Say["Awards.Published"], stop, made.Faults);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Run(data, turn, stop);
}

/// <summary>A new round that begins from this one.</summary>
[Verb("award/copy")]
public sealed class CopyAwardRoute(MakeAward make, ShowAwardRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var made = await make.Copy(data.Id<AwardRoundId>("award"), turn.By, stop);
        return made.Round is { } round ? await show.Of(round.Id, turn, turn.Say["Awards.Copied"], stop) : Reply.Refused(made.Refusal ?? Refusal.NotFound);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        await show.Of(turn.Repeats?.Subject is { } made ? new AwardRoundId(made) : data.Id<AwardRoundId>("award"), turn, null, stop);
}

[Verb("award/discard")]
public sealed class DiscardAwardRoute(MakeAward make, ListAwardsRoute list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        await make.Discard(data.Id<AwardRoundId>("award"), turn.By, stop) is { } refusal ? Reply.Refused(refusal) : await list.Run(data, turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => list.Run(data, turn, stop);
}

[Verb("award/extend")]
public sealed class ExtendRoute(MakeAward make) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await make.Written(data.Id<AwardRoundId>("award"), turn.By, stop)).Match(found => Reply.Card(ExtendForm.For(found.Round, turn.Reading), turn.Say["Awards.Extend"]), Reply.Refused);
}

[Verb("award/extend-save")]
public sealed class SaveExtendRoute(SteerAward steer, MakeAward make, ShowAwardRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var id = data.Id<AwardRoundId>("award");
        var (day, time) = (data.Text("to_day", 20), data.Text("to_time", 20));
        var moved = await steer.Extend(id, data.Word<AwardDate>("date") ?? throw new BadInputException("date"), time.Length > 0 ? $"{day}T{time}" : day, data.Flag("later"), turn.By, stop);
        if (moved.Refusal is { } refusal) return Reply.Refused(refusal);
        if (moved.Round is not null) return await show.Finished(id, turn, turn.Say["Awards.Extended"], stop);
        return (await make.Written(id, turn.By, stop)).Match(found => Reply.Card(ExtendForm.For(found.Round, turn.Reading, moved.Faults), turn.Say["Awards.Extend"]), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Run(data, turn, stop);
}

[Verb("award/open-jury")]
public sealed class OpenJuryRoute(SteerAward steer, ShowAwardRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<AwardRoundId>("award");
        var opened = await steer.OpenJury(id, turn.By, stop);
        return opened.Refusal is { } refusal ? Reply.Refused(refusal) : await show.Of(id, turn, turn.Say["Awards.JuryOpened"], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Run(data, turn, stop);
}
