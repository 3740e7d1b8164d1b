namespace KnowledgeBase.Search.Ranking;

/// <summary>The weighting function: rare terms count more, repeats saturate, long texts are discounted.</summary>
internal static class Bm25
{
    public const float K1 = 0.35f;
    public const float B = 0.75f;
    public const float TitleB = 0.75f;

    /// <summary>Share of the title-only score that is added to the score over all fields.</summary>
    public static float TitleShare(bool isLatin) => isLatin ? 0.7f : 0.5f;

    public static float Idf(int parts, int holding) => MathF.Log(1 + (parts - holding + 0.5f) / (holding + 0.5f));

    public static float Saturate(float count, float norm) => count * (K1 + 1) / (count + norm);

    /// <summary>The denominators k1·(1−b+b·length/mean).</summary>
    public static float[] Norms(int[] lengths, double mean, float b)
    {
        var norms = new float[lengths.Length];
        var perUnit = b / (float)Math.Max(mean, 0.001);
        for (var i = 0; i < norms.Length; i++) norms[i] = K1 * (1 - b + perUnit * lengths[i]);
        return norms;
    }
}
