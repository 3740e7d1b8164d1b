namespace KnowledgeBase.Cli;

/// <summary>What the command answers to its caller.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The content has errors, or a search found nothing.</summary>
    public const int Found = 1;

    /// <summary>The command could not run: no such folder, words that it does not understand.</summary>
    public const int NotRun = 2;
}
