using KnowledgeBase.Content;
using KnowledgeBase.Web.Accounts;
using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Web.Components;

/// <summary>A page for accounts: its address has no language, so it is shown in the one of whoever asks.</summary>
public abstract class StaffPage : ComponentBase
{
    [CascadingParameter]
    public required Locale Locale { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected UiText T => UiText.For(Locale);

    /// <summary>Who asks; null where nobody is signed in, which only pages open to anyone see.</summary>
    protected SignedIn? Me => SignedIn.Of(Http?.User);

    /// <summary>Sends whoever asked on; the caller renders nothing.</summary>
    protected void Redirect(string address) => Http?.Response.Redirect(address);
}
