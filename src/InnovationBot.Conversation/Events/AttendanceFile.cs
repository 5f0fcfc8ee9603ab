using System.Text;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Transfer;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Conversation.Events;

/// <summary>At which event the people of a dropped file were.</summary>
public static class AttendanceFileCard
{
    public static AdaptiveCard For(DroppedFile file, IReadOnlyList<Event> begun, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Events.AttendanceFileHeading", ("file", file.Name)],
            [
                HouseStyle.Rows([.. begun.Select(one => HouseStyle.RowLink(one.Title, say.Line(one), new ExecuteAction
                {
                    Title = say["Problems.OpenNamed", ("title", one.Title)], Verb = "event/attendance-from", Data = file.Data().With("event", one.Id.ToString()), AssociatedInputs = AssociatedInputs.None,
                }))]),
                HouseStyle.Subtle(say["Events.AttendanceFileHint"]),
                HouseStyle.Button(new ExecuteAction { Title = say["Transfer.Drop"], Verb = "transfer/drop", Data = file.Data(), AssociatedInputs = AssociatedInputs.None }),
            ]);
    }

    /// <summary>Whether some column holds e-mail addresses.</summary>
    internal static bool HasAddresses(IReadOnlyList<string> samples) => samples.Any(sample => sample.Contains('@', StringComparison.Ordinal));
}

[Verb("event/attendance-file")]
public sealed class AttendanceFileRoute(DroppedFiles files, Attendance attendance) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var file = await files.Show(data.Id<DroppedFileId>("file"), turn.By, stop);
        if (file.Refusal is { } gone) return Reply.Refused(gone);
        return await attendance.Begun(turn.By, stop) is { Count: > 0 } begun ? Reply.Card(AttendanceFileCard.For(file.Value, begun, turn.Reading)) : Reply.Refused(EventRefusals.NoneBegun);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await files.Show(data.Id<DroppedFileId>("file"), turn.By, stop)).Match(file => Reply.Card(FileCard.For(file, turn.Reading)), _ => Reply.Nothing);
}

/// <summary>Whoever the file names and was going was there; what names nobody is told. Then the file is let go.</summary>
[Verb("event/attendance-from")]
public sealed class AttendanceFromRoute(DroppedFiles files, Attendance attendance, EventPeopleRoute people) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var (id, fileId) = (data.Id<EventId>("event"), data.Id<DroppedFileId>("file"));
        var file = await files.Show(fileId, turn.By, stop);
        if (file.Refusal is { } gone) return Reply.Refused(gone);
        if (!file.Value.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return Reply.Refused(EventRefusals.AttendanceCsv);
        if (await files.Content(fileId, stop) is not { } content) return Reply.Refused(DroppedRefusals.Gone);

        var read = await attendance.Read(id, turn.By, Encoding.UTF8.GetString(content).TrimStart('\uFEFF').ReplaceLineEndings("\n"), stop);
        if (read.Refusal is { } refusal) return Reply.Refused(refusal);
        await files.Drop(fileId, turn.By, stop);
        return await people.Of(id, 1, turn, AttendanceListRoute.Told(read.Value, turn.Say), stop);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        data.IdOrNone<DroppedFileId>("file") is { } file && await attendance.Begun(turn.By, stop) is { Count: > 0 } begun
            ? (await files.Show(file, turn.By, stop)).Match(kept => Reply.Card(AttendanceFileCard.For(kept, begun, turn.Reading)), _ => Reply.Nothing) : Reply.Nothing;
}
