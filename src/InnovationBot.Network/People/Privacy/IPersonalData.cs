using System.Text.Json.Nodes;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// What one capability holds about people. Each registers one of these, so that <c>my data</c> exports and <c>forget me</c>
/// erases all there is; a test finds a property that holds a person and is named by none.
/// </summary>
public interface IPersonalData
{
    /// <summary>Where it stands in the exported document.</summary>
    string Name { get; }

    /// <summary>Every stored property that refers to a person.</summary>
    IReadOnlyCollection<(Type Entity, string Property)> Holds { get; }

    /// <summary>Everything about this person, and of others only what this person may read anyway.</summary>
    Task<JsonNode> Export(Member person, CancellationToken stop);

    /// <summary>Erases or anonymises within the caller's transaction; saved by the caller.</summary>
    Task Erase(Member person, CancellationToken stop);
}
