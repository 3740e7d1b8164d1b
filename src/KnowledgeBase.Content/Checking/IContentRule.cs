namespace KnowledgeBase.Content.Checking;

/// <summary>One thing that must hold over the whole content. Finds every breach; never throws on any content.</summary>
internal interface IContentRule
{
    IEnumerable<Diagnostic> Check(CheckScope scope);
}
