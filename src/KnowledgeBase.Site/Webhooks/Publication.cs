namespace KnowledgeBase.Site.Webhooks;

/// <summary>A state of the content that webhooks were told of.</summary>
/// <param name="Number">Grows with each; given by the store.</param>
/// <param name="State">See <see cref="PageStates.Id"/>.</param>
/// <param name="Revision">Of the content.</param>
/// <param name="Pages">See <see cref="PageStates.Text"/>.</param>
public sealed record Publication(long Number, string State, string Revision, string Pages);
