using InnovationBot.Network.People;

namespace InnovationBot.Network.Cases;

/// <summary>The whole of one case, if this reader may read it.</summary>
public sealed class OpenCase
{
    public Task<Result<OpenedCase>> Handle(CaseId id, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}

/// <param name="Organisation">None when the case shows only its kind, or has none.</param>
/// <param name="Contacts">Those who agreed to be a case's contact and whom this reader may see by name.</param>
public sealed record OpenedCase(Case Case, Organisation? Organisation, OrganisationKind? Kind, IReadOnlyList<PersonShown> Contacts);
