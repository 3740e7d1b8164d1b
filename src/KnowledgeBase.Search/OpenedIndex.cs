using KnowledgeBase.Content;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search;

/// <summary>A saved index that is being unpacked, on as many cores as there are, while its documents are still read.</summary>
public sealed class OpenedIndex
{
    private readonly Task<StoredLists> _lists;
    private readonly Task<(ForwardIndex Forward, Postings Postings)> _counted;

    internal OpenedIndex(string key, byte[] forward, byte[] lists)
    {
        Key = key;
        _lists = Task.Run(() => SegmentStream.ReadLists(new(IndexFile.Unpack(lists))));
        _counted = Task.Run(() =>
        {
            var (read, counted) = SegmentStream.ReadForward(new(IndexFile.Unpack(forward)));
            return (read, counted.Pack(_lists.GetAwaiter().GetResult().Others));
        });
    }

    /// <summary>Names the content that the index was built from.</summary>
    public string Key { get; }

    /// <param name="documents">Those that the index was built from, in the same order.</param>
    /// <returns>The index; null where it is not of these documents, or damaged.</returns>
    public SearchIndex? With(IReadOnlyList<SearchDocument> documents, IReadOnlyList<Term>? glossary = null, CodeRegistry? registry = null)
    {
        try
        {
            var (pages, parts) = (new List<IndexedPage>(documents.Count), 0);
            foreach (var document in documents)
            {
                pages.Add(new(document, parts));
                parts += document.Parts.Count;
            }
            var segment = SegmentStream.Join(pages, _lists.GetAwaiter().GetResult(), _counted);
            if (segment.Parts != parts) return null;
            var index = new SearchIndex(new(segment, null, null, new HashSet<int>(), registry ?? CodeRegistry.Empty), glossary ?? [], null);
            _counted.GetAwaiter().GetResult();
            return index;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
