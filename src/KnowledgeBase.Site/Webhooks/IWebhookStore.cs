namespace KnowledgeBase.Site.Webhooks;

/// <summary>Keeps what webhooks were told, and the messages that did not arrive yet, for all replicas.</summary>
public interface IWebhookStore
{
    /// <summary>Why the last use failed; null when it worked.</summary>
    string? Problem { get; }

    /// <summary>The newest publication; null before the first, or where the store cannot be read.</summary>
    Task<Publication?> Latest(CancellationToken cancellation = default);

    /// <summary>Number of the newest publication of this state after the given one; null where there is none.</summary>
    Task<long?> Find(string state, long after, CancellationToken cancellation = default);

    /// <summary>Keeps a publication and its messages in one step, and drops what is too old to be of use.</summary>
    /// <param name="now">Messages older than <see cref="WebhookDelivery.Patience"/> and a day are dropped: their target is not in the
    /// settings any more.</param>
    /// <param name="after">The number that is the newest one, as the caller knows; 0 for none.</param>
    /// <returns>Its number; null where somebody else was quicker, or the store failed.</returns>
    Task<long?> Add(long after, Publication next, IReadOnlyList<Delivery> deliveries, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>The oldest message for a target, if it is due, with this attempt counted. It is due again after the lease, in case
    /// whoever took it dies.</summary>
    Task<Delivery?> Take(string target, DateTimeOffset now, TimeSpan lease, CancellationToken cancellation = default);

    /// <summary>The message arrived, or is given up.</summary>
    Task<bool> End(string id, CancellationToken cancellation = default);

    Task<bool> Postpone(string id, DateTimeOffset next, CancellationToken cancellation = default);
}
