using System.Collections.Frozen;
using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Indexing;

/// <summary>Error codes, exact: which parts hold a code, and how prominently.</summary>
internal sealed class CodeField
{
    private readonly FrozenDictionary<ErrorCode, (int Part, CodeLevel Level)[]> _parts;

    public CodeField(IEnumerable<(ErrorCode Code, int Part, CodeLevel Level)> entries, CodeRegistry registry)
    {
        _parts = entries.GroupBy(e => e.Code).ToFrozenDictionary(
            g => g.Key,
            g => g.GroupBy(e => e.Part).Select(p => (p.Key, p.Max(e => e.Level))).OrderBy(p => p.Key).ToArray());
        Treated = [.. _parts.Where(p => p.Value.Any(x => x.Level > CodeLevel.Mentions)).Select(p => p.Key).Order()];
        Mentioned = [.. _parts.Keys.Order()];
        Known = [.. Treated.Concat(registry.Entries.Select(e => e.Code)).Distinct().Order()];
    }

    /// <summary>Codes that a page, title, heading or front matter is about, ascending.</summary>
    public IReadOnlyList<ErrorCode> Treated { get; }

    /// <summary>Codes that any page names, ascending.</summary>
    public IReadOnlyList<ErrorCode> Mentioned { get; }

    /// <summary>Those treated and the codes of the registry, ascending.</summary>
    public IReadOnlyList<ErrorCode> Known { get; }

    public ReadOnlySpan<(int Part, CodeLevel Level)> Find(ErrorCode code) => _parts.GetValueOrDefault(code);

    public bool IsTitled(ErrorCode code)
    {
        foreach (var (_, level) in Find(code))
            if (level >= CodeLevel.Title) return true;
        return false;
    }
}
