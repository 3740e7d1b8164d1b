namespace KnowledgeBase.Site.Storage;

/// <summary>Finds the folder for what the site itself writes.</summary>
public static class DataLocation
{
    /// <summary>The set path, else `data` beside the content folder. Nothing is created here.</summary>
    public static string Find(string? configured, string contentFolder) => Path.GetFullPath(
        string.IsNullOrWhiteSpace(configured) ? Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(contentFolder))) ?? contentFolder, "data") : configured);
}
