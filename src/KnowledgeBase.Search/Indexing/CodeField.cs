using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Indexing;

/// <summary>Error codes, exact: which parts hold a code, and how prominently.</summary>
internal sealed class CodeField
{
    private const int LevelBits = 3;

    // Distinct, ascending; the places of each begin where its start says.
    private readonly ErrorCode[] _codes;
    private readonly int[] _starts;
    private readonly (int Part, CodeLevel Level)[] _places;

    /// <param name="entries">As <see cref="Pack"/> makes them, ascending.</param>
    public CodeField(ReadOnlySpan<ulong> entries, CodeRegistry registry)
    {
        var (codes, starts, places, count, place) = (new ErrorCode[entries.Length], new int[entries.Length + 1], new (int, CodeLevel)[entries.Length], 0, 0);
        var (treated, isTreated) = (new List<ErrorCode>(), false);
        for (var i = 0; i < entries.Length; i++)
        {
            var (code, part, level) = Unpack(entries[i]);
            // Of one part the highest level comes last.
            if (i + 1 < entries.Length && entries[i] >> LevelBits == entries[i + 1] >> LevelBits) continue;
            if (count == 0 || codes[count - 1] != code) (starts[count], codes[count++], isTreated) = (place, code, false);
            places[place++] = (part, level);
            if (level == CodeLevel.Mentions || isTreated) continue;
            treated.Add(code);
            isTreated = true;
        }
        starts[count] = place;
        (_codes, _starts, _places) = (codes[..count], starts[..(count + 1)], places[..place]);
        Treated = treated;
        Known = Merge(treated, registry);
    }

    /// <summary>Codes that a page, title, heading or front matter is about, ascending.</summary>
    public IReadOnlyList<ErrorCode> Treated { get; }

    /// <summary>Codes that any page names, ascending.</summary>
    public IReadOnlyList<ErrorCode> Mentioned => _codes;

    /// <summary>Those treated and the codes of the registry, ascending.</summary>
    public IReadOnlyList<ErrorCode> Known { get; }

    /// <summary>A code at a place as one number: in ascending order, by code, part and level.</summary>
    public static ulong Pack(ErrorCode code, int part, CodeLevel level) => (ulong)code.Value << 32 | (ulong)(uint)part << LevelBits | (ulong)level;

    /// <summary>The part of such a number.</summary>
    public static int PartOf(ulong entry) => (int)((uint)entry >> LevelBits);

    public ReadOnlySpan<(int Part, CodeLevel Level)> Find(ErrorCode code)
    {
        var at = Place(code);
        return at < 0 ? [] : _places.AsSpan(_starts[at].._starts[at + 1]);
    }

    public bool IsTitled(ErrorCode code) => Holds(code, CodeLevel.Title);

    public bool IsTreated(ErrorCode code) => Holds(code, CodeLevel.Heading);

    private bool Holds(ErrorCode code, CodeLevel least)
    {
        foreach (var (_, level) in Find(code))
            if (level >= least) return true;
        return false;
    }

    private int Place(ErrorCode code)
    {
        var (low, high) = (0, _codes.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_codes[middle].Value < code.Value) low = middle + 1;
            else high = middle;
        }
        return low < _codes.Length && _codes[low] == code ? low : -1;
    }

    private static (ErrorCode Code, int Part, CodeLevel Level) Unpack(ulong entry) =>
        (new((uint)(entry >> 32)), PartOf(entry), (CodeLevel)(entry & ((1 << LevelBits) - 1)));

    // Both ascend.
    private static List<ErrorCode> Merge(List<ErrorCode> treated, CodeRegistry registry)
    {
        var (known, next) = (new List<ErrorCode>(treated.Count + registry.Entries.Count), 0);
        foreach (var entry in registry.Entries)
        {
            while (next < treated.Count && treated[next].Value < entry.Code.Value) known.Add(treated[next++]);
            if (next < treated.Count && treated[next] == entry.Code) next++;
            known.Add(entry.Code);
        }
        while (next < treated.Count) known.Add(treated[next++]);
        return known;
    }
}
