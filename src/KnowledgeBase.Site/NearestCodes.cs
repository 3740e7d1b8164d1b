using System.Numerics;
using KnowledgeBase.Content;

namespace KnowledgeBase.Site;

/// <summary>Known codes that look like a given one: a slip of the finger, or a neighbour in the same family.</summary>
public static class NearestCodes
{
    /// <returns>At most <paramref name="most"/> known codes, fewest differing digits first, then nearest in value, codes with a page before others.</returns>
    public static IReadOnlyList<ErrorCode> Of(SiteSnapshot site, ErrorCode code, int most = 5) =>
        [.. site.Content.Codes.Select(c => c.Code).Concat(site.Content.Registry.Entries.Select(e => e.Code)).Distinct()
            .Where(c => c != code)
            .OrderBy(c => Digits(c.Value ^ code.Value)).ThenBy(c => site.Code(c) is null).ThenBy(c => Math.Abs((long)c.Value - code.Value)).ThenBy(c => c.Value)
            .Take(most)];

    /// <summary>Number of hexadecimal digits that are not zero.</summary>
    private static int Digits(uint difference)
    {
        var folded = difference | (difference >> 1) | (difference >> 2) | (difference >> 3);
        return BitOperations.PopCount(folded & 0x11111111);
    }
}
