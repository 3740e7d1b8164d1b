using System.Collections.Frozen;

namespace KnowledgeBase.Content;

/// <summary>Every known code with its symbol (`codes/registry.csv`). Several codes may share a symbol; a code stands once.</summary>
public sealed class CodeRegistry
{
    public static readonly CodeRegistry Empty = new([]);

    private readonly FrozenDictionary<ErrorCode, RegistryEntry> _byCode;

    public CodeRegistry(IEnumerable<RegistryEntry> entries)
    {
        Entries = [.. entries.DistinctBy(e => e.Code).OrderBy(e => e.Code.Value)];
        _byCode = Entries.ToFrozenDictionary(e => e.Code);
    }

    /// <summary>In ascending order of the 32-bit value.</summary>
    public IReadOnlyList<RegistryEntry> Entries { get; }

    public RegistryEntry? Find(ErrorCode code) => _byCode.GetValueOrDefault(code);
}
