using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Site;

/// <summary>Files → the next snapshot, keeping the last good version of a page that broke.</summary>
public static class SiteBuilder
{
    /// <param name="files">Every file of the content folder.</param>
    /// <param name="previous">The live snapshot, or null at start.</param>
    /// <param name="saved">What an earlier start left; asked only at start.</param>
    /// <param name="isPublic">False also shows articles whose `publish-at` has not come yet: for checks, never for visitors.</param>
    public static SiteSnapshot Build(IReadOnlyList<ContentFile> files, SiteSnapshot? previous, TimeProvider clock, SavedStart? saved = null, bool isPublic = true)
    {
        var content = ContentReader.Read(files, previous is null ? saved?.Articles.Load() : previous.Content);
        var kept = new HashSet<string>();
        if (previous is not null) content = LastGood.Keep(content, previous.Content, files, kept);
        var rejected = content.Diagnostics.Where(d => d.Severity == Severity.Error).GroupBy(d => d.File, StringComparer.Ordinal)
            .Select(g => new RejectedFile(g.Key, $"{g.First().Rule}: {g.First().Message} {g.First().Mend}", kept.Contains(g.Key)))
            .OrderBy(r => r.Path, StringComparer.Ordinal).ToList();
        var now = clock.GetUtcNow();
        var waiting = content.Articles.Where(a => isPublic && a.FrontMatter.PublishAt > now).ToList();
        if (waiting.Count > 0) content = content with { Articles = [.. content.Articles.Except(waiting)] };
        var info = new SnapshotInfo((previous?.Info.Generation ?? 0) + 1, Revision(files), now, rejected) { NextDue = waiting.Min(a => a.FrontMatter.PublishAt) };
        var index = previous is null && saved is not null ? saved.Index.Of(content, info.Revision) : SearchIndexBuilder.Build(content, previous?.Index);
        return previous is null ? new(content, index, info) : new(content, index, info) { Stale = previous.Stale };
    }

    private static string Revision(IReadOnlyList<ContentFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            // Path and length first: moving bytes from one file to the next must change the revision.
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Path}\0{file.Size}\0{file.Refused}\0")));
            hash.AppendData(file.Bytes.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
