namespace KnowledgeBase.Content;

/// <summary>Old address → new address, both language-neutral paths that start with `/` (`/articles/old` → `/articles/new#section`).</summary>
public sealed record Redirects(IReadOnlyDictionary<string, string> Targets)
{
    /// <summary>1-based line of each old address.</summary>
    public IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();

    public static readonly Redirects None = new(new Dictionary<string, string>());

    /// <summary>The new path, following chains at most ten long, or null.</summary>
    public string? Resolve(string path)
    {
        string? found = null;
        for (var hops = 0; hops < 10 && Targets.TryGetValue(path, out var next); hops++) path = found = next;
        return found;
    }
}
