using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Web.Editing;

/// <summary>What an editor asks to be begun, as the form says it: a kind, and the names that the kind needs.</summary>
public sealed record NewContent
{
    public const string Article = "article";
    public const string Code = "code";
    public const string Guide = "guide";
    public const string Term = "term";

    public static IReadOnlyList<string> Kinds { get; } = [Article, Code, Guide, Term];

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public string Kind { get; private init; } = Article;

    /// <summary>An error code, in any form.</summary>
    public string CodeText { get; private init; } = "";

    /// <summary>Permanent name: last part of the address.</summary>
    public string Name { get; private init; } = "";

    public string Ja { get; private init; } = "";

    public string En { get; private init; } = "";

    public string Category { get; private init; } = "";

    /// <summary>Article that the outcomes of a guide send to.</summary>
    public string Procedure { get; private init; } = "";

    /// <summary>What it is called in the history.</summary>
    public string Title => Kind == Code ? ErrorCode.TryParse(CodeText, out var code) ? code.Hex : CodeText : Name;

    /// <param name="field">A field of the form; null where it was not sent.</param>
    public static NewContent Read(Func<string, string?> field) => new()
    {
        Kind = Kinds.Contains(field("kind")) ? field("kind")! : Article, CodeText = Cut(field("code")), Name = Cut(field("name")), Ja = Cut(field("ja")), En = Cut(field("en")),
        Category = Cut(field("category")), Procedure = Cut(field("procedure")),
    };

    /// <summary>What was looked for in vain, as the beginning of a page.</summary>
    /// <param name="asked">A value of the address.</param>
    public static NewContent Missed(SiteSnapshot site, Locale locale, Func<string, string?> asked)
    {
        var words = Cut(asked("q"));
        var isJapanese = words.Any(c => c is >= '\u3041' and <= '\u9FFF');
        return new()
        {
            Kind = Kinds.Contains(asked("kind")) ? asked("kind")! : asked("code") is null ? Article : Code,
            CodeText = Cut(asked("code")), Ja = isJapanese ? words : "", En = isJapanese ? "" : words, Name = NameOf(words),
            Category = site.Content.Categories.Select(c => c.Id).FirstOrDefault() ?? "",
        };
    }

    /// <summary>Fields that cannot be taken as they are, with the key of what to say.</summary>
    public IReadOnlyList<(string Field, string Key)> Problems(SiteSnapshot site, ContentWorkspace workspace)
    {
        var problems = new List<(string, string)>();
        if (Kind == Code)
        {
            if (!ErrorCode.TryParse(CodeText, out var code)) problems.Add(("code", "EditNewNoCode"));
            else if (workspace.Open($"codes/{code.Hex}.yaml") is not null) problems.Add(("code", "EditNewTaken"));
            return problems;
        }

        if (Ja.Length == 0) problems.Add(("ja", "EditNewBothNames"));
        if (En.Length == 0) problems.Add(("en", "EditNewBothNames"));
        if (!ContentStub.IsName(Name)) problems.Add(("name", "EditNewNoName"));
        else if (IsTaken(site)) problems.Add(("name", "EditNewTaken"));
        if (Kind == Guide && site.Content.Articles.All(a => a.Id.Value != Procedure.Split('#')[0])) problems.Add(("procedure", "EditNewNoArticle"));
        return problems;
    }

    /// <summary>The files that make the page, new or changed. Only where <see cref="Problems"/> finds none.</summary>
    public IReadOnlyList<FileChange> Files(SiteSnapshot site, DateOnly today)
    {
        var title = new LocalizedText(Ja, En);
        if (Kind == Term) return [new(TermText.PathOf(Name), null, ContentStub.Term(Name, title))];

        var files = Kind switch
        {
            Code => ErrorCode.TryParse(CodeText, out var code) ? ContentStub.Code(code, site.Content.Registry.Find(code)?.Symbol, today) : throw new InvalidOperationException("No code."),
            Guide => ContentStub.Guide(Name, title, Procedure),
            _ => ContentStub.Article(site.Category(Category)?.Id ?? site.Content.Categories[0].Id, Name, title, today),
        };
        // Articles: Japanese first, as everywhere.
        return [.. files.OrderBy(f => f.Key.EndsWith(".en.md", StringComparison.Ordinal)).Select(f => new FileChange(f.Key, null, f.Value))];
    }

    private bool IsTaken(SiteSnapshot site) => Kind switch
    {
        Guide => site.Guide(Name) is not null,
        Term => site.Content.Glossary.Any(t => t.Id == Name),
        _ => site.Content.Articles.Any(a => a.Id.Value == Name || a.Slug == Name),
    };

    private static string NameOf(string words)
    {
        var name = string.Join('-', words.ToLowerInvariant().Split([.. words.Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries));
        return name.Length <= 60 ? name : name[..60].TrimEnd('-');
    }

    private static string Cut(string? text)
    {
        var whole = (text ?? "").Trim();
        return whole.Length <= 200 ? whole : whole[..(char.IsHighSurrogate(whole[199]) ? 199 : 200)];
    }
}
