using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Site.Storage;

/// <summary>Keeps what visitors tell us. Nothing here may hold up or break a reading page: a store that cannot be used answers so
/// and is tried again the next time.</summary>
public interface IVisitorStore
{
    /// <summary>Why the last use failed, in words for whoever runs the site; null when it worked.</summary>
    string? Problem { get; }

    /// <summary>Counts a request for an article once for each visitor, subject and day.</summary>
    Task<Recorded> Add(ArticleRequest request, Visitor visitor, CancellationToken cancellation = default);

    /// <summary>What was asked for, most visitors first; empty where the store cannot be read.</summary>
    Task<IReadOnlyList<RequestCount>> Requests(CancellationToken cancellation = default);

    /// <summary>Counts a vote once for each visitor and text; who votes again changes the vote.</summary>
    Task<Recorded> Add(Vote vote, Visitor visitor, CancellationToken cancellation = default);

    /// <summary>Votes by text, most unhelpful first; empty where the store cannot be read.</summary>
    Task<IReadOnlyList<VoteCount>> Votes(CancellationToken cancellation = default);

    /// <summary>Tries the store; afterwards <see cref="Problem"/> is about now.</summary>
    Task Check(CancellationToken cancellation = default);
}
