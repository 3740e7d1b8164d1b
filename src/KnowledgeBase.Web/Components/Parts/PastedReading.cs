using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Site;
using Microsoft.AspNetCore.WebUtilities;

namespace KnowledgeBase.Web.Components.Parts;

/// <summary>What a pasted text says (Features 9, 59): names of codes, articles and answers, and nothing of the text itself, so that it
/// can stand in an address (Feature 55).</summary>
/// <param name="Codes">Codes written in the text.</param>
/// <param name="Likely">Where none is written: codes whose message reads like the text.</param>
/// <param name="Articles">Permanent names.</param>
/// <param name="GuideId">The guided check that understood most of it; null where none did.</param>
/// <param name="Answers">Answers to that check's questions.</param>
public sealed record PastedReading(
    IReadOnlyList<ErrorCode> Codes,
    IReadOnlyList<ErrorCode> Likely,
    IReadOnlyList<string> Articles,
    string? GuideId,
    IReadOnlyList<KeyValuePair<string, string>> Answers)
{
    private const int MostCodes = 8;
    private const int MostArticles = 6;
    private const int MostAnswers = 40;

    public bool IsEmpty => Codes.Count + Likely.Count + Articles.Count + Answers.Count == 0;

    public static PastedReading Of(SiteSnapshot site, Locale locale, string text)
    {
        if (text.Length > GuideReading.Longest) text = text[..GuideReading.Longest];
        List<ErrorCode> codes = [.. ErrorCode.FindAll(text).Select(m => m.Code).Distinct().Take(MostCodes)];
        var words = SearchQuery.Of(text);
        List<SearchHit> hits = words.HasWords ? [.. site.Index.Search(new(words.Text, locale) { Limit = 20, WithSnippets = false }).Hits] : [];
        List<ErrorCode> likely = codes.Count > 0 ? [] : [.. hits.Take(5).Where(h => h.Kind == HitKind.Code).Select(h => ErrorCode.TryParse(h.Id, out var c) ? c : default).Take(3)];
        var procedures = site.Content.Articles.Where(a => a.FrontMatter.Codes.Any(codes.Contains)).OrderBy(a => codes.FindIndex(a.FrontMatter.Codes.Contains)).Select(a => a.Id.Value);
        var (guide, answers) = Answer(site, text, codes);
        return new(codes, likely, [.. procedures.Concat(hits.Where(h => h.Kind == HitKind.Article && !site.IsAboutSite(h)).Select(h => h.Id)).Distinct().Take(MostArticles)], guide, answers);
    }

    /// <summary>Reads the query part of an address; what is no name of anything is left out.</summary>
    public static PastedReading Read(SiteSnapshot site, string address)
    {
        var values = QueryHelpers.ParseQuery(address);
        IEnumerable<string> Words(string key) => values.TryGetValue(key, out var found) ? found.ToString().Split(',', 60, StringSplitOptions.RemoveEmptyEntries) : [];
        List<ErrorCode> CodesOf(string key) => [.. Words(key).Select(w => ErrorCode.TryParse(w, out var c) ? c : (ErrorCode?)null).OfType<ErrorCode>().Distinct().Take(MostCodes)];
        var guide = site.Guide(Words("check").FirstOrDefault() ?? "");
        var answers = Words("answers").Take(MostAnswers).Select(w => w.Split('.', 2)).Where(w => w.Length == 2).Select(w => KeyValuePair.Create(w[0], w[1]));
        return new(CodesOf("codes"), CodesOf("likely"), [.. Words("articles").Where(id => Locale.All.Any(l => site.ArticleById(l, id) is not null)).Distinct().Take(MostArticles)],
            guide?.Id, guide is null ? [] : [.. GuideWalk.Walk(guide, answers).Answers.Items]);
    }

    /// <summary>Name and value of each parameter of the address; empty ones are left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> Query => new[]
    {
        KeyValuePair.Create("codes", string.Join(',', Codes.Select(c => c.Hex))),
        KeyValuePair.Create("likely", string.Join(',', Likely.Select(c => c.Hex))),
        KeyValuePair.Create("articles", string.Join(',', Articles)),
        KeyValuePair.Create("check", Answers.Count > 0 ? GuideId ?? "" : ""),
        KeyValuePair.Create("answers", string.Join(',', Answers.Select(a => $"{a.Key}.{a.Value}"))),
    }.Where(p => p.Value.Length > 0);

    // The check that understands most; the home page's where two understand as much. A code's own page may know more answers.
    private static (string? Guide, IReadOnlyList<KeyValuePair<string, string>> Answers) Answer(SiteSnapshot site, string text, List<ErrorCode> codes)
    {
        var known = codes.Select(c => site.Code(c)?.Guide).FirstOrDefault(g => g is not null);
        return site.Content.Guides
            .Select(g => (Guide: g, Read: GuideReading.Read(g, text)))
            .Where(g => g.Read.Count > 0)
            .OrderByDescending(g => g.Read.Count + (g.Guide.Id == known?.GuideId ? 1 : 0)).ThenByDescending(g => g.Guide.Id == site.Content.Site.HomeGuide)
            .Select(g => ((string?)g.Guide.Id, GuideWalk.Walk(g.Guide, g.Guide.Id == known?.GuideId ? known.Answers.Concat(g.Read) : g.Read).Answers.Items))
            .FirstOrDefault((null, []));
    }
}
