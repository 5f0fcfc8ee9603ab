using InnovationBot.Network;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>A file in each of the states in which a person sees it.</summary>
internal static class Dropped
{
    private static readonly string[] Fields = ["id", "title", "problem", "what_was_done", "outcome", "", "year"];

    private static readonly FileOutcome Checked = new(
        240, 200, 30, 10, 12, 3, 4, 9,
        [
            new KeptDifference(4, "si-0004", "title", "Told better by its author", "Permits without waiting"), new KeptDifference(9, "si-0009", "year", "2023", ""),
            new KeptDifference(12, "si-0012", "", "", "", Mend.NotPublished),
        ],
        0, [], null);

    public static DroppedFile Asked => File(null, ["", "", "", "", "", "", ""]);

    public static DroppedFile Columns => File(RecordKind.Cases, Fields);

    public static DroppedFile Missing => File(RecordKind.Cases, ["id", "title", "", "", "outcome", "", "year"]);

    public static DroppedFile Working
    {
        get
        {
            var file = Ready;
            file.Start(importing: true, null, null, CardSituations.Now);
            (file.Done, file.Of) = (1_200, 24_000);
            return file;
        }
    }

    public static DroppedFile Ready => Ended(Checked);

    public static DroppedFile NothingNew => Ended(Checked with { New = 0, Changed = 0, Unchanged = 240, Incomplete = 0, OrganisationsMade = 0, Awaited = 0, KeptCount = 0, Kept = [] });

    public static DroppedFile Done
    {
        get
        {
            var file = Ready;
            file.Start(importing: true, null, null, CardSituations.Now);
            file.End(Checked);
            return file;
        }
    }

    public static DroppedFile Faulty => Ended(Checked with
    {
        FaultCount = 31,
        Faults =
        [
            new(2, "title", Mend.Html("<script>")), new(3, "outcome", Mend.Word("great", Vocabulary.All<Outcome>())), new(4, "year", Mend.Number("last year", 1900, 2200)),
            new(5, "", Mend.RowWidth(7, 8)), new(6, "organisation", Mend.UnknownToCase("Town of Nowhere")), new(7, "id", Mend.Repeated("si-0002", 2)), new(8, "problem", Mend.LongText(8000, 12_345)),
            new(9, "title", Mend.Required), new(10, "problem", Mend.OpenQuote), new(11, "id", Mend.Example), new(12, "title", Mend.Required),
        ],
    });

    public static DroppedFile NotDone => Ended(FileOutcome.Refused(TransferRefusals.ImportOvertaken));

    private static DroppedFile Ended(FileOutcome outcome)
    {
        var file = Columns;
        file.Start(importing: false, null, null, CardSituations.Now);
        file.End(outcome);
        return file;
    }

    private static DroppedFile File(RecordKind? kind, IReadOnlyList<string> fields)
    {
        var file = new DroppedFile
        {
            Id = Answers.Id<DroppedFileId>(70), MemberId = Answers.Id<MemberId>(40), Name = "primeri 2025.xlsx",
            Columns = ["Št.", "Naslov", "Težava", "Kaj je bilo narejeno", "Izid", "Opombe", "Leto"],
            Samples = ["si-0001", "Dovoljenja brez čakanja", "Ljudje so čakali enajst tednov.", "Prvi pregled na dan, ko vloga prispe.", "partly", "preveri še enkrat", "2025"],
        };
        file.Choose(kind, fields);
        return file;
    }
}
