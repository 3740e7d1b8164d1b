namespace KnowledgeBase.Site.Editing;

/// <summary>Two texts compared by lines, and within lines by words (Japanese by characters).</summary>
public sealed record TextDiff(IReadOnlyList<DiffLine> Lines)
{
    public bool IsEmpty => Lines.All(l => l.Kind is DiffKind.Same or DiffKind.Gap);

    public int Added => Lines.Count(l => l.Kind == DiffKind.Added);

    public int Removed => Lines.Count(l => l.Kind == DiffKind.Removed);

    /// <param name="old">Null where there was nothing.</param>
    /// <param name="new">Null where there is nothing any more.</param>
    public static TextDiff Of(string? old, string? @new)
    {
        var (a, b) = (Split(old), Split(@new));
        var lines = new List<DiffLine>();
        var at = 0;
        foreach (var hunk in SequenceDiff.Of(a, b))
        {
            Same(lines, a, at, hunk.Old, hunk.New - hunk.Old);
            Changed(lines, a[hunk.Old..hunk.OldEnd], b[hunk.New..hunk.NewEnd], hunk);
            at = hunk.OldEnd;
        }
        Same(lines, a, at, a.Length, b.Length - a.Length);
        return new(lines);
    }

    /// <summary>With at most this many equal lines around each change, and a gap where more were left out.</summary>
    public TextDiff Near(int context)
    {
        var kept = new List<DiffLine>();
        var changed = Lines.Select((l, i) => (l, i)).Where(x => x.l.Kind != DiffKind.Same).Select(x => x.i).ToList();
        var last = -1;
        foreach (var i in changed.SelectMany(i => Enumerable.Range(i - context, 2 * context + 1)).Distinct().Order().Where(i => i >= 0 && i < Lines.Count))
        {
            if (i > last + 1) kept.Add(new(DiffKind.Gap, null, null, []));
            kept.Add(Lines[i]);
            last = i;
        }
        if (last >= 0 && last < Lines.Count - 1) kept.Add(new(DiffKind.Gap, null, null, []));
        return new(kept);
    }

    private static string[] Split(string? text) => [.. ThreeWayMerge.Lines(text ?? "").Select(l => l.TrimEnd('\n'))];

    private static void Same(List<DiffLine> lines, string[] old, int from, int to, int shift)
    {
        for (var i = from; i < to; i++) lines.Add(new(DiffKind.Same, i + 1, i + 1 + shift, [new(old[i], false)]));
    }

    // Line by line where as many came as went: then each most likely has its counterpart.
    private static void Changed(List<DiffLine> lines, string[] old, string[] @new, DiffHunk hunk)
    {
        var paired = old.Length == @new.Length;
        var parts = paired ? old.Zip(@new).Select(p => WordDiff.Of(p.First, p.Second)).ToList() : [];
        for (var i = 0; i < old.Length; i++) lines.Add(new(DiffKind.Removed, hunk.Old + i + 1, null, paired ? parts[i].Old : [new(old[i], true)]));
        for (var i = 0; i < @new.Length; i++) lines.Add(new(DiffKind.Added, null, hunk.New + i + 1, paired ? parts[i].New : [new(@new[i], true)]));
    }
}
