namespace KnowledgeBase.Fuzz;

/// <summary>Changes hostile texts at random, the same way for the same seed: cut, doubled, mixed, with pieces that parsers stumble over.</summary>
internal sealed class Mutation(IReadOnlyList<string> seeds)
{
    private const int Longest = 4000;

    private static readonly string[] s_pieces =
    [
        "<", ">", "\"", "'", "`", "=", "/", "&", ";", "\\", "\n", "\t", "\r", "\f", "\0", " ", "\u00A0", "\u2028", "\uFEFF", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?", "?>", "&lt;", "&#60;", "&#x3C", "&colon;", "&Tab;", "&NewLine;",
        "javascript:", "JaVaScRiPt&colon;", "data:text/html,", "vbscript:", "//evil.example", "/\\evil.example", "https://a.example/", " onclick=x", " onerror=\"x\"", " style=x", " srcdoc=x", " href=", " src=", " id=", " class=\"step\"", " xlink:href=",
        "<a ", "</a>", "<img ", "<p>", "</p>", "<div>", "</div>", "<b>", "<i>", "<table>", "<tr>", "<td>", "</table>", "<caption>", "<col>", "<select>", "<option>", "<form>", "<button>", "<svg>", "</svg>", "<math>", "<mi>", "<mtext>", "<mglyph>", "<malignmark>",
        "<annotation-xml encoding=\"text/html\">", "<foreignObject>", "<desc>", "<title>", "<style>", "</style>", "<script>", "</script>", "<noscript>", "</noscript>", "<xmp>", "</xmp>", "<textarea>", "<iframe>", "<noembed>", "<noframes>", "<plaintext>", "<template>",
        "<frameset>", "<body ", "<html ", "<base ", "<link ", "<meta ", "<object>", "<embed>", "<video>", "<source ", "<li>", "</ol>", "<ul>", "<h2>", "</h2>", "<br>", "</br>", "<hr>", "<pre>", "\n\n", "](", "![", "[x](", "[x]: ", "<http", "**", "~~", "|", "```", ":::", "::: steps", "1. ", "- ", "> ", "#",
        "{#x onclick=y}", "{onclick=x}", "{.a}", "0xC004F213", "{{include: x}}", "&", "\uD83D\uDE42", "\u202E", "İ", "ſ", "K",
    ];

    public string Next(Random random)
    {
        var text = seeds[random.Next(seeds.Count)];
        for (var change = random.Next(1, 7); change > 0; change--) text = One(text, random);
        return text.Length <= Longest ? text : text[..Longest];
    }

    private string One(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(24), text.Length - at);
        switch (random.Next(9))
        {
            case 0: return text.Remove(at, length);
            case 1: return text.Insert(random.Next(text.Length + 1), text.Substring(at, length));
            case 2:
                var other = seeds[random.Next(seeds.Count)];
                var cut = random.Next(other.Length + 1);
                return text[..at] + other[cut..];
            case 3: return length == 0 ? text : string.Concat(text.AsSpan(0, at), string.Concat(text.Substring(at, length).Select(c => random.Next(2) == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c))), text.AsSpan(at + length));
            case 4: return at == text.Length ? text : string.Concat(text.AsSpan(0, at), $"&#{(int)text[at]};", text.AsSpan(at + 1));
            case 5: return at == text.Length ? text : string.Concat(text.AsSpan(0, at), ((char)(text[at] ^ (1 << random.Next(7)))).ToString(), text.AsSpan(at + 1));
            default: return text.Insert(at, s_pieces[random.Next(s_pieces.Length)]);
        }
    }
}
