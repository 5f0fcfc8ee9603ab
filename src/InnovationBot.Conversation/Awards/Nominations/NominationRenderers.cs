using InnovationBot.Cards;
using InnovationBot.Conversation.Awards.Rounds;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Awards.Nominations;

/// <summary>What nominators, nominees and partners hear: one line that says what is new, and the nomination as it then is.</summary>
public sealed class NominationRenderer(ListNominations list, WriteNomination write) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var say = reading.Say;
        var summary = say[$"Nominations.Summary_{notice.Kind["nomination.".Length..]}"];
        if (notice.Kind == NominationNotices.PartnerAsked)
            return (await list.Partner(EntityId.From<NominationPartnerId>(notice.Subject), notice.RecipientId, stop)).Match(
                asked => asked.Partner.State == NominationPartnerState.Asked ? new NoticeMessage(PartnerCard.For(asked, reading), summary) : null, _ => null);

        var found = notice.Kind == NominationNotices.Asked
            ? await list.Asked(EntityId.From<NomineeId>(notice.Subject), notice.RecipientId, stop)
            : await list.Show(EntityId.From<NominationId>(notice.Subject), notice.RecipientId, stop);
        if (found.Refusal is not null) return null;
        var view = found.Value;
        if (!IsWorthSaying(notice.Kind, view)) return null;
        if (notice.Kind == NominationNotices.Begun)
            return new NoticeMessage(NominationForm.For(view.Nomination, view.Round, NominationStep.Work, await write.Cases(notice.RecipientId, stop), reading), summary);
        return new NoticeMessage(NominationCard.For(view, reading, notice.Kind == NominationNotices.Asked ? null : summary), summary, Alert: notice.Kind is NominationNotices.Asked or NominationNotices.Mend);
    }

    private static bool IsWorthSaying(string kind, NominationView view) => kind switch
    {
        NominationNotices.Asked => view.Own is { HasAccepted: false } && view.Nomination.IsInRound,
        NominationNotices.Mend => view.Nomination is { State: NominationState.Submitted, MendDue: not null },
        NominationNotices.Checked => view.Nomination.State is not (NominationState.Submitted or NominationState.Withdrawn),
        NominationNotices.Begun => view.Nomination.State == NominationState.Draft && view.IsNominator,
        NominationNotices.Withdrawn or NominationNotices.NotAccepted => view.Nomination.State == NominationState.Withdrawn,
        _ => view.Nomination.IsInRound,
    };
}

/// <summary>What people hear of a round: a phase, a date put off, a deadline that comes near, a nomination that was declined.</summary>
public sealed class AwardRenderer(ListAwards list) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var found = await list.Show(EntityId.From<AwardRoundId>(notice.Subject), notice.RecipientId, stop);
        if (found.Refusal is not null) return null;
        var (say, view) = (reading.Say, found.Value);
        var note = notice.Kind switch
        {
            AwardNotices.Phase => Vocabulary.TryRead<AwardState>(notice.Detail, out var state) && state == view.State ? say["Awards.NotePhase", ("phase", say.Word(state))] : null,
            AwardNotices.Extended => Vocabulary.TryRead<AwardDate>(notice.Detail, out var date) && say.When(view.Round, date) is { } when ? say["Awards.NoteExtended", ("what", say.Word(date)), ("when", when)] : null,
            AwardNotices.Reminder => say["Awards.NoteReminder", ("phase", say.State(view.Round, view.State).Text)],
            _ => say["Nominations.Summary_declined"],
        };
        return note is null ? null : new NoticeMessage(RoundCard.For(view, reading, note), note is { Length: <= 120 } ? note : say["Awards.Heading"]);
    }
}

/// <summary>To a nominee who agreed: the problem is open to others.</summary>
public sealed class ProblemOpenedRenderer(Network.Problems.Opened.ShowOpenProblem show) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var found = await show.Own(new ProblemId(notice.Subject), notice.RecipientId, stop);
        return found.Refusal is not null ? null : new NoticeMessage(
            HouseStyle.Card(reading.Say.Language.Code, reading.Say["Nominations.ProblemOpened"],
            [
                HouseStyle.Subtle(reading.Say["Nominations.ProblemOpenedHint"]),
                HouseStyle.Button(AwardWords.Act(reading.Say["Nominations.ProblemShow"], "problem/list", CardData.None)),
            ]),
            reading.Say["Nominations.ProblemOpened"]);
    }
}

/// <summary>Nominations that nobody has checked yet.</summary>
public sealed class NominationOrganiseRows(ListNominations list) : IOrganiseRows
{
    public int Order => 12;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop)
    {
        var found = await list.Waiting(null, 1, turn.By, stop);
        if (found.Refusal is not null || found.Value.Total == 0) return [];
        List<ColumnSet> rows = [];
        for (var page = 1; page <= Math.Min(found.Value.Pages, 7); page++)
            rows.AddRange((await list.Waiting(null, page, turn.By, stop)).Value.Nominations.Select(nomination => NominationRows.Row(nomination, null, turn.Reading)));
        return [new OrganiseSection(turn.Say["Nominations.Section", ("count", found.Value.Total)], rows)];
    }
}
