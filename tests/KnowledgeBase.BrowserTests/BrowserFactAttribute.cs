namespace KnowledgeBase.BrowserTests;

/// <summary>A test in a real browser. Without one it is skipped with the reason, except on a build server, where that is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = BrowserTheoryAttribute.Reason;
}
