namespace InnovationBot.Network.Problems;

/// <summary>What of a problem others read: nothing until its owner opened it, and then the text they approved for it.</summary>
public sealed partial class Problem
{
    /// <summary>Characters of the text that others read.</summary>
    public const int MaxOpenText = 2000;

    /// <summary>As the owner approved it; none while it is open to nobody.</summary>
    public string? OpenText { get; private set; }

    /// <summary>The owner wants their name to stand beside it.</summary>
    public bool OwnerNamed { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>The owner's confirmed organisation when they opened it to that: it stays with those colleagues when the owner changes jobs.</summary>
    public OrganisationId? OpenedIn { get; private set; }

    public bool IsOpenToOthers => Readers != Readers.Private && IsOpen;

    /// <summary>Lets others read it; said again it replaces what was said before.</summary>
    /// <param name="by">Sender of the authenticated activity.</param>
    /// <param name="confirmed">The owner's organisation, when it is confirmed.</param>
    public Refusal? OpenTo(MemberId by, Readers readers, string text, bool named, OrganisationId? confirmed, DateTimeOffset now)
    {
        if (by != OwnerId) return Refusal.NotYours;
        if (!IsOpen) return Refusal.NoLongerOpen;
        if (readers == Readers.Private) return CloseToOthers(by);
        if (string.IsNullOrWhiteSpace(text)) return ProblemRefusals.TextMissing;
        if (text.Trim().Length > MaxOpenText) return Opened.OpenProblemRefusals.TextTooLong;
        if (readers == Readers.Organisation && confirmed is null) return Opened.OpenProblemRefusals.OwnOrganisationUnconfirmed;

        Open();
        (Readers, OpenText, OwnerNamed, OpenedIn) = (readers, text.Trim(), named, readers == Readers.Organisation ? confirmed : null);
        OpenedAt ??= now;
        return null;
    }

    /// <summary>Nobody else reads it any more.</summary>
    public Refusal? CloseToOthers(MemberId by)
    {
        if (by != OwnerId) return Refusal.NotYours;
        (Readers, OpenText, OwnerNamed, OpenedIn, OpenedAt) = (Readers.Private, null, false, null, null);
        return null;
    }
}
