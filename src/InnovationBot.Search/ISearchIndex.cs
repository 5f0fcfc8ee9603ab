namespace InnovationBot.Search;

/// <summary>The search's copy of the store. It follows by itself; who must be sure calls <see cref="CatchUp"/>.</summary>
public interface ISearchIndex
{
    /// <summary>Returns when everything committed to the store before the call can be found.</summary>
    Task CatchUp(CancellationToken stop);

    /// <summary>Builds a new index beside the running one, which answers until then.</summary>
    Task Rebuild(CancellationToken stop);
}
