using System.Text;
using InnovationBot.Activities;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.People.Privacy;

namespace InnovationBot.Conversation.People;

/// <summary>"Into my OneDrive": Teams itself asks once more, with its own card.</summary>
[Verb("people/data-file")]
public sealed class DataFileRoute(ExportMyData export) : IVerbRoute
{
    /// <summary>What the consent card carries.</summary>
    internal const string What = "my-data";

    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal || turn.Context.ExpectsReplies) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var exported = await export.Handle(turn.By, stop);
        if (exported.Refusal is { } refusal) return Reply.Refused(refusal);
        var asked = await turn.Context.Send(
            new Activity
            {
                Type = ActivityTypes.Message, Summary = turn.Say["People.MyDataHeading"],
                Attachments = [Attachment.FileConsent("my-data.html", turn.Say["People.MyDataHeading"], DataPage.Of(exported.Value, turn.Say).Length, What)],
            },
            stop);
        return Reply.Text(turn.Say[asked.IsSent ? "People.MyDataAsked" : "People.MyDataNotPut"]);
    }
}

/// <summary>The person said yes to Teams: their data as they are now, and nobody else's whatever the answer carries.</summary>
public sealed class DataFileConsent(ExportMyData export, IFileUploads uploads)
{
    public async Task<Reply> Answer(FileConsentAnswer answer, Turn turn, CancellationToken stop)
    {
        if (answer.Place is not { } place || answer.What != DataFileRoute.What || turn.Scope != Scope.Personal) return Reply.Nothing;
        var exported = await export.Handle(turn.By, stop);
        if (exported.Refusal is { } refusal) return Reply.Refused(refusal);
        if (!await uploads.Put(place.UploadUrl, DataPage.Of(exported.Value, turn.Say), stop)) return Reply.Text(turn.Say["People.MyDataNotPut"]);
        await turn.Context.Send(new Activity { Type = ActivityTypes.Message, Summary = turn.Say["People.MyDataHeading"], Attachments = [Attachment.FileInfo(place)] }, stop);
        return Reply.Nothing;
    }
}
