namespace KnowledgeBase.Site.Editing;

/// <summary>What a rename, move or split would do, before it is done.</summary>
public abstract record RenamePlan
{
    private RenamePlan()
    {
    }

    /// <param name="Save">All files of it, as one save.</param>
    /// <param name="Redirects">Old address → new address, without language.</param>
    public sealed record Ready(SaveRequest Save, IReadOnlyList<KeyValuePair<string, string>> Redirects) : RenamePlan;

    /// <summary>It cannot be done.</summary>
    /// <param name="Message">What is missing or taken, with its name.</param>
    public sealed record Impossible(string Message) : RenamePlan;
}
