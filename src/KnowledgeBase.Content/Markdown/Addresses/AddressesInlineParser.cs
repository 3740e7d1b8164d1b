using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown.Addresses;

/// <summary>A web address in running text. It ends at the first character that is not ASCII, because Japanese text follows
/// an address without a space.</summary>
internal sealed class AddressesInlineParser : InlineParser
{
    private static readonly SearchValues<char> AddressCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%");

    private static readonly SearchValues<char> NeverLast = SearchValues.Create(".,:;!?'*_~(&");

    public AddressesInlineParser() => OpeningCharacters = ['h', 'H'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (char.IsAsciiLetterOrDigit(slice.PeekCharExtra(-1))) return false;
        var rest = slice.AsSpan();
        var scheme = rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        if (scheme == 0) return false;
        var length = Length(rest);
        if (length <= scheme || !char.IsAsciiLetterOrDigit(rest[scheme])) return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new AutolinkInline(rest[..length].ToString())
        {
            Line = line,
            Column = column,
            Span = new SourceSpan(start, start + length - 1),
        };
        slice.Start += length;
        return true;
    }

    // Punctuation after an address belongs to the sentence, a closing bracket only where the address opened it.
    private static int Length(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAnyExcept(AddressCharacters);
        var address = length < 0 ? rest : rest[..length];
        var open = address.Count(')') - address.Count('(');
        for (; address.Length > 0; address = address[..^1])
        {
            if (address[^1] == ')' && open > 0) open--;
            else if (!NeverLast.Contains(address[^1])) break;
        }
        return address.Length;
    }
}
