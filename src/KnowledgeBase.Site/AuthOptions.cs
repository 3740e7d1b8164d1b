namespace KnowledgeBase.Site;

/// <summary>Settings under `KnowledgeBase:Auth`.</summary>
public sealed class AuthOptions
{
    /// <summary>Hours until someone who signed in must do so again; 1 to 168.</summary>
    public int SessionHours { get; set; } = 12;

    public SingleSignOnOptions SingleSignOn { get; } = new();
}
