using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Web.Components;

namespace KnowledgeBase.Web.Editing;

/// <summary>What the buttons below a draft do.</summary>
/// <param name="words">In the language of whoever pressed them.</param>
public sealed class DraftForm(Drafts drafts, UiText words)
{
    /// <summary>Why nothing was done, for the editor; null where it was or the result says it.</summary>
    public string? Problem { get; private set; }

    /// <summary>Every page that the draft changes, in both languages: its name and its address through <paramref name="preview"/>.</summary>
    public static IReadOnlyList<(string Name, string Address)> Pages(Draft draft, UiText words, Func<string, string> preview)
    {
        var pages = new List<(string Name, string Address)>();
        foreach (var path in draft.Files.Where(f => f.Text is not null).Select(f => f.Path))
            foreach (var locale in Locale.All.Where(l => EditedFile.LanguageOf(path) is not { } tag || tag == l.Tag))
                if (Urls.PageOfFile(locale, path) is { } page) pages.Add(($"{path[(path.LastIndexOf('/') + 1)..].Split('.')[0]} ({UiText.For(locale)["LanguageName"]})", preview(page)));
        return pages;
    }

    /// <param name="draft">As it is kept: nobody has changed it since.</param>
    /// <param name="what">Value of the button.</param>
    /// <returns>Null where the button is none, or what it needs was missing; <see cref="Problem"/> says so.</returns>
    public async Task<DraftResult?> Do(string what, Draft draft, Editor who, string? note, string? at, string? offset)
    {
        if (what == "schedule") return await Schedule(draft, who, at, offset);
        if (what == "send-back" && string.IsNullOrWhiteSpace(note)) return Miss("EditNoteWanted");
        return what switch
        {
            "review" => await drafts.AskForReview(draft.Id, draft.Version, who),
            "approve" => await drafts.Approve(draft.Id, draft.Version, who),
            "send-back" => await drafts.SendBack(draft.Id, draft.Version, who, note!.Trim()),
            "unshare" => await drafts.Unshare(draft.Id, who),
            _ => null,
        };
    }

    /// <summary>Feature 89: writes the time into the front matter. A page that is public would vanish until then, so only new ones take it.</summary>
    private async Task<DraftResult?> Schedule(Draft draft, Editor who, string? at, string? offset)
    {
        var articles = draft.Files.Where(f => f.Text is not null && f.Path.StartsWith("articles/", StringComparison.Ordinal)).ToList();
        if (articles.Count == 0 || articles.Any(f => f.BaseRevision is not null)) return Miss("EditScheduleNew");
        if (!DateTime.TryParseExact(at, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return Miss("EditScheduleTime");
        var value = moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) + (offset == "+09:00" ? offset : "Z");
        var files = draft.Files.Select(f => articles.Contains(f) ? f with { Text = FrontMatterEdit.Set(f.Text!, "publish-at", value) } : f);
        return await drafts.Keep(draft with { Files = [.. files], State = DraftState.Open }, who);
    }

    private DraftResult? Miss(string key)
    {
        Problem = words[key];
        return null;
    }
}
