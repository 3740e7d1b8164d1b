namespace KnowledgeBase.Site;

/// <summary>Settings under `KnowledgeBase:RateLimits`.</summary>
public sealed class RateLimits
{
    /// <summary>How often one address may tell us something in an hour (requests for articles, votes); 1 to 100000.</summary>
    public int VisitorPostsPerHour { get; set; } = 60;

    /// <summary>How often one address may try to sign in in an hour, codes of authenticator apps included; 1 to 100000.</summary>
    public int SignInsPerHour { get; set; } = 30;

    /// <summary>Most circuits, the connections of interactive parts of pages, from one address; 1 to 100000.</summary>
    public int CircuitsPerAddress { get; set; } = 20;

    /// <summary>Most circuits in all; each takes about 150 kB. 1 to 100000.</summary>
    public int Circuits { get; set; } = 2000;
}
