namespace KnowledgeBase.Search.Querying;

/// <summary>What only asks, in Japanese: it stands in other pages that ask or say the same of something else.</summary>
internal static class Asking
{
    private const int LongestRequest = 14;
    private const string Kanji = "何誰";

    private static readonly string[] s_kana = ["いつ", "どこ", "どの", "どち", "どれ", "どう", "どん", "なぜ", "なに", "だれ"];
    private static readonly string[] s_requests = ["教えて", "知りたい", "どうすれば", "どうしたら"];
    private static readonly string[] s_before = ["方法", "やり方", "仕方"];

    /// <param name="pair">A kanji, or two characters that seldom belong together, folded.</param>
    public static bool Is(ReadOnlySpan<char> pair)
    {
        if (pair.ContainsAny(Kanji)) return true;
        foreach (var kana in s_kana)
            if (pair.SequenceEqual(kana)) return true;
        return false;
    }

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
