namespace KnowledgeBase.Content.Yaml;

/// <summary>Insertions, deletions, replacements and swapped neighbours between two short words, for "did you mean".</summary>
internal static class EditDistance
{
    /// <summary>The known word that is most probably meant, or null: at most a third of it may differ.</summary>
    public static string? Nearest(string wanted, IEnumerable<string> known)
    {
        if (wanted.Length is 0 or > 80) return null;
        var (best, distance) = ((string?)null, int.MaxValue);
        foreach (var word in known)
        {
            if (Math.Abs(word.Length - wanted.Length) > Math.Max(1, word.Length / 3)) continue;
            var found = Between(wanted.ToLowerInvariant(), word.ToLowerInvariant());
            if (found < distance && found <= Math.Max(1, word.Length / 3)) (best, distance) = (word, found);
        }
        return best;
    }

    public static int Between(string a, string b)
    {
        var (before, last, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }
}
