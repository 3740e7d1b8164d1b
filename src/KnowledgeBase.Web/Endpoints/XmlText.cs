using System.Text;
using System.Xml;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>Writes an XML document as a response.</summary>
public static class XmlText
{
    private static readonly UTF8Encoding s_utf8 = new(false);

    /// <summary>The text without the characters that XML cannot carry, whatever way they are written.</summary>
    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.EnumerateRunes().Where(r => r.Value > char.MaxValue || XmlConvert.IsXmlChar((char)r.Value)));

    public static IResult Document(string contentType, Action<XmlWriter> write)
    {
        using var target = new MemoryStream();
        using (var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = s_utf8, Indent = true })) write(xml);
        return TypedResults.Bytes(target.ToArray(), contentType + "; charset=utf-8");
    }
}
