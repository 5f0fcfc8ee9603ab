using InnovationBot.Activities;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;

namespace InnovationBot.Conversation.Routing;

/// <summary>
/// Puts files into people's own OneDrive (Teams docs: send files to personal chat): Teams asks with its own card, which goes once it is answered for good.
/// Where that fails the card stays, to be pressed again.
/// </summary>
public sealed class DriveFiles(IEnumerable<IDriveFile> kinds, IFileUploads uploads, NetworkDb db)
{
    /// <summary>Whether this person's client asks: Teams alone does, in the own chat.</summary>
    public static bool CanAsk(Turn turn) => turn is { Scope: Scope.Personal, Context: { IsPlayground: false, ExpectsReplies: false } };

    /// <summary>Has Teams ask.</summary>
    public async Task<Reply> Ask(string kind, string which, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal || turn.Context.ExpectsReplies) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var made = await kinds.First(one => one.Kind == kind).Make(which, turn, stop);
        if (made.Refusal is { } refusal) return Reply.Refused(refusal);
        var file = made.Value;
        var asked = await turn.Context.Send(
            new Activity
            {
                Type = ActivityTypes.Message, Summary = file.Description,
                Attachments = [Attachment.FileConsent(file.Name, file.Description, file.Content.Length, which.Length > 0 ? $"{kind}:{which}" : kind)],
            },
            stop);
        return Reply.Text(turn.Say[asked.IsSent ? "People.DriveAsked" : "People.DriveNotPut"]);
    }

    /// <summary>What the person answered Teams; a file is theirs whatever the answer carries.</summary>
    public async Task<Reply> Answered(FileConsentAnswer answer, Turn turn, CancellationToken stop)
    {
        var (kind, which) = answer.What.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (answer.What[..at], answer.What[(at + 1)..]) : (answer.What, "");
        if (turn.Scope != Scope.Personal || turn.Repeats is not null || kinds.FirstOrDefault(one => one.Kind == kind) is not { } files) return Reply.Nothing;
        if (answer.Place is not { } place)
        {
            await Done(turn, stop);
            return Reply.Text(turn.Say["People.DriveDeclined"]);
        }

        var made = await files.Make(which, turn, stop);
        if (made.Refusal is { } refusal) return Reply.Refused(refusal);
        if (!await uploads.Put(place.UploadUrl, made.Value.Content, stop)) return Reply.Text(turn.Say["People.DriveNotPut"]);
        await Done(turn, stop);
        await turn.Context.Send(new Activity { Type = ActivityTypes.Message, Summary = made.Value.Description, Attachments = [Attachment.FileInfo(place)] }, stop);
        return Reply.Nothing;
    }

    /// <summary>Not once more by the channel's second delivery, nor by a second press.</summary>
    private async Task Done(Turn turn, CancellationToken stop)
    {
        await db.RememberHandled(stop);
        if (turn.ReplyTo is { } card) await turn.Context.Delete(card, stop);
    }
}
