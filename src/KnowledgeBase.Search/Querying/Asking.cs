namespace KnowledgeBase.Search.Querying;

/// <summary>What only asks, in Japanese: it stands in other pages that ask or say the same of something else.</summary>
internal static class Asking
{
    private const int LongestRequest = 14;

    private static readonly string[] s_requests = ["教えて", "知りたい", "どうすれば", "どうしたら"];
    private static readonly string[] s_before = ["方法", "やり方", "仕方"];

    /// <param name="pair">A kanji, or two characters that seldom belong together, folded.</param>
    public static bool Is(ReadOnlySpan<char> pair) =>
        pair is ['い', 'つ'] or ['ど', 'こ' or 'の' or 'ち' or 'れ' or 'う' or 'ん'] or ['な', 'ぜ' or 'に'] or ['だ', 'れ'] || pair.ContainsAny('何', '誰');

    /// <summary>Where the request at the end of a query begins: 方法を教えてください, について知りたい, はどうすればいいですか; its length where
    /// there is none.</summary>
    public static int RequestStart(string query)
    {
        foreach (var request in s_requests)
        {
            var at = query.LastIndexOf(request, StringComparison.Ordinal);
            if (at < 0 || query.Length - at > LongestRequest) continue;
            var asked = query.AsSpan(0, at).TrimEnd("をはがに");
            if (asked.EndsWith("について")) asked = asked[..^4];
            foreach (var before in s_before)
                if (asked.EndsWith(before)) asked = asked[..^before.Length];
            return asked.Length > 0 ? asked.Length : query.Length;
        }
        return query.Length;
    }
}
