using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KnowledgeBase.Content.Yaml;

/// <summary>Events of the parser → nodes. Depth and expansion are counted here, so what the parser pulls stays bounded.</summary>
internal sealed class YamlTree
{
    /// <summary>Nodes that aliases may stand for in one text, all together.</summary>
    private const int MostExpanded = 10_000;

    private readonly Parser _parser;
    private readonly YamlSource _source;
    // A null value: the anchor's node is still open.
    private readonly Dictionary<string, YamlNode?> _anchors = [];
    private int _expanded;
    private int _aliases;

    private YamlTree(string text, YamlSource source) => (_parser, _source) = (new Parser(new StringReader(text)), source);

    /// <summary>The root of the only document, or null with a diagnostic.</summary>
    public static YamlNode? Read(string text, YamlSource source)
    {
        var tree = new YamlTree(text, source);
        try
        {
            return tree.Document();
        }
        catch (YamlFaultException fault)
        {
            source.Report(fault.Fault);
        }
        catch (YamlException broken)
        {
            source.Report(YamlSyntax.Explain(text, (int)broken.Start.Line, (int)broken.Start.Column, broken.Message));
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            source.Report(YamlSyntax.Explain(text, 1, 1, broken.Message));
        }
        return null;
    }

    private YamlNode Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) throw Fault(DiagnosticRule.YamlSyntax, Mark.Empty, "There is nothing but comments.", "Write the keys, or delete the file.");
        _parser.Consume<DocumentStart>();
        var root = Node("", 1);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            throw Fault(DiagnosticRule.YamlSyntax, second.Start, "A second document begins here (`---`).", "Keep one document per file.");
        _parser.Consume<StreamEnd>();
        return root;
    }

    private YamlNode Node(string name, int depth)
    {
        if (depth > YamlPreScan.MostDepth) throw Fault(DiagnosticRule.YamlTooDeep, _parser.Current?.Start ?? Mark.Empty,
            $"The text nests deeper than {YamlPreScan.MostDepth} levels here.", "Write it flatter.");
        if (_parser.TryConsume<AnchorAlias>(out var alias)) return Resolve(alias);
        if (!_parser.Accept<NodeEvent>(out var start)) throw Fault(DiagnosticRule.YamlSyntax, _parser.Current?.Start ?? Mark.Empty, "A value is expected here.", "Write a value.");
        if (!start.Tag.IsEmpty && start.Tag.Value != "!") throw Fault(DiagnosticRule.YamlTag, start.Start, $"The tag `{Shorten(start.Tag.Value)}` is not read.", "Take the tag away; every value is plain text.");
        if (!start.Anchor.IsEmpty) _anchors[start.Anchor.Value] = null;
        var place = new YamlPlace(_source, name, _source.LineOffset + (int)start.Start.Line, (int)start.Start.Column);
        YamlNode node = start switch
        {
            Scalar => Text(place, _parser.Consume<Scalar>()),
            SequenceStart => List(place, depth),
            _ => Map(place, depth),
        };
        if (!start.Anchor.IsEmpty) _anchors[start.Anchor.Value] = node;
        return node;
    }

    private static YamlText Text(YamlPlace place, Scalar scalar) =>
        scalar.Value.Contains('\0') ? throw new YamlFaultException(new(DiagnosticRule.YamlSyntax, place.Line - place.Source.LineOffset, place.Column,
            "The text holds a NUL character.", "Delete it."))
        : new(place, scalar.Value, scalar.Style is ScalarStyle.Plain);

    private YamlList List(YamlPlace place, int depth)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(Node($"{place.Name}[{items.Count + 1}]", depth + 1));
        return new(place, items);
    }

    private YamlMap Map(YamlPlace place, int depth)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(place.Name, depth + 1) is not YamlText key)
                throw Fault(DiagnosticRule.YamlSyntax, _parser.Current?.Start ?? Mark.Empty, "A key is a list or a map.", "Write a plain word before the colon.");
            var value = Node(place.Name.Length == 0 ? key.Value : $"{place.Name}.{key.Value}", depth + 1);
            if (key.Value == "<<") key.Report(DiagnosticRule.YamlSyntax, "Merging keys (`<<`) is not read.", "Write the keys out.");
            else if (keys.Add(key.Value)) entries.Add(new(key, value));
            else key.Report(DiagnosticRule.DuplicateKey, $"The key `{key.Shown}` stands here twice; the first counts.", "Keep one of them.");
        }
        return new(place, entries);
    }

    private YamlNode Resolve(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (!_anchors.TryGetValue(name, out var node))
            throw Fault(DiagnosticRule.YamlAlias, alias.Start, $"The alias `*{Shorten(name)}` has no anchor `&{Shorten(name)}` before it.", "Write the text out; text that begins with an asterisk needs quotes.");
        if (node is null) throw Fault(DiagnosticRule.YamlAlias, alias.Start, $"The alias `*{Shorten(name)}` stands inside what it names.", "Write the text out.");
        if (++_aliases > YamlPreScan.MostAliases || (_expanded += node.Size) > MostExpanded)
            throw Fault(DiagnosticRule.YamlAlias, alias.Start, "The aliases of this text stand for too much.", "Write the texts out.");
        return node;
    }

    private static YamlFaultException Fault(DiagnosticRule rule, Mark at, string message, string mend) =>
        new(new(rule, (int)at.Line, (int)at.Column, message, mend));

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
