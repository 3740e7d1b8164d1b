using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>One person with one browser window; remembers what the browser complained about.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    internal Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        // The address that a test asks for on purpose may be a 404; everything else the browser reports counts.
        page.Console += (_, m) => { if (m.Type == "error" && !m.Text.Contains("404")) _complaints.Add(m.Text); };
        page.PageError += (_, e) => _complaints.Add(e);
    }

    public IPage Page { get; }

    /// <summary>Name and id of the account that is signed in; empty for a reader.</summary>
    public (string Name, string Id) Account { get; internal init; } = ("", "");

    /// <summary>Script errors, refused resources and violations of the content security policy so far.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public string Path => new Uri(Page.Url).PathAndQuery;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
