namespace InnovationBot.Network.Cases.Sharing;

/// <summary>Two people changed one case at once, field by field: what only one of them touched is clear, what both did somebody has to choose.</summary>
/// <param name="Mine">What the second one wrote.</param>
/// <param name="Theirs">What was published meanwhile.</param>
/// <param name="OnlyTheirs">Fields that only the other one changed.</param>
/// <param name="Both">Fields that both changed, and not to the same.</param>
public sealed record CaseMerge(CaseContent Mine, CaseContent Theirs, IReadOnlyList<CaseField> OnlyTheirs, IReadOnlyList<CaseField> Both)
{
    /// <param name="from">What both started from; none when it is not known any more: then every difference is one to choose.</param>
    public static CaseMerge Of(CaseContent? from, CaseContent mine, CaseContent theirs)
    {
        var differs = CaseFields.Changed(mine, theirs);
        bool OnlyTheirs(CaseField field) => from is not null && CaseFields.Same(field, from, mine);
        bool OnlyMine(CaseField field) => from is not null && CaseFields.Same(field, from, theirs);
        return new(mine, theirs, [.. differs.Where(OnlyTheirs)], [.. differs.Where(field => !OnlyTheirs(field) && !OnlyMine(field))]);
    }

    public bool IsNone => OnlyTheirs.Count == 0 && Both.Count == 0;

    /// <param name="taken">Fields in which the other one's word is to stand.</param>
    public CaseContent Choose(IReadOnlyCollection<CaseField> taken) =>
        OnlyTheirs.Concat(Both).Where(taken.Contains).Aggregate(Mine, (content, field) => content.Take(field, Theirs));
}
