using System.Globalization;
using System.Text;

namespace KnowledgeBase.Site.Editing;

/// <summary>Two lines compared word by word; Japanese, which writes no spaces, character by character.</summary>
internal static class WordDiff
{
    public static (IReadOnlyList<DiffPart> Old, IReadOnlyList<DiffPart> New) Of(string old, string @new)
    {
        var (a, b) = (Words(old), Words(@new));
        var hunks = SequenceDiff.Of(a, b);
        return (Parts(a, hunks.Select(h => (h.Old, h.OldEnd))), Parts(b, hunks.Select(h => (h.New, h.NewEnd))));
    }

    private static List<DiffPart> Parts(List<string> words, IEnumerable<(int From, int To)> changed)
    {
        var parts = new List<DiffPart>();
        var at = 0;
        foreach (var (from, to) in changed)
        {
            Add(at, from, false);
            Add(from, to, true);
            at = to;
        }
        Add(at, words.Count, false);
        return parts;

        void Add(int from, int to, bool isChanged)
        {
            if (to > from) parts.Add(new(string.Concat(words.GetRange(from, to - from)), isChanged));
        }
    }

    private static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var walk = StringInfo.GetTextElementEnumerator(line);
        while (walk.MoveNext())
        {
            var element = walk.GetTextElement();
            // Letters of alphabets make words; everything else stands for itself.
            if (element[0] < '\u2E80' && (char.IsLetterOrDigit(element[0]) || element[0] == '_')) word.Append(element);
            else
            {
                End();
                words.Add(element);
            }
        }
        End();
        return words;

        void End()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }
}
