using InnovationBot.Network;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Benchmarks.Networks;

/// <summary>What Lucene.Net does by itself with the same cases: one field, its standard analyzer, BM25. The floor for the search's own scoring.</summary>
internal sealed class BareIndex : IDisposable
{
    private const string Field = "text";
    private const int Most = 20;

    private readonly StandardAnalyzer analyzer = new(LuceneVersion.LUCENE_48);
    private readonly SimpleFSDirectory directory;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    private BareIndex(IServiceProvider services, string folder)
    {
        directory = new SimpleFSDirectory(new DirectoryInfo(folder));
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { RAMBufferSizeMB = 48 }))
        {
            using var db = services.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext();
            foreach (var one in db.Cases.AsNoTracking())
            {
                var text = string.Join('\n', [one.Title, one.Problem, .. one.Tags, one.WhatWasDone, one.Result, one.Lesson]);
                writer.AddDocument(new Document { new TextField(Field, text, Lucene.Net.Documents.Field.Store.NO) });
            }
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    public static BareIndex Of(IServiceProvider services, string folder) => new(services, folder);

    public TopDocs Find(string text)
    {
        var query = new BooleanQuery();
        using var tokens = analyzer.GetTokenStream(Field, text);
        var term = tokens.AddAttribute<ICharTermAttribute>();
        tokens.Reset();
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (tokens.IncrementToken())
        {
            if (words.Add(term.ToString()!)) query.Add(new TermQuery(new Term(Field, term.ToString()!)), Occur.SHOULD);
        }

        tokens.End();
        return searcher.Search(query, Most);
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }
}
