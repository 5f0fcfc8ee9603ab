using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace InnovationBot.Search.Indexing;

/// <summary>One Lucene index, written by one thread at a time and read by many; what was written is found after <see cref="Refresh"/>.</summary>
internal sealed class SearchIndex : IDisposable
{
    private const string PositionKey = "position";
    private const string FormatKey = "format";
    private const string LearnedKey = "learned";

    private readonly Lucene.Net.Store.Directory directory;
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;

    private SearchIndex(Lucene.Net.Store.Directory directory, OpenMode mode)
    {
        this.directory = directory;
        writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()) { OpenMode = mode, RAMBufferSizeMB = 48, Codec = new OpenedOneByOne() });
        searchers = new SearcherManager(writer, applyAllDeletes: true, searcherFactory: null);
    }

    public static SearchIndex InMemory() => new(new RAMDirectory(), OpenMode.CREATE);

    public static SearchIndex Create(string folder) => new(Open(folder), OpenMode.CREATE);

    /// <returns><c>null</c> when there is none in the folder, or one of another format.</returns>
    /// <exception cref="IOException">It is damaged; Lucene's own exceptions for that derive from it.</exception>
    public static SearchIndex? Existing(string folder, string format)
    {
        var directory = Open(folder);
        var read = false;
        try
        {
            if (!DirectoryReader.IndexExists(directory)) return null;
            using (var reader = DirectoryReader.Open(directory))
            {
                if (reader.IndexCommit.UserData.TryGetValue(FormatKey, out var written) is false || written != format) return null;
            }

            read = true;
            return new(directory, OpenMode.APPEND);
        }
        finally
        {
            if (!read) directory.Dispose();
        }
    }

    // Lucene.Net's lock does not keep other processes out on Linux; the folder is guarded by IndexFolder.
    // Files are read through buffers: Lucene.Net takes from mapped memory byte by byte, which made an ask half as slow again.
    private static SimpleFSDirectory Open(string folder) => new(new DirectoryInfo(folder), NoLockFactory.GetNoLockFactory());

    /// <summary>Up to where of the change sequence the committed index goes.</summary>
    public ChangePosition Position => Committed(PositionKey) is { } text ? new(text) : default;

    /// <summary>What was learned of it up to then; <c>null</c> when nothing was, or by another build of the program.</summary>
    public LearnedFit? Learned => LearnedFit.Read(Committed(LearnedKey));

    public int Count => writer.NumDocs;

    public void Put(CaseId id, Document? document)
    {
        if (document is null) writer.DeleteDocuments(Documents.Key(id));
        else writer.UpdateDocument(Documents.Key(id), document);
    }

    public void Put(ShortAnswerId id, Document? document)
    {
        if (document is null) writer.DeleteDocuments(Documents.Key(id));
        else writer.UpdateDocument(Documents.Key(id), document);
    }

    public void Put(MemberId id, IEnumerable<Document> lines) => writer.UpdateDocuments(Documents.Key(id), lines.Select(line => line.Fields));

    /// <summary>Everybody of whom something can be found.</summary>
    public List<MemberId> People()
    {
        List<MemberId> people = [];
        using var now = Read();
        if (MultiFields.GetTerms(now.Reader, IndexFields.Id) is not { } terms) return people;
        var all = terms.GetEnumerator();
        if (all.SeekCeil(new BytesRef(Documents.PersonKey)) == TermsEnum.SeekStatus.END) return people;
        do
        {
            var key = all.Term.Utf8ToString();
            if (!key.StartsWith(Documents.PersonKey, StringComparison.Ordinal)) break;
            if (EntityId.TryRead<MemberId>(key[Documents.PersonKey.Length..], out var id)) people.Add(id);
        }
        while (all.MoveNext());
        return people;
    }

    /// <summary>Adds a document that the index cannot hold yet; for building anew.</summary>
    public void Add(Document document) => writer.AddDocument(document);

    /// <summary>Makes what was written findable; about 3 ms after one change.</summary>
    public void Refresh() => searchers.MaybeRefreshBlocking();

    /// <summary>Makes what was written durable. Done now and then: what a crash loses is read again from the change sequence.</summary>
    public void Commit(ChangePosition position, string format, LearnedFit? learned)
    {
        var data = new Dictionary<string, string> { [PositionKey] = position.ToString(), [FormatKey] = format };
        if (learned is not null) data[LearnedKey] = learned.ToString();
        writer.SetCommitData(data);
        writer.Commit();
    }

    private string? Committed(string key) => writer.CommitData is { } data && data.TryGetValue(key, out var text) ? text : null;

    public long SizeInBytes => directory.ListAll().Sum(file => directory.FileLength(file));

    /// <summary>What is in the index at this moment; to be disposed of soon.</summary>
    public Snapshot Read() => new(searchers);

    public void Dispose()
    {
        searchers.Dispose();
        writer.Rollback(); // what was not committed is read again from the change sequence
        directory.Dispose();
    }

    /// <summary>A moment's view of the index.</summary>
    internal readonly struct Snapshot : IDisposable
    {
        private readonly SearcherManager manager;

        public Snapshot(SearcherManager manager)
        {
            this.manager = manager;
            Searcher = manager.Acquire();
        }

        public IndexSearcher Searcher { get; }

        public IndexReader Reader => Searcher.IndexReader;

        public void Dispose() => manager.Release(Searcher);
    }
}
