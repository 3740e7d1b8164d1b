using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Site.Editing;

/// <summary>Changes `redirects.yaml` line by line; comments stay.</summary>
internal static partial class RedirectsFile
{
    public const string Path = "redirects.yaml";

    /// <param name="text">As it is; null where there is none.</param>
    /// <param name="rewrite">Old target → new target.</param>
    /// <param name="added">Old address → new address. An address that becomes a page again loses its redirect.</param>
    /// <param name="pages">Addresses that are pages afterwards.</param>
    public static string With(string? text, Func<string, string> rewrite, IReadOnlyList<KeyValuePair<string, string>> added, IReadOnlySet<string> pages)
    {
        var result = new StringBuilder();
        foreach (var line in ThreeWayMerge.Lines(text ?? ""))
        {
            if (line.Trim() == "{}") continue;
            if (Entry.Match(line) is not { Success: true } entry) result.Append(line);
            else if (!pages.Contains(entry.Groups["from"].Value) && added.All(a => a.Key != entry.Groups["from"].Value))
                result.Append(entry.Groups["lead"].Value).Append(Rewritten(entry.Groups["to"].Value, rewrite)).Append(entry.Groups["rest"].Value);
        }
        if (result.Length > 0 && result[^1] != '\n') result.Append('\n');
        foreach (var (from, to) in added) result.Append(Written(from)).Append(": ").Append(Written(to)).Append('\n');
        return result.Length == 0 ? "{}\n" : result.ToString();
    }

    private static string Rewritten(string written, Func<string, string> rewrite)
    {
        var plain = written.Trim('"', '\'');
        return rewrite(plain) is var to && to == plain ? written : Written(to);
    }

    // `#` begins a comment only after a space, but a reader need not know.
    private static string Written(string address) => address.Contains('#', StringComparison.Ordinal) ? $"\"{address}\"" : address;

    [GeneratedRegex(@"^(?<lead>[""']?(?<from>/[^""'\s]*?)[""']?:[ \t]+)(?<to>""[^""\n]*""|'[^'\n]*'|[^\s]+)(?<rest>[^\n]*\n?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry { get; }
}
