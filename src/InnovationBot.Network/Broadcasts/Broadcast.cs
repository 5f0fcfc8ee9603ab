using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;

namespace InnovationBot.Network.Broadcasts;

/// <summary>
/// One message for many: composed by an organiser, made into a notice for each of its audience, sent by the outbox. A
/// person gets it once, whatever happens; what was sent can be corrected and taken back.
/// </summary>
public sealed class Broadcast
{
    public BroadcastId Id { get; init; }

    /// <summary>None for the administrator of the machine, and once the person was forgotten.</summary>
    public MemberId? AuthorId { get; set; }

    /// <summary>Set when it was composed with the rights of one organisation's organiser: the others of it may steer it too.</summary>
    public OrganisationId? OrganisationId { get; init; }

    public BroadcastKind Kind { get; init; }

    /// <summary>The event, case or award round it is about.</summary>
    public Guid? About { get; set; }

    public BroadcastContent Content { get; set; } = new();

    /// <summary>What it is to say instead, while a second organiser is asked to agree; cards say what was agreed to before.</summary>
    public BroadcastContent? Correction { get; private set; }

    /// <summary>Who wrote the correction that waits.</summary>
    public MemberId? CorrectionBy { get; set; }

    /// <summary>What whoever goes on writing goes on from.</summary>
    public BroadcastContent Written => Correction ?? Content;

    /// <summary>Checked. None while nobody said whom it is for.</summary>
    public Audience? Audience { get; set; }

    /// <summary>Conversation ids of channels it is posted in, one message each.</summary>
    public List<string> Channels { get; set; } = [];

    /// <summary>None = as soon as each reader works.</summary>
    public SendAt? At { get; set; }

    /// <summary>Outside working hours and above the weekly limit; its reason stands on the card.</summary>
    public bool Urgent { get; set; }
    public string? UrgentReason { get; set; }

    public BroadcastState State { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a second organiser was asked; the draft waits for them.</summary>
    public DateTimeOffset? ApprovalAskedAt { get; private set; }

    /// <summary>The second organiser.</summary>
    public MemberId? ApprovedBy { get; set; }

    /// <summary>There was no second organiser to ask although it is large.</summary>
    public bool WasNobodyElse { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public DateTimeOffset? RecalledAt { get; private set; }
    public DateTimeOffset? CorrectedAt { get; private set; }

    /// <summary>Grows with each correction and recall, so that each card is edited once for each.</summary>
    public int Revision { get; private set; }

    /// <summary>How many it was for when it was published; what counts until every delivery is made.</summary>
    public int Expected { get; private set; }

    /// <summary>The last person looked at while deliveries are made; a key of the store, kept only so long.</summary>
    public Guid? MadeUpTo { get; set; }

    /// <summary>Every delivery is made.</summary>
    public bool IsMade { get; private set; }

    /// <summary>The key of the last delivery whose card an edit was written for; empty = none yet, none = nothing to edit.</summary>
    public string? EditedUpTo { get; set; }

    /// <summary>When there is something to do about it by itself.</summary>
    public DateTimeOffset? WorkDue { get; set; }

    /// <summary>When its organiser's card may be edited next.</summary>
    public DateTimeOffset? ProgressDue { get; set; }

    /// <summary>The numbers that the organiser's card shows, so that an edit that would change nothing is not made.</summary>
    public string? ProgressShown { get; set; }

    public int Version { get; set; }

    /// <summary>What was written can still be changed without anybody noticing.</summary>
    public bool IsDraft => State == BroadcastState.Draft;

    /// <summary>Cards are or will be at people's.</summary>
    public bool IsUnderWay => State is BroadcastState.Approved or BroadcastState.Sending or BroadcastState.Paused;

    private bool CanCorrect => !IsDraft && RecalledAt is null && State != BroadcastState.Cancelled;

    /// <summary>It goes to people whose open problem fits, and no number but a figure of many may tell who they are: not how many it is for, not how far it got.</summary>
    public bool HidesNumbers => Audience?.FitsEvent is not null;

    /// <summary>As organisers see it: where numbers are hidden, also when the last one got it.</summary>
    public BroadcastState ShownState => HidesNumbers && StartedAt is not null && State is (BroadcastState.Sending or BroadcastState.Paused) ? BroadcastState.Sent : State;

    /// <summary>A change of a draft that somebody is asked to approve takes the asking back: they would approve something else.</summary>
    public void Change() => ApprovalAskedAt = null;

    /// <param name="recipients">Whom it is for, also those who cannot be reached.</param>
    /// <param name="approval">Whether a second organiser has to agree.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Publish(int recipients, Approval approval, DateTimeOffset now)
    {
        if (!IsDraft) return Refusal.NoLongerOpen;
        Expected = recipients;
        WasNobodyElse = approval == Approval.NobodyElse;
        if (approval == Approval.Needed) ApprovalAskedAt = now;
        else Go(now);
        return null;
    }

    /// <param name="by">An organiser, but not the one who composed it.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Approve(MemberId by, DateTimeOffset now)
    {
        if (!IsDraft || ApprovalAskedAt is null) return Refusal.NoLongerOpen;
        if (by == AuthorId) return BroadcastRefusals.ApproverIsAuthor;
        ApprovedBy = by;
        Go(now);
        return null;
    }

    /// <summary>Its time has come: deliveries are made from now on.</summary>
    public void Begin(DateTimeOffset now)
    {
        (State, StartedAt, WorkDue, ProgressDue) = (BroadcastState.Sending, now, now, now);
    }

    /// <summary>The last of the audience was looked at.</summary>
    public void Made() => (IsMade, MadeUpTo) = (true, null);

    /// <summary>Nothing is left to send.</summary>
    public void Finish(DateTimeOffset now) => (State, EndedAt, WorkDue) = (BroadcastState.Sent, now, EditedUpTo is null ? null : now);

    public Refusal? Pause()
    {
        if (State is not (BroadcastState.Approved or BroadcastState.Sending)) return Refusal.NoLongerOpen;
        State = BroadcastState.Paused;
        return null;
    }

    public Refusal? Resume(DateTimeOffset now)
    {
        if (State != BroadcastState.Paused) return Refusal.NoLongerOpen;
        (State, WorkDue) = (StartedAt is null ? BroadcastState.Approved : BroadcastState.Sending, now);
        return null;
    }

    /// <summary>What is not sent is not sent.</summary>
    public Refusal? Cancel(DateTimeOffset now)
    {
        if (!IsUnderWay) return Refusal.NoLongerOpen;
        (State, EndedAt, MadeUpTo) = (BroadcastState.Cancelled, now, null);
        DropCorrection();
        return null;
    }

    /// <summary>Cancels it, and cards that are already there say that it was taken back.</summary>
    public Refusal? Recall(DateTimeOffset now)
    {
        if (StartedAt is null || RecalledAt is not null) return Refusal.NoLongerOpen;
        (State, RecalledAt, EndedAt, MadeUpTo) = (BroadcastState.Cancelled, now, EndedAt ?? now, null);
        DropCorrection();
        Edit(now);
        return null;
    }

    /// <summary>Cards that are already there are edited, the others say it from the start.</summary>
    public Refusal? Correct(BroadcastContent content, DateTimeOffset now)
    {
        if (!CanCorrect) return Refusal.NoLongerOpen;
        Content = content;
        DropCorrection();
        if (StartedAt is null) return null;
        CorrectedAt = now;
        Edit(now);
        return null;
    }

    /// <summary>The correction waits for a second organiser; one that waited before is replaced, for they would approve something else.</summary>
    public Refusal? AskToCorrect(BroadcastContent content, MemberId by)
    {
        if (!CanCorrect) return Refusal.NoLongerOpen;
        (Correction, CorrectionBy) = (content, by);
        return null;
    }

    /// <param name="by">An organiser, but not the one who wrote the correction.</param>
    /// <param name="now">UTC.</param>
    public Refusal? ApproveCorrection(MemberId by, DateTimeOffset now) =>
        Correction is not { } content ? Refusal.NoLongerOpen : by == CorrectionBy ? BroadcastRefusals.ApproverIsAuthor : Correct(content, now);

    /// <summary>It goes on saying what it says.</summary>
    public void DropCorrection() => (Correction, CorrectionBy) = (null, null);

    /// <summary>Some of it is sent once more.</summary>
    public Refusal? SendAgain(DateTimeOffset now)
    {
        if (RecalledAt is not null || State is not (BroadcastState.Sending or BroadcastState.Sent or BroadcastState.Paused)) return Refusal.NoLongerOpen;
        if (State == BroadcastState.Sent) (State, EndedAt) = (BroadcastState.Sending, null);
        WorkDue = now;
        return null;
    }

    private void Go(DateTimeOffset now) => (State, PublishedAt, WorkDue) = (BroadcastState.Approved, now, At is { } at && at.Begins > now ? at.Begins : now);

    private void Edit(DateTimeOffset now)
    {
        Revision++;
        (EditedUpTo, WorkDue, ProgressDue) = ("", now, now);
    }
}

public enum BroadcastState { Draft, Approved, Sending, Paused, Sent, Cancelled }

/// <summary>Whether a second organiser has to agree; <c>NobodyElse</c>: one would have to, but there is none.</summary>
public enum Approval { NotNeeded, Needed, NobodyElse }

/// <summary>Kinds of the outbox.</summary>
public static class BroadcastNotices
{
    /// <summary>One delivery; the subject is the <see cref="Broadcast"/>.</summary>
    public const string Card = "broadcast.card";

    /// <summary>Edits the card of a delivery.</summary>
    public const string Edit = "broadcast.edit";

    /// <summary>To whoever composes: the card as its readers will see it.</summary>
    public const string Preview = "broadcast.preview";

    /// <summary>The organiser's card, and its edits.</summary>
    public const string Progress = "broadcast.progress";

    /// <summary>Asks another organiser to agree.</summary>
    public const string Approval = "broadcast.approval";

    /// <summary>The key of the one delivery that a person gets of a broadcast, whatever happens.</summary>
    public static string KeyOf(BroadcastId broadcast, MemberId person) => $"{Keys(broadcast)}{person}";

    /// <summary>What the keys of all deliveries of a broadcast begin with.</summary>
    public static string Keys(BroadcastId broadcast) => $"broadcast:{broadcast}:";

    internal static Notice Delivery(this Broadcast broadcast, AudienceMember person, DateTimeOffset due, DateTimeOffset now) => new()
    {
        Id = EntityId.New<NoticeId>(now), RecipientId = person.Id, Kind = Card, Subject = broadcast.Id.Value, Broadcast = broadcast.Kind,
        Key = KeyOf(broadcast.Id, person.Id), Priority = NoticePriority.Broadcast, Timing = broadcast.Urgent ? NoticeTiming.AtOnce : NoticeTiming.WorkingHours,
        Unasked = !broadcast.Urgent, Due = due, CreatedAt = now,
        State = person.Unreachable is null ? NoticeState.Queued : NoticeState.Failed, Reason = person.Unreachable,
    };

    /// <summary>The one post in a channel. Its key stands among those of the people, so that an edit finds it.</summary>
    internal static Notice Post(this Broadcast broadcast, string channel, DateTimeOffset due, DateTimeOffset now) => new()
    {
        Id = EntityId.New<NoticeId>(now), ChannelId = channel, Kind = Card, Subject = broadcast.Id.Value, Key = $"{Keys(broadcast.Id)}c-{channel}",
        Priority = NoticePriority.Broadcast, Timing = broadcast.Urgent ? NoticeTiming.AtOnce : NoticeTiming.WorkingHours, Due = due, CreatedAt = now,
    };

    internal static Notice EditOf(this Broadcast broadcast, Notice delivery, DateTimeOffset now) => new()
    {
        Id = EntityId.New<NoticeId>(now), RecipientId = delivery.RecipientId, ChannelId = delivery.ChannelId, Kind = Edit, Subject = broadcast.Id.Value, Edits = delivery.Id,
        Key = $"broadcast-edit:{broadcast.Id}:{broadcast.Revision}:{delivery.Id}", Priority = NoticePriority.Broadcast, Timing = NoticeTiming.AtOnce, Due = now, CreatedAt = now,
    };
}
