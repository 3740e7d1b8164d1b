namespace KnowledgeBase.Web.Caching;

/// <summary>A page that says what it can offer instead of what is missing. The status becomes 404 when it is sent: the renderer
/// throws away what a page rendered under that status, and the general page for missing addresses would take its place.</summary>
public static class MissingPage
{
    private static readonly object s_mark = new();

    public static void Mark(HttpContext context) => context.Items[s_mark] = true;

    public static bool IsMarked(HttpContext context) => context.Items.ContainsKey(s_mark);
}
