namespace KnowledgeBase.Site.Webhooks;

/// <summary>A message on its way to one target.</summary>
/// <param name="Id">The same for every attempt, so that whoever gets it twice can tell.</param>
/// <param name="Target">See <see cref="WebhookOutbox.NameOf"/>.</param>
/// <param name="Body">JSON.</param>
/// <param name="Attempts">How often it was taken to be sent.</param>
/// <param name="Since">When it was written.</param>
public sealed record Delivery(string Id, string Target, string Body, int Attempts, DateTimeOffset Since);
