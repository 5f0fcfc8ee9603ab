using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Awards.Nominations;

/// <summary>"nominate": in one's own chat what one can do and has done; where others read, the nomination card for all of them.</summary>
public sealed class NominateCommand(ListNominations list) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop)
    {
        var own = await list.Own(turn.By, stop);
        if (own.Refusal is { } refusal) return Reply.Refused(refusal);
        if (turn.Scope == Scope.Personal) return Reply.Card(NominateCard.For(own.Value, turn.Reading));
        return own.Value.Open is [var round, ..] ? Reply.Card(CallCard.For(round, turn.Reading)) : Reply.Text(turn.Say["Nominations.NoCall"]);
    }
}

/// <summary>"nomination DIGITS": to endorse it, or where one is part of it the nomination itself; where others read, for all of them.</summary>
public sealed class NominationCommand(ListNominations list, EndorseNomination endorse) : ICommand
{
    public bool Takes(string argument, Turn turn) => EntityId.TryRead<NominationId>(argument.Trim(), out _);

    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop)
    {
        if (!EntityId.TryRead<NominationId>(argument.Trim(), out var id)) return Reply.Text(turn.Say["Nominations.Which"]);
        if (turn.Scope != Scope.Personal) return (await endorse.Public(id, stop)).Match(view => Reply.Card(EndorseCard.For(view, turn.Reading, isShared: true)), Reply.Refused);
        var own = await list.Show(id, turn.By, stop);
        if (own is { Refusal: null, Value: { } view } && (view.IsNominator || view.Own is not null)) return Reply.Card(NominationCard.For(view, turn.Reading));
        return (await endorse.Show(id, turn.By, stop)).Match(shown => Reply.Card(EndorseCard.For(shown, turn.Reading)), Reply.Refused);
    }
}

[Verb("nomination/list")]
public sealed class ListNominationsRoute(ListNominations list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => turn.Scope == Scope.Personal
        ? (await list.Own(turn.By, stop)).Match(own => Reply.Card(NominateCard.For(own, turn.Reading)), Reply.Refused)
        : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);
}

/// <summary>Draws a draft at one of its steps, wherever it is asked for.</summary>
public sealed class NominationPages(ListNominations list, WriteNomination write)
{
    public async Task<Reply> At(NominationId id, NominationStep? step, Turn turn, CancellationToken stop)
    {
        if (!IsPrivate(turn)) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var found = await list.Show(id, turn.By, stop);
        if (found.Refusal is { } refusal) return Reply.Refused(refusal);
        var view = found.Value;
        if (!view.IsNominator || !view.Nomination.MayBeEdited(turn.Now)) return Reply.Card(NominationCard.For(view, turn.Reading));
        var at = step ?? view.Nomination.Step;
        return at == NominationStep.Preview || !NominationRules.Steps(view.Nomination.Track).Contains(at)
            ? Reply.Card(NominationPreview.For(view, turn.Reading, NominationRules.Missing(view.Nomination, view.Round)), turn.Say["Awards.Nominate"])
            : Reply.Card(NominationForm.For(view.Nomination, view.Round, at, await Cases(at, turn, stop), turn.Reading), turn.Say["Awards.Nominate"]);
    }

    public async Task<Reply> Again(SavedNomination saved, NominationStep step, Turn turn, CancellationToken stop) =>
        Reply.Card(NominationForm.For(saved.Nomination, saved.Round, step, await Cases(step, turn, stop), turn.Reading, saved.Typed, saved.Faults), turn.Say["Awards.Nominate"]);

    /// <summary>One's own chat, or a dialog, which nobody else reads.</summary>
    internal static bool IsPrivate(Turn turn) => turn.Scope == Scope.Personal || turn.InDialog;

    private async Task<IReadOnlyList<Network.Cases.Case>> Cases(NominationStep step, Turn turn, CancellationToken stop) =>
        step == NominationStep.Work ? await write.Cases(turn.By, stop) : [];
}

/// <summary>Begins a nomination; pressed where others read and no dialog opens, it goes on in one's own chat.</summary>
[Verb("nomination/new")]
public sealed class NewNominationRoute(WriteNomination write, NominationPages pages, BeginInOwnChat begin) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var begun = await write.Start(data.Id<AwardRoundId>("award"), data.IdOrNone<CaseId>("case"), turn.By, stop);
        if (begun.Refusal is { } refusal) return Reply.Refused(refusal);
        if (NominationPages.IsPrivate(turn)) return await pages.At(begun.Value.Id, null, turn, stop);
        await begin.Handle(begun.Value.Id, turn.By, stop);
        return Reply.Text(turn.Say["Nominations.InOwnChat"]);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        turn.Repeats?.Subject is { } made ? await pages.At(new NominationId(made), null, turn, stop) : Reply.Nothing;
}

[Verb("nomination/open")]
public sealed class OpenNominationRoute(NominationPages pages) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => pages.At(data.Id<NominationId>("nomination"), data.Word<NominationStep>("step"), turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);
}

/// <summary>Keeps what a step holds and goes on or back.</summary>
[Verb("nomination/save")]
public sealed class SaveNominationRoute(WriteNomination write, NominationPages pages, ILanguageDetector detector) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (!NominationPages.IsPrivate(turn)) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var id = data.Id<NominationId>("nomination");
        if (data.Word<NominationStep>("step") is not { } step || step == NominationStep.Preview) throw new BadInputException("step");
        var saved = await write.Save(new(id, turn.By, step, data.Text("go", 8) == "back", Written), stop);
        if (saved.Refusal is { } refusal) return Reply.Refused(refusal);
        return saved.Value.Faults.Count > 0 ? await pages.Again(saved.Value, step, turn, stop) : await pages.At(id, saved.Value.Next, turn, stop);

        NominationWritten Written(Nomination was)
        {
            var written = NominationForm.Read(was, step, data);
            return step == NominationStep.Problem && written.Content.Problem != was.Content.Problem
                ? written with { Language = detector.Detect($"{written.Content.Title}\n{written.Content.Problem}") ?? turn.Language }
                : written;
        }
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => pages.At(data.Id<NominationId>("nomination"), null, turn, stop);
}

[Verb("nomination/submit")]
public sealed class SubmitNominationRoute(SubmitNomination submit, NominationPages pages, ShowNominationRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (!NominationPages.IsPrivate(turn)) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var id = data.Id<NominationId>("nomination");
        bool? same = data.Has("same") ? data.Flag("same") : null;
        var done = await submit.Handle(new(id, turn.By, ConsentInputs.Read(data), same), stop);
        if (done.Refusal is { } refusal) return Reply.Refused(refusal);
        return done.Value switch
        {
            SubmitOutcome.Unready => await pages.At(id, NominationStep.Preview, turn, stop),
            SubmitOutcome.PerhapsSame found => Reply.Card(SameWorkCard.For(found.Nomination, turn.Say), turn.Say["Awards.Nominate"]),
            SubmitOutcome.Joined joined => Reply.Finished(
                HouseStyle.Card(turn.Say.Language.Code, turn.Say["Nominations.JoinedHeading"], [HouseStyle.Paragraph(Markdown.Escape(turn.Say["Nominations.JoinedText", ("title", joined.Nomination.Content.Title)])), HouseStyle.Back(turn.Say["Awards.MyNominations"], "nomination/list")]),
                turn.Say["Nominations.JoinedHeading"]),
            SubmitOutcome.Submitted one => await show.Finished(one.Nomination.Id, turn, turn.Say[one.Nomination.MendedAt is null ? "Nominations.Submitted" : "Nominations.MendSent"], stop),
            _ => Reply.Nothing,
        };
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Show(data, turn, stop);
}

[Verb("nomination/discard")]
public sealed class DiscardNominationRoute(WriteNomination write, ListNominationsRoute list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        await write.Discard(data.Id<NominationId>("nomination"), turn.By, stop) is { } refusal ? Reply.Refused(refusal) : await list.Run(data, turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => list.Run(data, turn, stop);
}

[Verb("nomination/show")]
public sealed class ShowNominationRoute(ListNominations list) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Of(data.Id<NominationId>("nomination"), turn, null, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        turn.Repeats?.Subject is { } subject ? Of(new NominationId(subject), turn, null, stop) : Run(data, turn, stop);

    internal async Task<Reply> Of(NominationId id, Turn turn, string? note, CancellationToken stop) => turn.Scope != Scope.Personal
        ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"])
        : (await list.Show(id, turn.By, stop)).Match(view => Reply.Card(NominationCard.For(view, turn.Reading, note)), Reply.Refused);

    internal async Task<Reply> Finished(NominationId id, Turn turn, string note, CancellationToken stop) =>
        (await list.Show(id, turn.By, stop)).Match(view => Reply.Finished(NominationCard.For(view, turn.Reading, note), note), Reply.Refused);
}

/// <summary>A nominee says yes, or changes what they agree to.</summary>
[Verb("nomination/accept")]
public sealed class AcceptNominationRoute(AnswerNomination answer, ListNominations list, ShowNominationRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var accepted = await answer.Accept(data.Id<NomineeId>("nominee"), turn.By, ConsentInputs.Read(data), stop);
        return accepted.Refusal is { } refusal ? Reply.Refused(refusal) : await show.Of(accepted.Value.Id, turn, turn.Say["Nominations.AcceptedNote"], stop);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await list.Asked(data.Id<NomineeId>("nominee"), turn.By, stop)).Match(view => Reply.Card(NominationCard.For(view, turn.Reading)), _ => Reply.Nothing);
}

[Verb("nomination/decline")]
public sealed class DeclineNominationRoute(AnswerNomination answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var declined = await answer.Decline(data.Id<NomineeId>("nominee"), turn.By, stop);
        return declined.Refusal is { } refusal ? Reply.Refused(refusal)
            : Reply.Card(HouseStyle.Card(turn.Say.Language.Code, turn.Say["Nominations.DeclinedHeading"], [HouseStyle.Subtle(turn.Say[declined.Value ? "Nominations.DeclinedGone" : "Nominations.DeclinedOut"])]));
    }
}

[Verb("nomination/withdraw")]
public sealed class WithdrawNominationRoute(AnswerNomination answer, ShowNominationRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var withdrawn = await answer.Withdraw(data.Id<NominationId>("nomination"), turn.By, stop);
        return withdrawn.Refusal is { } refusal ? Reply.Refused(refusal) : await show.Of(withdrawn.Value.Id, turn, turn.Say["Nominations.WithdrawnNote"], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Run(data, turn, stop);
}

[Verb("nomination/partner")]
public sealed class AnswerPartnerRoute(AnswerNomination answer, ListNominations list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<NominationPartnerId>("partner");
        var said = await answer.Partner(id, turn.By, data.Flag("answer"), stop);
        return said.Refusal is { } refusal ? Reply.Refused(refusal) : await Show(data, turn, stop);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await list.Partner(data.Id<NominationPartnerId>("partner"), turn.By, stop)).Match(view => Reply.Card(PartnerCard.For(view, turn.Reading)), Reply.Refused);
}

/// <summary>What can be endorsed in a round.</summary>
[Verb("award/endorse")]
public sealed class EndorseListRoute(EndorseNomination endorse) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var (id, page) = (data.Id<AwardRoundId>("award"), Math.Clamp(data.Number("page") ?? 1, 1, 1000));
        return (await endorse.List(id, turn.By, (page - 1) * NominationRows.PageSize, NominationRows.PageSize + 1, stop)).Match(found => Reply.Card(NominationRows.ToEndorse(id, found, page, turn.Reading)), Reply.Refused);
    }
}

[Verb("nomination/endorse-show")]
public sealed class EndorseShowRoute(EndorseNomination endorse) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await endorse.Show(data.Id<NominationId>("nomination"), turn.By, stop)).Match(view => Reply.Card(EndorseCard.For(view, turn.Reading, isShared: turn.Scope != Scope.Personal)), Reply.Refused);
}

[Verb("nomination/endorse")]
public sealed class EndorseRoute(EndorseNomination endorse, EndorseShowRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var endorsed = await endorse.Handle(data.Id<NominationId>("nomination"), turn.By, data.Text("sentence"), stop);
        if (endorsed.Refusal is { } refusal) return Reply.Refused(refusal);
        return turn.Scope == Scope.Personal ? Reply.Card(EndorseCard.For(endorsed.Value, turn.Reading, turn.Say["Nominations.Endorsed"])) : Reply.Text(turn.Say["Nominations.Endorsed"]);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Run(data, turn, stop);
}

/// <summary>All nominations of a round, for organisers.</summary>
[Verb("award/nominations")]
public sealed class RoundNominationsRoute(ListNominations list, ListAwards awards) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var id = data.Id<AwardRoundId>("award");
        var round = await awards.Show(id, turn.By, stop);
        if (round.Refusal is { } refusal) return Reply.Refused(refusal);
        return (await list.All(id, data.Number("page") ?? 1, turn.By, stop)).Match(found => Reply.Card(NominationRows.ForOrganisers(found, round.Value.Round, turn.Reading)), Reply.Refused);
    }
}

/// <summary>What was nominated in a round that was announced, for everybody.</summary>
[Verb("award/nominated")]
public sealed class NominatedRoute(ListNominations list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var (id, page) = (data.Id<AwardRoundId>("award"), Math.Clamp(data.Number("page") ?? 1, 1, 1000));
        return (await list.Announced(id, (page - 1) * NominationRows.PageSize, NominationRows.PageSize + 1, turn.By, stop)).Match(found => Reply.Card(NominationRows.Announced(id, found, page, turn.Reading)), Reply.Refused);
    }
}

[Verb("nomination/read")]
public sealed class ReadNominationRoute(ListNominations list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await list.Read(data.Id<NominationId>("nomination"), turn.By, stop)).Match(found => Reply.Card(AnnouncedNominationCard.For(found.Nomination, found.Round, found.Organisation, turn.Reading)), Reply.Refused);
}

/// <summary>Opens the check of a nomination, for organisers.</summary>
[Verb("nomination/check")]
public sealed class CheckRoute(ListNominations list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var found = await list.Show(data.Id<NominationId>("nomination"), turn.By, stop);
        return found.Refusal is { } refusal ? Reply.Refused(refusal) : found.Value.Organises ? Reply.Card(CheckForm.For(found.Value, turn.Reading), turn.Say["Nominations.Check"]) : Reply.Refused(AwardRefusals.OrganisersOnly);
    }
}

[Verb("nomination/check-save")]
public sealed class SaveCheckRoute(CheckNomination check, ShowNominationRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<NominationId>("nomination");
        var until = DateOnly.TryParseExact(data.Text("until", 20), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var done = await check.Handle(new(id, turn.By, data.Word<EligibilityVerdict>("verdict") ?? throw new BadInputException("verdict"), data.Text("reason"), until), stop);
        return done.Refusal is { } refusal ? Reply.Refused(refusal) : await show.Finished(id, turn, turn.Say["Nominations.CheckSaved"], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Run(data, turn, stop);
}
