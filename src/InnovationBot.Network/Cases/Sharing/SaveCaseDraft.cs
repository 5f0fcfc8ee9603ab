using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>Keeps one step of the form. What is wrong in it, or was changed by somebody else meanwhile, is named and not stored; all the rest is.</summary>
public sealed class SaveCaseDraft(NetworkDb db, TimeProvider clock)
{
    /// <param name="Typed">Puts the step's fields into what the draft holds.</param>
    /// <param name="Next">The step to go on with, once nothing is wrong.</param>
    /// <param name="Mask">Words that take the place of whatever points to a person; none = the author writes it anew.</param>
    /// <param name="Seen">The step as the form showed it at first (<see cref="StepSeen"/>).</param>
    public sealed record Request(CaseDraftId Draft, MemberId By, DraftStep Step, Func<CaseContent, CaseContent> Typed, DraftStep Next, string? Mask = null, string? Seen = null)
    {
        /// <summary>What was sent for a field and is no answer to it: changes nothing, and is named.</summary>
        public IReadOnlyList<CaseFaultAt> Unread { get; init; } = [];
    }

    public async Task<Result<SavedDraft>> Handle(Request request, CancellationToken stop)
    {
        if (await db.WrittenBy(request.By).SingleOrDefaultAsync(d => d.Id == request.Draft, stop) is not { } draft) return Refusal.NotFound;

        var kept = draft.Content;
        var (typed, both) = StepSeen.Compare(request.Seen, request.Step, request.Typed(kept), kept);
        if (request.Mask is { } mask) typed = CaseFields.Mask(typed, mask);
        List<CaseFaultAt> faults = [.. request.Unread, .. CaseRules.Faults(typed).Where(fault => CaseRules.StepOf(fault.Field) == request.Step)];
        if (request.Step == DraftStep.Problem && typed.Title.Length == 0) faults.Add(new(CaseField.Title, CaseFault.Missing));

        draft.Content = faults.Select(fault => fault.Field).Concat(both).Aggregate(typed, (content, field) => content.Take(field, kept));
        draft.Step = faults.Count > 0 || both.Count > 0 ? request.Step : request.Next;
        draft.SavedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(stop);
        return new SavedDraft(draft, typed, faults) { ChangedByOthers = both };
    }
}

/// <param name="Typed">With what was not stored, so that the form shows it again.</param>
public sealed record SavedDraft(CaseDraft Draft, CaseContent Typed, IReadOnlyList<CaseFaultAt> Faults)
{
    /// <summary>What somebody else changed since the form opened, and this one too: theirs stands until the second one has seen it.</summary>
    public IReadOnlyList<CaseField> ChangedByOthers { get; init; } = [];
}
