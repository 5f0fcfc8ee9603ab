using InnovationBot.Conversation.Cases.Sharing;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.People;
using Case = InnovationBot.Network.Cases.Case;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>A case on its way: begun, wrong, ready, changed by two, published.</summary>
internal static class Shared
{
    public static readonly CaseContent Content = new()
    {
        Title = "Klicatelji slišijo, kje je njihovo dovoljenje", Problem = "Ljudje kličejo zaradi dovoljenj, ki jih še nihče ni pogledal.", Service = "Gradbena dovoljenja",
        Affected = "Investitorji in okence", WhatWasDone = "Posneti odzivnik prebere stanje zadeve.", StartedOn = new DateOnly(2026, 1, 1), EndedOn = new DateOnly(2026, 6, 1),
        Cost = CostBand.Thousands, Effort = EffortBand.Weeks, Outcome = Outcome.Failed,
        Results = [new("klici na dan", "40", "38", "dnevnik klicev"), new("pritožbe na mesec", "9", "9", null)], Lesson = "Najprej vprašajte klicatelje, kaj želijo vedeti.",
        FirstNextTime = "Poslušali bi en dan klicev.", WorksElsewhereWhen = "Kjer je stanje zadev vedno vpisano.", Barriers = [Network.Barrier.ItSystem, Network.Barrier.Trust],
        Users = UsersPart.Consulted, UsersHow = "Šest investitorjev je poslušalo posnetek.", Partners = [new("Laboratorij za storitve", Sector.Academic, "lab@example.org")],
        Tier = Tier.Local, Sector = Sector.Public, PolicyArea = "Gradnja", Country = "SI", Mandate = new("ZUP, 4. člen", "https://example.org/zup"), Links = ["https://example.org/porocilo"],
        TakeOvers = [new(TakeOverKind.Letter, new Language("sl"), "CC BY 4.0", "https://example.org/pismo")], Scheme = "Mestni laboratorij", SchemeEndedOn = new DateOnly(2026, 6, 30),
        AuthorMayBeAsked = true, Language = new Language("sl"), EnglishTitle = "Callers hear where their permit stands", EnglishLesson = "Ask the callers first what they want to know.",
    };

    public static readonly Case Case = Written();

    public static readonly CaseDraft Draft = new()
    {
        Id = Answers.Id<CaseDraftId>(70), AuthorId = Answers.Id<MemberId>(50), Content = Content, Step = DraftStep.Results, CreatedAt = CardSituations.Now, SavedAt = CardSituations.Now,
    };

    public static readonly DraftView Begun = new(Draft, Answers.Opened.Organisation, IsOlder: false, new OpenedCase(Case, Answers.Opened.Organisation, Answers.Opened.Kind, []));

    /// <summary>Changes to the case that stands.</summary>
    public static readonly DraftView Changing = Begun with
    {
        Draft = new CaseDraft { Id = Draft.Id, AuthorId = Draft.AuthorId, CaseId = Case.Id, Content = Content, CreatedAt = CardSituations.Now, SavedAt = CardSituations.Now },
    };

    public static readonly DraftView Unready = Begun with
    {
        Draft = new CaseDraft { Id = Draft.Id, AuthorId = Draft.AuthorId, Content = new CaseContent { Title = "Only this" }, CreatedAt = CardSituations.Now, SavedAt = CardSituations.Now },
        Faults = CaseRules.Unready(new CaseContent { Title = "Only this", Readers = Readers.Organisation }, hasOrganisation: false),
    };

    public static readonly IReadOnlyList<CaseFaultAt> Faults =
        [new(CaseField.Problem, CaseFault.PersonalData) { Words = ["novak@example.org"] }, new(CaseField.Title, CaseFault.TooLong) { Most = CaseRules.LongestTitle }];

    public static readonly ListedCase Like = new(Answers.Opened.Case, Answers.Opened.Organisation, Answers.Opened.Kind);

    public static readonly CaseMerge Merge = CaseMerge.Of(
        Content, Content with { Lesson = "Vprašajte prej." }, Content with { Lesson = "Poslušajte klice.", Cost = CostBand.Hundreds });

    public static readonly OwnCase One = new(
        Case, IsAuthor: true, Draft: null, [new EditorShown(Answers.Id<MemberId>(51), "Jan Vos"), new EditorShown(Answers.Id<MemberId>(52), null)],
        [Partner("Laboratorij za storitve", confirmed: true), Partner("Zavod za klice", confirmed: null)]);

    public static readonly OwnCasesList Own = new([Draft], [Case], [Answers.Opened.Case], [new NamedIn(Answers.Id<CasePartnerId>(80), "One desk for five permits")]);

    /// <summary>More of everything than one card holds.</summary>
    public static readonly OwnCasesList Many = Own with { Drafts = [.. Enumerable.Repeat(Draft, 11)], Cases = [.. Enumerable.Repeat(Case, 20)] };

    public static readonly IReadOnlyList<PastVersion> Versions =
    [
        new(2, CardSituations.Now, "Jan Vos", false, Content, Merge.Theirs, CaseFields.Changed(Content, Merge.Theirs)),
        new(1, CardSituations.Now.AddDays(-20), "Ana Kovač", true, null, Content, []),
    ];

    public static readonly PartnerAsked Asked = new(Partner("Laboratorij za storitve", confirmed: null), Case, Answers.Opened.Organisation, Answers.Opened.Kind);

    /// <summary>Every field filled to its end. Made anew each time: a preview that is too long is shortened in place.</summary>
    public static DraftView Longest()
    {
        string Of(int length) => string.Concat(Enumerable.Repeat("črka šola žir ", (length / 14) + 1))[..length].Trim();
        var link = "https://example.org/" + new string('a', CaseRules.LongestLink - 20);
        var content = Content with
        {
            Title = Of(CaseRules.LongestTitle), Problem = Of(CaseRules.LongestText), Service = Of(200), Affected = Of(500), WhatWasDone = Of(CaseRules.LongestText),
            Results = [.. Enumerable.Range(0, CaseRules.MostResults).Select(_ => new ResultRow(Of(200), Of(200), Of(200), Of(200)))], Lesson = Of(CaseRules.LongestLesson),
            FirstNextTime = Of(CaseRules.LongestExtra), WorksElsewhereWhen = Of(CaseRules.LongestExtra), Barriers = [.. Enum.GetValues<Network.Barrier>()], UsersHow = Of(CaseRules.LongestExtra),
            Partners = [.. Enumerable.Range(0, CaseRules.MostPartners).Select(i => new PartnerNamed(i + Of(190), Sector.CivilSociety, $"{i}@example.org"))], PolicyArea = Of(200),
            Mandate = new(Of(500), link), Links = [.. Enumerable.Range(0, CaseRules.MostLinks).Select(i => link[..^1] + i)],
            TakeOvers = [.. Enumerable.Range(0, CaseRules.MostTakeOvers).Select(i => new TakeOver(TakeOverKind.ProcessDrawing, new Language("sl"), Of(200), link))],
            Scheme = Of(200), EnglishTitle = Of(CaseRules.LongestTitle), EnglishLesson = Of(CaseRules.LongestLesson),
        };
        var shown = Written();
        shown.Apply(content);
        var draft = new CaseDraft { Id = Draft.Id, AuthorId = Draft.AuthorId, Content = content, CreatedAt = CardSituations.Now, SavedAt = CardSituations.Now };
        return new DraftView(draft, Answers.Opened.Organisation, IsOlder: true, new OpenedCase(shown, Answers.Opened.Organisation, Answers.Opened.Kind, []) { Scheme = new Scheme { Name = Of(200) } });
    }

    private static CasePartner Partner(string name, bool? confirmed)
    {
        var partner = new CasePartner { Id = Answers.Id<CasePartnerId>(81), Name = name, Sector = Sector.Academic };
        partner.Ask(Answers.Id<MemberId>(51), CardSituations.Now);
        if (confirmed is { } said) partner.Answer(Answers.Id<MemberId>(51), said, CardSituations.Now);
        return partner;
    }

    private static Case Written()
    {
        var @case = new Case
        {
            Id = Answers.Id<CaseId>(71), Key = "71", Title = "", Problem = "", WhatWasDone = "", AuthorId = Answers.Id<MemberId>(50), CreatedAt = CardSituations.Now, EditedAt = CardSituations.Now,
            NamedPartners = [Partner("Laboratorij za storitve", confirmed: null)],
        };
        @case.Apply(Content);
        return @case;
    }
}
