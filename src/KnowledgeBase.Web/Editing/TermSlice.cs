using System.Text.RegularExpressions;

namespace KnowledgeBase.Web.Editing;

/// <summary>The lines of one term in the glossary: an editor changes one term, whoever changes another is not in the way.</summary>
/// <param name="Start">Place of the first character in the whole text.</param>
/// <param name="Text">All lines of the entry, each with its line end.</param>
public sealed partial record TermSlice(int Start, string Text)
{
    public const string Path = "glossary.yaml";

    /// <summary>Revision of the entry alone.</summary>
    public string Revision => KnowledgeBase.Site.Editing.FileRevision.Of(System.Text.Encoding.UTF8.GetBytes(Text));

    /// <param name="glossary">The whole file, line ends `\n`.</param>
    /// <returns>Null where no entry with this id begins a line.</returns>
    public static TermSlice? Find(string glossary, string id)
    {
        var starts = Entry.Matches(glossary);
        for (var i = 0; i < starts.Count; i++)
        {
            if (starts[i].Groups["id"].Value.Trim('"', '\'') != id) continue;
            var end = i + 1 < starts.Count ? starts[i + 1].Index : glossary.Length;
            return new(starts[i].Index, glossary[starts[i].Index..end]);
        }

        return null;
    }

    /// <summary>The whole file with other words in this place.</summary>
    public string In(string glossary, string words) => glossary.Remove(Start, Text.Length).Insert(Start, words.EndsWith('\n') || Start + Text.Length == glossary.Length ? words : words + "\n");

    [GeneratedRegex(@"^- +id:[ \t]*(?<id>[^\s#]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Entry { get; }
}
