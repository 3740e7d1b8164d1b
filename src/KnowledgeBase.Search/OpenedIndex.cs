using KnowledgeBase.Content;
using KnowledgeBase.Search.Indexing;

namespace KnowledgeBase.Search;

/// <summary>A saved index that is being unpacked, while its documents are still read.</summary>
public sealed class OpenedIndex
{
    private readonly BinaryReader _others;
    private readonly Task<(ForwardIndex Forward, Postings Counted)> _forward;

    internal OpenedIndex(string key, BinaryReader forward, BinaryReader others) =>
        (Key, _others, _forward) = (key, others, Task.Run(() => SegmentStream.ReadForward(forward)));

    /// <summary>Names the content that the index was built from.</summary>
    public string Key { get; }

    /// <summary>To be called once.</summary>
    /// <param name="documents">Those that the index was built from, in the same order.</param>
    /// <returns>The index; null where it is not of these documents.</returns>
    public SearchIndex? With(IReadOnlyList<SearchDocument> documents, IReadOnlyList<Term>? glossary = null, CodeRegistry? registry = null)
    {
        try
        {
            var segment = SegmentStream.ReadOthers(_others, () => _forward.GetAwaiter().GetResult(), documents);
            return new(new(segment, null, null, new HashSet<int>(), registry ?? CodeRegistry.Empty), glossary ?? [], null);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }
}
