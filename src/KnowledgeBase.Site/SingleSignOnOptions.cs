namespace KnowledgeBase.Site;

/// <summary>Settings under `KnowledgeBase:Auth:SingleSignOn`: a provider of OAuth 2.0 that tells who signed in at an OpenID user-info
/// address. Off while <see cref="ClientId"/> is missing.</summary>
public sealed class SingleSignOnOptions
{
    /// <summary>What the button at the sign-in page calls the provider.</summary>
    public string? Name { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public string? AuthorizationEndpoint { get; set; }

    public string? TokenEndpoint { get; set; }

    public string? UserInfoEndpoint { get; set; }

    /// <summary>Scopes, separated by spaces.</summary>
    public string Scope { get; set; } = "openid profile email";

    /// <summary>Mail domain, such as `kb.example`, whose people get <see cref="DomainRole"/> when they first come; a verified address counts.</summary>
    public string? Domain { get; set; }

    public string? DomainRole { get; set; }

    /// <summary>What the user-info address calls groups or roles, such as `groups`.</summary>
    public string? RoleClaim { get; set; }

    /// <summary>Which of their values gives which role to new people, such as `kb-editors=editor`.</summary>
    public IList<string> RoleValues { get; } = [];

    public bool IsOn() => !string.IsNullOrWhiteSpace(ClientId);
}
