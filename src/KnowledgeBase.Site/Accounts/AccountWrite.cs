namespace KnowledgeBase.Site.Accounts;

/// <summary>What became of writing an account.</summary>
public enum AccountWrite
{
    Written,

    /// <summary>Another account has this name.</summary>
    NameTaken,

    /// <summary>Someone else changed the account meanwhile, or it is gone.</summary>
    Conflict,

    /// <summary>Nobody would be left who may look after accounts.</summary>
    LastAdmin,

    /// <summary>The store cannot be written to; its <see cref="IAccountStore.Problem"/> says why.</summary>
    NotKept,
}
