using System.Text.Json.Nodes;

namespace InnovationBot.Network.People.Privacy;

/// <summary>Everything that exists about a person, as one JSON document.</summary>
public sealed class ExportMyData
{
    public Task<Result<JsonObject>> Handle(MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
