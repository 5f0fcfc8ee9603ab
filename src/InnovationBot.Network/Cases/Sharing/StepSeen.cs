namespace InnovationBot.Network.Cases.Sharing;

/// <summary>
/// A step of a draft as somebody saw it when the form opened: travels with the form, so that of two who write one step at once neither
/// takes away the other's words unseen. Wrong marks only ask once more.
/// </summary>
public static class StepSeen
{
    /// <summary>One mark for each field of the step, in the fields' order.</summary>
    public static string Of(CaseContent content, DraftStep step) => string.Join('.', FieldsOf(step).Select(field => CaseFields.Mark(field, content)));

    /// <summary>Lets the fields that only the other one changed stay as they are now.</summary>
    /// <param name="seen">From the form; none of an older form: then what is typed stands.</param>
    /// <param name="step">The step it was.</param>
    /// <param name="typed">What the form brought.</param>
    /// <param name="stored">What is there now.</param>
    /// <returns>What is to stand, and the fields that both changed, not to the same.</returns>
    internal static (CaseContent Typed, IReadOnlyList<CaseField> Both) Compare(string? seen, DraftStep step, CaseContent typed, CaseContent stored)
    {
        var marks = seen?.Split('.') ?? [];
        CaseField[] fields = [.. FieldsOf(step)];
        if (marks.Length != fields.Length) return (typed, []);

        List<CaseField> both = [];
        foreach (var (field, mark) in fields.Zip(marks))
        {
            if (CaseFields.Same(field, typed, stored) || CaseFields.Mark(field, stored) == mark) continue;
            if (CaseFields.Mark(field, typed) == mark) typed = typed.Take(field, stored);
            else both.Add(field);
        }

        return (typed, both);
    }

    private static IEnumerable<CaseField> FieldsOf(DraftStep step) => Enum.GetValues<CaseField>().Where(field => CaseRules.StepOf(field) == step);
}
