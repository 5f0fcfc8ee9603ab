using InnovationBot.Activities;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Transfer;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;
using InnovationBot.Service.Files;

namespace InnovationBot.Service.Transfer;

/// <summary>Fetches what people drop into their chat, reads its columns, and hands its work to the worker.</summary>
internal sealed class DroppedRecordFiles(IFileDownloads downloads, FileWorker worker) : IRecordFiles
{
    /// <summary>Some hundred thousand people, or ten thousand cases; more is imported from the command line.</summary>
    private const int MostMegabytes = 20;

    private const int LongestSample = 60;

    /// <summary>Rows in which samples are looked for.</summary>
    private const int SampledRows = 20;

    public async Task<Result<FetchedFile>> Fetch(ReceivedFile file, CancellationToken stop)
    {
        if (RecordFile.FormatOf(file.Name) is not (RecordFormat.Csv or RecordFormat.Xlsx)) return DroppedRefusals.Kind;
        var download = await downloads.Get(file.Download, MostMegabytes * 1024 * 1024, stop);
        return download.Outcome switch
        {
            FileDownloadOutcome.NotAllowed => DroppedRefusals.NotAllowed,
            FileDownloadOutcome.TooLarge => DroppedRefusals.TooLarge(MostMegabytes),
            FileDownloadOutcome.Failed => DroppedRefusals.NotFetched,
            _ => await Read(file.Name, download.Bytes.ToArray(), stop),
        };
    }

    public Task Work(DroppedFileId file, CancellationToken stop) => worker.Work(file, stop);

    public byte[] Template(RecordKind kind, bool workbook, Say say) => workbook ? RecordTemplate.Workbook(kind, say) : RecordTemplate.Csv(kind, say);

    private static async Task<FetchedFile> Read(string name, byte[] content, CancellationToken stop)
    {
        using var stream = new MemoryStream(content, writable: false);
        var none = new Dictionary<string, string>();
        var faults = new FileFaults();
        var file = new RecordFile(stream, RecordFile.FormatOf(name)!.Value, new RecordShape([], []), none, none);
        if (!await file.Check(faults, stop)) return new FetchedFile(content, [], [], faults.Kept[0]);
        await foreach (var _ in file.Rows(faults, stop)) break;
        var columns = file.Columns;
        var samples = await Samples(name, stream, columns, stop);
        return columns.Count >= 2 ? new FetchedFile(content, columns, samples)
            : new FetchedFile(content, columns, samples, faults.Kept.FirstOrDefault(fault => fault.Mend.Code != nameof(Mend.NoColumns)) ?? new FileFault(1, "", Mend.NoColumns(RecordShape.Cases.Required)));
    }

    private static async Task<IReadOnlyList<string>> Samples(string name, Stream content, IReadOnlyList<string> columns, CancellationToken stop)
    {
        var none = new Dictionary<string, string>();
        var spelt = columns.Select(TableHeader.Spell).ToList();
        var samples = new string[columns.Count];
        Array.Fill(samples, "");
        var rows = new RecordFile(content, RecordFile.FormatOf(name)!.Value, new RecordShape(spelt, []), none, none).Rows(new FileFaults(), stop);
        var seen = 0;
        await foreach (var row in rows)
        {
            for (var i = 0; i < samples.Length; i++)
                if (samples[i].Length == 0 && row.Fields.TryGetValue(spelt[i], out var value)) samples[i] = Short(string.Join("; ", value.Items));
            if (++seen == SampledRows) break;
        }

        return samples;
    }

    private static string Short(string text) => text.Length <= LongestSample ? text : $"{text[..LongestSample]}…";
}
