namespace InnovationBot.Network.Transfer;

/// <summary>What the records of one kind are made of.</summary>
/// <param name="Fields">In the order in which they are written.</param>
/// <param name="Required">Those that every record has.</param>
public sealed record RecordShape(IReadOnlyList<string> Fields, IReadOnlyList<string> Required)
{
    public static readonly RecordShape Organisations = new([.. OrganisationRecord.Fields.Select(field => field.Name)], ["id", "name", "tier", "sector", "country"]);
    public static readonly RecordShape Members = new([.. MemberRecord.Fields.Select(field => field.Name)], ["email", "name", "organisation"]);
    public static readonly RecordShape Cases = new([.. CaseRecord.Fields.Select(field => field.Name)], ["id", "title", "problem", "what_was_done", "outcome"]);

    public static RecordShape Of(RecordKind kind) => kind switch
    {
        RecordKind.Organisations => Organisations,
        RecordKind.Members => Members,
        _ => Cases,
    };
}
