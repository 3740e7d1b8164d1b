using KnowledgeBase.Web.Hosting;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>`GET /health/ready`.</summary>
/// <param name="Revision">Identifies the content.</param>
/// <param name="Generation">Counts published snapshots of this process.</param>
/// <param name="AgeSeconds">Since the snapshot was published.</param>
public sealed record ReadyAnswer(
    string Status, string? Revision, int Generation, double AgeSeconds, ReadyAnswer.Counted? Counts, IReadOnlyList<ReadyAnswer.Rejected> RejectedFiles)
{
    /// <summary>Why nothing that visitors tell us can be kept; null while it can. Reading does not depend on it.</summary>
    public string? StorageProblem { get; init; }

    /// <summary>Whether saved texts are not yet committed or sent to the remote; the log says why. Reading does not depend on it.</summary>
    public bool SavesWait { get; init; }

    /// <summary>Whether a target did not take the latest webhook message; the log says which and why.</summary>
    public bool WebhooksWait { get; init; }

    /// <summary>Of the .NET runtime.</summary>
    public string Runtime { get; } = Environment.Version.ToString();

    /// <summary>Oldest runtime without known holes; the site does not start below it.</summary>
    public string OldestRuntime { get; } = RuntimeRequirements.OldestRuntime.ToString();

    /// <summary>Documents in the search index, which is always of the same generation as the pages.</summary>
    public int IndexedSections { get; init; }

    /// <summary>Open circuits.</summary>
    public int Circuits { get; init; }

    public sealed record Counted(int Articles, int Codes, int KnownCodes, int Guides, int Terms);

    public sealed record Rejected(string Path, string Reason, bool KeptLastGood);
}
