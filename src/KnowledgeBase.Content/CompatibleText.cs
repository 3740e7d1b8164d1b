using System.Text;

namespace KnowledgeBase.Content;

/// <summary>The compatible spelling of a text (Unicode NFKC), for whatever bytes somebody sent.</summary>
public static class CompatibleText
{
    /// <summary>One form of each letter, whatever its width. Half a character and the code point that is none, which have no normal form
    /// and make the platform throw, become U+FFFD.</summary>
    public static string Of(string text)
    {
        var isWhole = !text.Any(c => char.IsSurrogate(c) || c == '\uFFFE');
        return (isWhole ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD')).Normalize(NormalizationForm.FormKC);
    }
}
