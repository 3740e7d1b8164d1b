namespace KnowledgeBase.Search;

/// <summary>What a hit or suggestion leads to. The API writes it in lower case.</summary>
public enum HitKind
{
    Code,
    Article,
    Guide,
    Term,
}
