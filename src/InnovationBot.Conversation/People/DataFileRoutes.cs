using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.People.Privacy;

namespace InnovationBot.Conversation.People;

/// <summary>"Into my OneDrive": Teams itself asks once more, with its own card.</summary>
[Verb("people/data-file")]
public sealed class DataFileRoute(DriveFiles drive) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => drive.Ask(DataFile.KindName, "", turn, stop);
}

/// <summary>The sender's data as they are now, and nobody else's.</summary>
public sealed class DataFile(ExportMyData export) : IDriveFile
{
    internal const string KindName = "my-data";

    public string Kind => KindName;

    public async Task<Result<DriveFile>> Make(string which, Turn turn, CancellationToken stop)
    {
        var exported = await export.Handle(turn.By, stop);
        return exported.Refusal is { } refusal ? refusal : new DriveFile("my-data.html", turn.Say["People.MyDataHeading"], DataPage.Of(exported.Value, turn.Say));
    }
}
