namespace KnowledgeBase.Content;

/// <summary>What a page rests on: a published description, remembered vendor help, or only the name in a header.</summary>
public enum Evidence
{
    Documented,
    Recalled,
    Inferred,
}
