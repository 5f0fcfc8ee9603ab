namespace InnovationBot.Network.Cases.Sharing;

public static class SharingRefusals
{
    /// <summary>Some drafts have to be finished or deleted first.</summary>
    public static readonly Refusal TooManyDrafts = new Refusal("TooManyDrafts").With("most", StartCaseDraft.MostDrafts);

    /// <summary>The author writes the case already.</summary>
    public static readonly Refusal EditorIsAuthor = new("EditorIsAuthor");

    /// <summary>What was written is no e-mail address.</summary>
    public static readonly Refusal EmailWrong = new("EmailWrong");

    /// <summary>A case has as many people writing it as it can have.</summary>
    public static readonly Refusal TooManyEditors = new Refusal("TooManyEditors").With("most", CoEditors.Most);
}

public static class SharingNotices
{
    /// <summary>To a partner that an author named; the subject is the <see cref="CasePartner"/>.</summary>
    public const string PartnerAsked = "case.partner_asked";

    /// <summary>To the author: a partner they named says that it is not so; the subject is the <see cref="CasePartner"/>.</summary>
    public const string PartnerDeclined = "case.partner_declined";

    /// <summary>To somebody asked to write a draft with its author; the subject is the <see cref="CaseDraft"/>.</summary>
    public const string DraftEditorAsked = "case.draft_editor_asked";

    /// <summary>To somebody asked to write a case with its author; the subject is the <see cref="Case"/>.</summary>
    public const string EditorAsked = "case.editor_asked";
}
