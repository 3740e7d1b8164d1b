using System.Text.RegularExpressions;

namespace KnowledgeBase.Content;

/// <summary>The places of a reply, such as `{link}`, that are filled in when it is used.</summary>
public static partial class ReplyPlaces
{
    public const string Link = "link";

    private static readonly string[] s_common = ["title", "summary", Link];

    /// <summary>What can be filled in for a subject. Outcomes: `procedure`, the title of the article. Codes: `code`, and `first`, the
    /// first thing to do.</summary>
    public static IReadOnlyList<string> For(ReplySubject subject) => subject switch
    {
        ReplySubject.Outcome => [.. s_common, "procedure"],
        ReplySubject.Code => [.. s_common, "code", "first"],
        _ => s_common,
    };

    /// <summary>Names of the places in a text, each once.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Place.Matches(text).Select(m => m.Groups[1].Value).Distinct()];

    /// <summary>One pass: what is filled in is not read again.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Place.Replace(text, m => values.GetValueOrDefault(m.Groups[1].Value, ""));

    [GeneratedRegex(@"\{([^{}\s]{1,40})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place { get; }
}
