using KnowledgeBase.Site.Accounts;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Web.Accounts;

/// <summary>Hands the framework the one way in which names are compared.</summary>
public sealed class AccountKeys : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : AccountName.Key(name);

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
