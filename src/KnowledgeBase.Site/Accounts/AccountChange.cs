namespace KnowledgeBase.Site.Accounts;

/// <summary>What became of a wish to change an account.</summary>
public enum AccountChange
{
    Done,
    NameTaken,
    BadName,
    BadRole,
    WeakPassword,

    /// <summary>There is no such account.</summary>
    Unknown,

    /// <summary>Nobody would be left who may look after accounts.</summary>
    LastAdmin,

    /// <summary>Someone else changed it meanwhile.</summary>
    Conflict,

    /// <summary>The store cannot be written to.</summary>
    NotKept,
}
