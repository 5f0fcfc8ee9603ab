using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Network.Transfer;

/// <summary>Works a file's changes out once more, of records that somebody changed after the file was read.</summary>
public interface IStagedLines
{
    /// <param name="updates">Of one kind.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>What is still to be changed.</returns>
    Task<IReadOnlyList<StagedUpdate>> Again(IReadOnlyList<StagedUpdate> updates, CancellationToken stop);
}

/// <summary>By the import of their kind, which is made only when it is needed: an import finishes imports itself.</summary>
internal sealed class StagedLines(IServiceProvider services) : IStagedLines
{
    public Task<IReadOnlyList<StagedUpdate>> Again(IReadOnlyList<StagedUpdate> updates, CancellationToken stop) => updates[0].Kind switch
    {
        RecordKind.Organisations => services.GetRequiredService<ImportOrganisations>().Again(updates, stop),
        RecordKind.Members => services.GetRequiredService<ImportMembers>().Again(updates, stop),
        _ => services.GetRequiredService<ImportCases>().Again(updates, stop),
    };
}
