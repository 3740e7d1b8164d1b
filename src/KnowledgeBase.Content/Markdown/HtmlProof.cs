using System.Buffers;
using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace KnowledgeBase.Content.Markdown;

/// <summary>One strict pass over a fragment: proves that it is allowed markup, fully closed, in a shape that every HTML parser
/// reads the same way, and writes it as such a parser would serialise it. Whatever it does not know for certain, it gives up on.</summary>
internal ref struct HtmlProof
{
    private static readonly SearchValues<char> SpecialInText = SearchValues.Create("<>&\u00A0\0\r\f");
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz123456");
    private static readonly SearchValues<char> SpecialInValue = SearchValues.Create("<>\u00A0\0\r\n\f");
    private static readonly FrozenDictionary<string, (string Name, FrozenSet<string> Attributes)>.AlternateLookup<ReadOnlySpan<char>> Elements =
        HtmlAllowlist.Elements.ToFrozenDictionary(e => e.Key, e => (e.Key, e.Value)).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> References =
        FrozenSet.Create("&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly StringBuilder _out;
    private readonly Stack<string> _open = new();
    private ReadOnlySpan<char> _rest;
    private int _links;

    private HtmlProof(string html)
    {
        _rest = html;
        _out = new StringBuilder(html.Length);
    }

    /// <summary>The fragment in normal form, or null where it is not proved.</summary>
    public static string? TryNormalize(string html)
    {
        var proof = new HtmlProof(html);
        while (!proof._rest.IsEmpty)
            if (!(proof._rest[0] == '<' ? proof.ReadTag() : proof.ReadText())) return null;
        return proof._open.Count == 0 ? proof._out.ToString() : null;
    }

    private readonly string Parent => _open.TryPeek(out var name) ? name : "";

    private bool ReadText()
    {
        var end = _rest.IndexOf('<');
        var text = end < 0 ? _rest : _rest[..end];
        _rest = _rest[text.Length..];
        if (!HtmlShape.MayHoldText(Parent) && text.ContainsAnyExcept(" \n")) return false;
        while (!text.IsEmpty)
        {
            var at = text.IndexOfAny(SpecialInText);
            _out.Append(at < 0 ? text : text[..at]);
            if (at < 0) return true;
            text = text[at..];
            var taken = AppendSpecial(text);
            if (taken == 0) return false;
            text = text[taken..];
        }
        return true;
    }

    // As a serialiser writes them; returns how many characters were read, 0 for none that is known.
    private readonly int AppendSpecial(ReadOnlySpan<char> text)
    {
        if (text[0] == '\u00A0')
        {
            _out.Append("&nbsp;");
            return 1;
        }
        var length = text.IndexOf(';') + 1;
        if (length == 0 || !References.TryGetValue(text[..length], out var written)) return 0;
        _out.Append(written == "&quot;" ? "\"" : written);
        return length;
    }

    private bool ReadTag()
    {
        if (_rest.StartsWith("</")) return ReadEnd();
        var length = _rest[1..].IndexOfAnyExcept(NameCharacters);
        if (length <= 0 || !Elements.TryGetValue(_rest.Slice(1, length), out var element)) return false;
        var (name, attributes) = element;
        if (!HtmlShape.MayHold(Parent, name) || (name == "a" && _links++ > 0)) return false;
        _out.Append('<').Append(name);
        _rest = _rest[(1 + length)..];
        if (!ReadAttributes(attributes)) return false;
        var isVoid = HtmlAllowlist.VoidElements.Contains(name);
        if (isVoid && _rest.StartsWith(" />")) _rest = _rest[2..];
        if (_rest.IsEmpty || _rest[0] != '>') return false;
        _out.Append('>');
        _rest = _rest[1..];
        // A parser drops a line end right after this tag.
        if (name == "pre" && _rest.StartsWith("\n")) return false;
        if (!isVoid) _open.Push(name);
        return true;
    }

    private bool ReadEnd()
    {
        var end = _rest.IndexOf('>');
        if (end < 0 || Parent.Length == 0 || !_rest[2..end].SequenceEqual(Parent)) return false;
        _out.Append(_rest[..(end + 1)]);
        _rest = _rest[(end + 1)..];
        if (_open.Pop() == "a") _links--;
        return true;
    }

    private bool ReadAttributes(FrozenSet<string> allowed)
    {
        var names = allowed.GetAlternateLookup<ReadOnlySpan<char>>();
        var seen = new List<string>(4);
        while (_rest.Length > 1 && _rest[0] == ' ' && _rest[1] != '/')
        {
            var equals = _rest.IndexOf("=\"");
            if (equals < 0 || !names.TryGetValue(_rest[1..equals], out var name) || seen.Contains(name)) return false;
            seen.Add(name);
            var value = _rest[(equals + 2)..];
            var end = value.IndexOf('"');
            if (end < 0 || !ReadValue(name, value[..end])) return false;
            _rest = value[(end + 1)..];
        }
        return true;
    }

    private readonly bool ReadValue(string name, ReadOnlySpan<char> written)
    {
        if (written.ContainsAny(SpecialInValue)) return false;
        for (var at = written.IndexOf('&'); at >= 0;)
        {
            var length = written[at..].IndexOf(';') + 1;
            if (length == 0 || !References.Contains(written.Slice(at, length))) return false;
            var next = written[(at + length)..].IndexOf('&');
            at = next < 0 ? -1 : at + length + next;
        }
        var value = written.Contains('&') ? WebUtility.HtmlDecode(written.ToString()) : written.ToString();
        if (!HtmlAllowlist.Allows(name, value)) return false;
        _out.Append(' ').Append(name).Append("=\"").Append(written).Append('"');
        return true;
    }
}
