using System.Text;

namespace KnowledgeBase.Content.Yaml;

/// <summary>One linear look at YAML text before any parser sees it: the parser overflows the stack on deep input and slows down
/// on long runs of brackets. Coarse on purpose (quotes are judged by what stands before them); <see cref="YamlTree"/> counts
/// exactly afterwards.</summary>
internal static class YamlPreScan
{
    public const int MostBytes = 256 * 1024;
    public const int MostDepth = 64;
    public const int MostAliases = 100;

    /// <summary>What forbids parsing, or null.</summary>
    public static YamlFault? Find(string text)
    {
        if (text.Length > MostBytes || Encoding.UTF8.GetByteCount(text) > MostBytes)
            return new(DiagnosticRule.FileTooLarge, 1, 1, $"The YAML text has more than {MostBytes:N0} bytes.", "Split it into several files.");
        return new Scan(text).Run();
    }

    private ref struct Scan(string text)
    {
        // Columns of the open block levels; flow brackets are only counted.
        private readonly Span<int> _indents = new int[MostDepth + 1];
        private int _blocks;
        private int _flows;
        private int _aliases;
        private char _quote;

        public YamlFault? Run()
        {
            var (line, lineStart, atStart) = (1, 0, true);
            for (var i = 0; i < text.Length; i++)
            {
                var c = text[i];
                if (c == '\n')
                {
                    (line, lineStart, atStart) = (line + 1, i + 1, true);
                    continue;
                }
                if (atStart && c != ' ')
                {
                    atStart = _flows == 0 && _quote == 0 && IsIndicator(i);
                    if (_flows == 0 && _quote == 0 && !Open(i - lineStart)) return TooDeep(line, i - lineStart);
                }
                if (!Count(c, i)) return TooDeep(line, i - lineStart);
                if (_aliases > MostAliases)
                    return new(DiagnosticRule.YamlAlias, line, i - lineStart + 1, $"More than {MostAliases} anchors and aliases (`&name`, `*name`).", "Write the texts out.");
            }
            return null;
        }

        // A list or key mark opens a level of its own; what follows on the line is one deeper.
        private readonly bool IsIndicator(int i) => text[i] is '-' or '?' && i + 1 < text.Length && text[i + 1] == ' ';

        private bool Open(int column)
        {
            while (_blocks > 0 && _indents[_blocks - 1] >= column) _blocks--;
            _indents[_blocks++] = column;
            return _blocks + _flows <= MostDepth;
        }

        private bool Count(char c, int i)
        {
            if (_quote != 0)
            {
                if (c == _quote && (c == '\'' || !IsEscaped(i))) _quote = '\0';
                return true;
            }
            if (c is '[' or '{') _flows++;
            else if (c is ']' or '}') _flows = Math.Max(0, _flows - 1);
            else if (c is '"' or '\'' && StartsToken(i)) _quote = c;
            else if (c is '&' or '*' && StartsToken(i) && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])) _aliases++;
            return _blocks + _flows <= MostDepth;
        }

        private readonly bool IsEscaped(int i)
        {
            var slashes = 0;
            for (var at = i - 1; at >= 0 && slashes < 64 && text[at] == '\\'; at--) slashes++;
            return slashes % 2 == 1;
        }

        private readonly bool StartsToken(int i)
        {
            if (i == 0) return true;
            if (text[i - 1] is '[' or '{' or ',' or '\n') return true;
            return text[i - 1] == ' ' && (i < 2 || text[i - 2] is ':' or '-' or '?' or ',' or ' ' or '\n' or '[' or '{');
        }

        private static YamlFault TooDeep(int line, int column) => new(DiagnosticRule.YamlTooDeep, line, column + 1,
            $"The text nests deeper than {MostDepth} levels here.", "Write it flatter.");
    }
}
