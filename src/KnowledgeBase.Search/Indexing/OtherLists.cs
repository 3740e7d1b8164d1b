namespace KnowledgeBase.Search.Indexing;

/// <summary>Packed lists of some terms, to be gone through once in the order of the terms.</summary>
/// <param name="terms">Ascending.</param>
/// <param name="lists">A list for each, one after the other.</param>
/// <param name="ends">0, then where each ends.</param>
internal sealed class OtherLists(int[] terms, byte[] lists, int[] ends)
{
    private int _next;

    /// <summary>Whether it has a list of this term. Terms are asked for in ascending order.</summary>
    public bool Find(int term, out ReadOnlySpan<byte> list)
    {
        list = [];
        if (_next == terms.Length || terms[_next] != term) return false;
        list = lists.AsSpan(ends[_next]..ends[++_next]);
        return true;
    }
}
