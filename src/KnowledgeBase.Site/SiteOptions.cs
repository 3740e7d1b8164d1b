namespace KnowledgeBase.Site;

/// <summary>Settings under `KnowledgeBase`. Every property is a row of the table in README.</summary>
public sealed class SiteOptions
{
    public const string Section = "KnowledgeBase";

    /// <summary>Folder of the content; default: `content` of the checkout, or beside the app.</summary>
    public string? ContentPath { get; set; }

    /// <summary>Folder for what the site itself writes (embedded store, keys, index cache); default: `data` beside the content.</summary>
    public string? DataPath { get; set; }

    /// <summary>Public address such as `https://kb.example`; used in canonical links, feeds and the sitemap, and its host is an
    /// allowed host. Default: the address of the request.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Further host names to answer to, besides loopback names and the host of <see cref="BaseUrl"/>.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Seconds between full looks at the content folder when no change notice came; 1 to 3600.</summary>
    public int RescanSeconds { get; set; } = 5;

    /// <summary>Addresses of reverse proxies, or networks such as `10.0.0.0/8`, whose `X-Forwarded-For` is believed, besides this
    /// machine's own: visitors are told apart by it.</summary>
    public IList<string> TrustedProxies { get; } = [];

    public AuthOptions Auth { get; } = new();

    public RateLimits RateLimits { get; } = new();

    public StorageOptions Storage { get; } = new();

    public TelemetryOptions Telemetry { get; } = new();

    /// <summary>Seconds between the request to end and the end, during which the load balancer finds out; 0 to 300.</summary>
    public int DrainSeconds { get; set; } = 5;

    public InsightsOptions Insights { get; } = new();

    public OutsideLinkOptions OutsideLinks { get; } = new();

    public WebhookOptions Webhooks { get; } = new();

    public EditingOptions Editing { get; } = new();
}
