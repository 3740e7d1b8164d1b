namespace KnowledgeBase.Web.Components.Plots;

/// <summary>Round numbers for an axis that starts at 0.</summary>
public static class PlotScale
{
    /// <summary>0 and up to four steps of 1, 2 or 5 times a power of ten; the last is not below <paramref name="most"/>.</summary>
    public static IReadOnlyList<long> Ticks(long most)
    {
        long step = 1;
        for (var i = 0; step * 4 < most; i++) step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        var count = Math.Max(1, (most + step - 1) / step);
        return [.. Enumerable.Range(0, (int)count + 1).Select(i => i * step)];
    }
}
