using KnowledgeBase.Content;
using KnowledgeBase.Web.Desk;

namespace KnowledgeBase.Web.Editing;

/// <summary>A part of an article before and after a change, as readers see it.</summary>
/// <param name="Id">Anchor of the section; null for the beginning.</param>
/// <param name="Old">Sanitised HTML whose ids begin with `old-`; null where the part is new.</param>
/// <param name="New">Likewise with `new-`; null where the part is gone.</param>
public sealed record RenderedChange(string? Id, string? Old, string? New)
{
    /// <summary>The parts that differ, in the order of the new text; what is gone follows what stood before it.</summary>
    public static IReadOnlyList<RenderedChange> Of(Article? old, Article? now)
    {
        var rows = new List<RenderedChange> { new(null, old?.LeadHtml, now?.LeadHtml) };
        var (before, after) = (Sections(old), Sections(now));
        var order = after.Keys.ToList();
        var at = 0;
        foreach (var id in before.Keys)
        {
            var there = order.IndexOf(id);
            if (there < 0) order.Insert(at++, id);
            else at = there + 1;
        }
        rows.AddRange(order.Select(id => new RenderedChange(id, before.GetValueOrDefault(id), after.GetValueOrDefault(id))));
        return [.. rows.Where(r => (r.Old ?? "") != (r.New ?? "")).Select(r => new RenderedChange(r.Id, OwnIds.Under("old-", r.Old), OwnIds.Under("new-", r.New)))];
    }

    private static Dictionary<string, string> Sections(Article? article) =>
        (article?.Sections ?? []).GroupBy(s => s.Id).ToDictionary(g => g.Key, g => string.Concat(g.Select(s => s.Html)));
}
