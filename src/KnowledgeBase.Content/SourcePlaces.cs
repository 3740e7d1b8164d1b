namespace KnowledgeBase.Content;

/// <summary>Where each value of a YAML text was written, by its name (`cases[2].link`), so that checks can point at it.</summary>
public sealed class SourcePlaces
{
    public static readonly SourcePlaces None = new([]);

    // Every article has one: made often, asked seldom.
    private readonly Dictionary<string, (int Line, int Column)> _places = [];

    internal SourcePlaces(IEnumerable<KeyValuePair<string, (int Line, int Column)>> places)
    {
        foreach (var (name, place) in places) _places[name] = place;
    }

    internal IEnumerable<KeyValuePair<string, (int Line, int Column)>> All => _places;

    /// <summary>Line and column, both from 1, of the value with this name; else of the nearest value around it; else 1, 1.</summary>
    public (int Line, int Column) At(string name)
    {
        for (var part = name; part.Length > 0; part = part[..Math.Max(0, Math.Max(part.LastIndexOf('.'), part.LastIndexOf('[')))])
            if (_places.TryGetValue(part, out var place)) return place;
        return _places.TryGetValue("", out var whole) ? whole : (1, 1);
    }
}
