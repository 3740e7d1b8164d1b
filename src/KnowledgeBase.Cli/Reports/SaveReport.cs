using System.Diagnostics;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Cli.Reports;

/// <summary>What became of a save, as lines of text.</summary>
internal static class SaveReport
{
    public static string Text(SaveResult result) => result switch
    {
        SaveResult.Saved saved => string.Concat(saved.Files.Select(f => $"{(f.Revision is null ? "deleted" : "written")}  {f.Path}\n")) + Progress(saved) + "\n",
        SaveResult.Invalid invalid => string.Concat(invalid.Problems.Select(p => $"{p.File}:{p.Line}:{p.Column}: {p.Rule.Id}: {p.Message} {p.Mend}\n")) + "Nothing was written.\n",
        SaveResult.Conflict conflict => string.Concat(conflict.Files.Select(f => $"{f.Path} was changed meanwhile.\n")) + "Nothing was written; try again.\n",
        SaveResult.Refused refused => refused.Message + "\n",
        _ => throw new UnreachableException(),
    };

    public static string Plan(RenamePlan.Ready plan) =>
        string.Concat(plan.Save.Files.Select(f => $"{(f.Text is null ? "delete" : f.BaseRevision is null ? "create" : "change")}  {f.Path}\n"))
        + string.Concat(plan.Redirects.Select(r => $"redirect  {r.Key} → {r.Value}\n"));

    private static string Progress(SaveResult.Saved saved) => saved.Progress switch
    {
        SaveProgress.OnDisk => "There is no git working tree, so nothing was committed.",
        SaveProgress.CommitPending => $"Not yet committed: {saved.Problem}. The next save or the running site does it.",
        SaveProgress.PushPending => $"Committed as {saved.Commit}; not yet sent to the remote.",
        SaveProgress.Committed => $"Committed as {saved.Commit}.",
        _ => throw new UnreachableException(),
    };
}
