namespace KnowledgeBase.Site.Storage;

/// <summary>Something changed on another replica.</summary>
/// <param name="Topic">One of the names here; a topic that a replica does not know is none of its business.</param>
/// <param name="Detail">What exactly, in at most 1,000 characters; may be empty.</param>
public sealed record ReplicaNotice(string Topic, string Detail)
{
    /// <summary>The content; the detail is its new revision.</summary>
    public const string Content = "content";

    /// <summary>The remote of the content has something new; the detail is its newest commit.</summary>
    public const string Commit = "commit";

    /// <summary>An account was changed, disabled or signed out; the detail is its id.</summary>
    public const string Account = "account";

    /// <summary>Notices may have been missed: look at everything.</summary>
    public const string Missed = "missed";
}
