namespace KnowledgeBase.Content.Yaml;

/// <summary>Insertions, deletions and replacements between two short words, for "did you mean".</summary>
internal static class EditDistance
{
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
