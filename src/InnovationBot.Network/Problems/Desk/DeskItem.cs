using System.Text.Json.Serialization;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Time;

namespace InnovationBot.Network.Problems.Desk;

/// <summary>
/// What somebody passed to a contact desk because nobody else could answer: one of the desk's people claims it, answers it,
/// hands it on or closes it.
/// </summary>
/// <remarks>Waiting → Claimed → Answered → Closed; handed on it waits again at another desk. Its owner may take it back before it is closed.</remarks>
public sealed class DeskItem
{
    /// <summary>Items one person may have at desks at once.</summary>
    public const int MostOpen = 3;

    /// <summary>Working days until organisers hear of an item that nobody claimed.</summary>
    public const int EscalateAfterWorkingDays = 2;

    /// <summary>Working days within which its owner was told to have an answer.</summary>
    public const int AnswerWithinWorkingDays = 5;

    public DeskItemId Id { get; init; }
    public ProblemId ProblemId { get; init; }

    /// <summary>Who asks.</summary>
    public MemberId OwnerId { get; init; }

    /// <summary>As its owner approved it, at most <see cref="Introduction.MaxBlurb"/> characters.</summary>
    public required string Text { get; set; }

    public Language Language { get; init; }

    /// <summary>Languages the owner can talk in.</summary>
    public List<Language> Languages { get; init; } = [];

    /// <summary>The owner's name goes with it, not only after a talk was agreed.</summary>
    public bool OwnerNamed { get; init; }

    /// <summary>Desks of the owner's own organisation may read it.</summary>
    public bool OwnOrganisationMaySee { get; init; }

    /// <summary>The desk it lies at: of an organisation, of a country, else of the network.</summary>
    public OrganisationId? DeskOrganisationId { get; private set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? DeskCountry { get; private set; }

    public DeskItemState State { get; private set; } = DeskItemState.Waiting;
    public MemberId? ClaimedById { get; set; }

    /// <summary>What the desk answered; its newest.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>By when its owner was told to have an answer.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>When organisers hear of it; none while it is claimed or closed.</summary>
    public DateTimeOffset? EscalateDue { get; private set; }

    /// <summary>Organisers may read and claim it since.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }
    public DeskItemEnd? End { get; private set; }
    public int Version { get; set; }

    public bool IsOpen => State != DeskItemState.Closed;

    public DeskPlace Place => new(DeskOrganisationId, DeskCountry);

    /// <param name="days">Of somebody at the desk.</param>
    public void LieAt(DeskPlace place, DateTimeOffset now, WorkingDays days)
    {
        (DeskOrganisationId, DeskCountry) = (place.Organisation, place.Country);
        (State, ClaimedById) = (DeskItemState.Waiting, null);
        EscalateDue = days.Add(now, EscalateAfterWorkingDays);
    }

    /// <summary>Its owner asked organisers themselves: they read it at once.</summary>
    public void ForOrganisers(DateTimeOffset now) => (EscalatedAt, EscalateDue) = (EscalatedAt ?? now, null);

    /// <summary>Whoever had it is gone: it waits for the others at the desk, and organisers hear of it with the next sweep.</summary>
    internal void LieAgain(DateTimeOffset now) => (State, ClaimedById, EscalateDue) = (DeskItemState.Waiting, null, now);

    /// <summary>One of several at the desk takes it; the others then see who has it.</summary>
    public Refusal? Claim(MemberId by)
    {
        if (ClaimedById == by && IsOpen) return null;
        if (State != DeskItemState.Waiting) return IsOpen ? DeskRefusals.ClaimedAlready : Refusal.NoLongerOpen;
        (State, ClaimedById, EscalateDue) = (DeskItemState.Claimed, by, null);
        return null;
    }

    /// <summary>Back to the others at the desk.</summary>
    public Refusal? GiveBack(MemberId by, DateTimeOffset now, WorkingDays days)
    {
        if (MayWork(by) is { } refusal) return refusal;
        LieAt(Place, now, days);
        return null;
    }

    /// <summary>To one person, who has it from now on.</summary>
    public void GiveTo(MemberId person, DeskPlace place)
    {
        (DeskOrganisationId, DeskCountry) = (place.Organisation, place.Country);
        (State, ClaimedById, EscalateDue) = (DeskItemState.Claimed, person, null);
    }

    public Refusal? Say(MemberId by, string answer)
    {
        if (MayWork(by) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(answer)) return IntroductionRefusals.TextMissing;
        if (answer.Trim().Length > Introduction.MaxMessage) return IntroductionRefusals.TextTooLong;
        (State, Answer) = (DeskItemState.Answered, answer.Trim());
        return null;
    }

    /// <summary>The owner needs more than the answer gave: whoever has it goes on.</summary>
    public Refusal? AskOn(MemberId by)
    {
        if (by != OwnerId) return Refusal.NotYours;
        if (State != DeskItemState.Answered) return Refusal.NoLongerOpen;
        State = DeskItemState.Claimed;
        return null;
    }

    /// <summary>Whoever has it, or its owner, ends it.</summary>
    public Refusal? Close(MemberId by, DeskItemEnd end, DateTimeOffset now)
    {
        if (!IsOpen) return End == end ? null : Refusal.NoLongerOpen;
        if (by != OwnerId && MayWork(by) is { } refusal) return refusal;
        (State, End, ClosedAt, EscalateDue) = (DeskItemState.Closed, end, now, null);
        return null;
    }

    public bool Escalate(DateTimeOffset now)
    {
        if (State != DeskItemState.Waiting || !(EscalateDue <= now)) return false;
        (EscalateDue, EscalatedAt) = (null, now);
        return true;
    }

    private Refusal? MayWork(MemberId by) =>
        !IsOpen ? Refusal.NoLongerOpen
        : ClaimedById != by ? ClaimedById is null ? DeskRefusals.ClaimFirst : DeskRefusals.ClaimedAlready
        : null;
}

/// <summary>One desk: of an organisation, of a country, else of the whole network.</summary>
public readonly record struct DeskPlace(OrganisationId? Organisation, string? Country);

public enum DeskItemState { Waiting, Claimed, Answered, Closed }

/// <summary>How an item ended. <c>Nothing</c>: the desk found nobody either.</summary>
public enum DeskItemEnd { Helped, Introduced, Nothing, TakenBack }

public static class DeskRefusals
{
    /// <summary>Somebody else has it.</summary>
    public static readonly Refusal ClaimedAlready = new("DeskClaimedAlready");

    /// <summary>Only whoever claimed it answers, hands it on or closes it.</summary>
    public static readonly Refusal ClaimFirst = new("DeskClaimFirst");

    /// <summary>most: items one person may have at desks.</summary>
    public static readonly Refusal TooManyItems = new Refusal("DeskTooMany").With("most", DeskItem.MostOpen);

    /// <summary>It lies at a desk already.</summary>
    public static readonly Refusal AtDeskAlready = new("DeskAlready");

    /// <summary>The only desk is in the own organisation, and the owner did not allow that.</summary>
    public static readonly Refusal OwnDeskOnly = new("DeskOwnOnly");
}

[JsonConverter(typeof(EntityIdJson<DeskItemId>))]
public readonly record struct DeskItemId(Guid Value) : IEntityId<DeskItemId>
{
    public static DeskItemId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}
