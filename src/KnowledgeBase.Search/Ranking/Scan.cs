using System.Numerics;

namespace KnowledgeBase.Search.Ranking;

/// <summary>Passes over one number for each part, several at a time: nearly all of them are of no interest.</summary>
internal static class Scan
{
    public static void Multiply(float[] values, float[] by)
    {
        var i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count) (new Vector<float>(values, i) * new Vector<float>(by, i)).CopyTo(values, i);
        for (; i < values.Length; i++) values[i] *= by[i];
    }

    public static float Max(float[] values)
    {
        var (i, most) = (0, Vector<float>.Zero);
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count) most = Vector.Max(most, new(values, i));
        var max = 0f;
        for (var lane = 0; lane < Vector<float>.Count; lane++) max = Math.Max(max, most[lane]);
        for (; i < values.Length; i++) max = Math.Max(max, values[i]);
        return max;
    }

    /// <returns>The first place from here on that may hold more than this much, rounded down to a group; the length where none does.</returns>
    public static int Next(float[] values, int from, float than)
    {
        var limit = new Vector<float>(than);
        for (; from <= values.Length - Vector<float>.Count; from += Vector<float>.Count)
            if (Vector.GreaterThanAny(new Vector<float>(values, from), limit)) return from;
        return from;
    }

    /// <summary>Length of the groups that <see cref="Next"/> steps by.</summary>
    public static int Group => Vector<float>.Count;
}
