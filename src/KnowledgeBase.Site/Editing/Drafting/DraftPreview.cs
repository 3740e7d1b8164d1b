namespace KnowledgeBase.Site.Editing;

/// <summary>The whole site as it would be with a draft in it: what pages render from it is what readers would get.</summary>
/// <param name="Site">To be shown by <see cref="CurrentSite.Show"/> for one request; never published.</param>
public sealed record DraftPreview(Draft Draft, SiteSnapshot Site);
