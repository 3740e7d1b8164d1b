namespace KnowledgeBase.Content.Yaml;

/// <summary>Insertions, deletions and replacements between two short words, for "did you mean".</summary>
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
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }
        return row[b.Length];
    }
}
