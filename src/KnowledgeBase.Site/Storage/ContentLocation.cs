namespace KnowledgeBase.Site.Storage;

/// <summary>Finds the content folder where no setting names one.</summary>
public static class ContentLocation
{
    /// <summary>The set path, else the first folder `content` beside the app or above it or above the working folder.</summary>
    /// <exception cref="DirectoryNotFoundException">None was found; the message names the setting.</exception>
    public static string Find(string? configured, string appFolder)
    {
        if (!string.IsNullOrWhiteSpace(configured)) return Path.GetFullPath(configured);
        foreach (var start in new[] { appFolder, Directory.GetCurrentDirectory() })
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (Directory.Exists(Path.Combine(folder.FullName, "content", "articles"))) return Path.Combine(folder.FullName, "content");
        throw new DirectoryNotFoundException("No content folder was found beside the app. Set KnowledgeBase:ContentPath.");
    }
}
