using System.Text;

namespace KnowledgeBase.Site.Editing;

/// <summary>Two changes to the same text put together by lines, as `git merge-file` does. Lines that both changed, or changes that
/// touch, clash unless they are equal.</summary>
internal static class ThreeWayMerge
{
    /// <param name="original">What both started from. Line ends are `\n` in all three.</param>
    public static MergedText Merge(string original, string own, string theirs)
    {
        var (o, a, b) = (Lines(original), Lines(own), Lines(theirs));
        var (left, right) = (new Queue<DiffHunk>(SequenceDiff.Of(o, a)), new Queue<DiffHunk>(SequenceDiff.Of(o, b)));
        var (text, clashes, at) = (new StringBuilder(), 0, 0);
        // How far each side's lines are ahead of the original's.
        var (shiftA, shiftB) = (0, 0);
        while (left.Count > 0 || right.Count > 0)
        {
            var start = Math.Min(Start(left), Start(right));
            var (end, fromA, fromB) = (start, start + shiftA, start + shiftB);
            while (Takes(left, ref end, ref shiftA) || Takes(right, ref end, ref shiftB)) continue;
            Append(text, o, at, start);
            var (ofA, ofB, old) = (a[fromA..(end + shiftA)], b[fromB..(end + shiftB)], o[start..end]);
            if (ofA.SequenceEqual(ofB) || ofB.SequenceEqual(old)) text.AppendJoin("", ofA);
            else if (ofA.SequenceEqual(old)) text.AppendJoin("", ofB);
            else
            {
                clashes++;
                Clash(text, ofA, ofB);
            }
            at = end;
        }
        Append(text, o, at, o.Length);
        return new(text.ToString(), clashes);
    }

    private static int Start(Queue<DiffHunk> hunks) => hunks.Count == 0 ? int.MaxValue : hunks.Peek().Old;

    /// <summary>Takes the next hunk into the region that ends at <paramref name="end"/> where it touches it.</summary>
    private static bool Takes(Queue<DiffHunk> hunks, ref int end, ref int shift)
    {
        if (hunks.Count == 0 || hunks.Peek().Old > end) return false;
        var hunk = hunks.Dequeue();
        end = Math.Max(end, hunk.OldEnd);
        shift += hunk.NewCount - hunk.OldCount;
        return true;
    }

    private static void Append(StringBuilder text, string[] lines, int from, int to)
    {
        for (var i = from; i < to; i++) text.Append(lines[i]);
    }

    private static void Clash(StringBuilder text, string[] own, string[] theirs)
    {
        text.Append("<<<<<<< own\n").AppendJoin("", own);
        EndLine(text);
        text.Append("=======\n").AppendJoin("", theirs);
        EndLine(text);
        text.Append(">>>>>>> theirs\n");
    }

    private static void EndLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }

    /// <summary>Lines with their line feed; the last may have none.</summary>
    internal static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..end]);
            at = end;
        }
        return [.. lines];
    }
}
