using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>What the path of an article says: `articles/errors/fix-it.ja.md` or `articles/errors/fix-it/index.ja.md`.</summary>
internal sealed record ArticlePath(string Path, string Category, string Slug, Locale Locale)
{
    /// <summary>Null for a path of any other form.</summary>
    public static ArticlePath? Read(string path)
    {
        var parts = path.Split('/');
        if (parts.Length is < 3 or > 4 || parts[0] != "articles") return null;
        var name = parts[^1].Split('.');
        if (name.Length != 3 || name[2] != "md" || Locale.All.FirstOrDefault(l => l.Tag == name[1]) is not { } locale) return null;
        if (parts.Length == 4 != (name[0] == "index")) return null;
        var slug = parts.Length == 4 ? parts[2] : name[0];
        return ContentIds.IsId(parts[1]) && ContentIds.IsId(slug) ? new(path, parts[1], slug, locale) : null;
    }

    /// <summary>A relative path as one from the content folder, or null where it leads out of it.</summary>
    public string? Follow(string relative)
    {
        var parts = Path.Split('/')[..^1].ToList();
        foreach (var part in relative.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }
}
