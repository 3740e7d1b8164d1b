using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>The fields of a vote as they were sent; nothing in them is believed.</summary>
public sealed class VoteForm
{
    /// <summary>As <see cref="Vote.Page"/>.</summary>
    public string? Page { get; set; }

    public string? Revision { get; set; }

    /// <summary>`yes` or `no`.</summary>
    public string? Helpful { get; set; }

    /// <summary>Name of a <see cref="VoteReason"/>.</summary>
    public string? Reason { get; set; }

    /// <summary>The search that led to the page.</summary>
    public string? Query { get; set; }

    /// <summary>Outcomes only: the address of the position, whose answers are read and nothing else.</summary>
    public string? At { get; set; }

    /// <summary>Null for anything but a yes or a no.</summary>
    public bool? IsHelpful => Helpful switch { "yes" => true, "no" => false, _ => null };

    public VoteReason? KnownReason => Enum.GetValues<VoteReason>().Cast<VoteReason?>().FirstOrDefault(r => r.ToString() == Reason);
}
