namespace KnowledgeBase.Site;

/// <summary>Settings under `KnowledgeBase:OutsideLinks`.</summary>
public sealed class OutsideLinkOptions
{
    /// <summary>Whether links to other sites are checked on a schedule. Off by default: it makes this machine ask others.</summary>
    public bool Enabled { get; set; }

    /// <summary>Hours between checks of a link that works; 1 to 8760. A failure in a row doubles it, up to 16 times.</summary>
    public int EveryHours { get; set; } = 168;

    /// <summary>Most questions in a minute; 1 to 600.</summary>
    public int PerMinute { get; set; } = 20;

    /// <summary>Whether addresses in private networks are asked too.</summary>
    public bool AllowPrivate { get; set; }
}
