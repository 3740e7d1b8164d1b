using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Authorization;

namespace KnowledgeBase.BrowserTests;

/// <summary>Who the server thinks sits at each circuit that a browser holds open.</summary>
public sealed class OpenCircuits
{
    private readonly ConcurrentDictionary<string, AuthenticationStateProvider> _open = new();

    internal void Open(string id, AuthenticationStateProvider who) => _open[id] = who;

    internal void Closed(string id) => _open.TryRemove(id, out _);

    /// <summary>The circuit of the one browser that is signed in under this name.</summary>
    public async Task<AuthenticationStateProvider> Of(string name)
    {
        foreach (var who in _open.Values)
            if ((await who.GetAuthenticationStateAsync()).User.Identity?.Name == name) return who;
        throw new InvalidOperationException("No circuit belongs to " + name);
    }
}
