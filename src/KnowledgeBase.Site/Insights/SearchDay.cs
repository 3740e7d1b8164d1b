namespace KnowledgeBase.Site.Insights;

/// <summary>Searches of one day in one language.</summary>
/// <param name="Locale">Language tag.</param>
/// <param name="Missed">Those that found nothing.</param>
public sealed record SearchDay(DateOnly Day, string Locale, long Searches, long Missed);
