using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Components.Parts;

/// <summary>A guide as a tree whose lines never cross: each node stands below the nearest question that leads to it, other ways to it
/// are references. Outcomes that only codes lead to are bundled by kind, because a question for a code has dozens of them; the
/// outcome on the reader's own way is drawn.</summary>
public sealed class GuideTree
{
    private readonly Guide _guide;
    private readonly Locale _locale;
    private readonly IReadOnlyList<string> _way;
    private readonly Dictionary<string, string> _parent = [];
    private readonly List<GuideTreeRow> _rows = [];
    private readonly HashSet<string> _byCode;

    private GuideTree(Guide guide, Locale locale, IReadOnlyList<string> way)
    {
        (_guide, _locale, _way) = (guide, locale, way);
        _byCode = [.. guide.Questions.SelectMany(q => q.Codes.Values)];
    }

    private UiText T => UiText.For(_locale);

    /// <param name="way">Nodes that the reader's answers passed, in order; may be empty.</param>
    /// <returns>Rows in reading order: each stands behind its parent.</returns>
    public static IReadOnlyList<GuideTreeRow> Rows(Guide guide, Locale locale, IReadOnlyList<string> way)
    {
        var tree = new GuideTree(guide, locale, way);
        tree.FindParents();
        // What no answer reaches is only tried after an outcome that did not help.
        foreach (var root in guide.Order.Where(id => id == guide.Start || (!tree._parent.ContainsKey(id) && (guide.Nodes[id] is Question || !tree.IsBundled(id)))))
            tree.Add(root);
        return tree._rows;
    }

    // Answers first, codes after them: a question for a code would draw half of the guide to itself.
    private void FindParents()
    {
        Spread([_guide.Start], q => Choices(q).Where(_guide.Nodes.ContainsKey));
        Spread([_guide.Start, .. _parent.Keys], Drawn);
    }

    private void Spread(IEnumerable<string> from, Func<Question, IEnumerable<string>> targets)
    {
        var open = new Queue<string>(from);
        while (open.TryDequeue(out var id))
        {
            if (_guide.Nodes[id] is not Question question) continue;
            foreach (var to in targets(question).Where(t => t != _guide.Start && _parent.TryAdd(t, id))) open.Enqueue(to);
        }
    }

    // Without recursion: a guide may be thousands of questions deep.
    private void Add(string root)
    {
        var open = new Stack<GuideTreeRow>([Row(root, -1, 0, root == _guide.Start ? "" : T["IfNotSolved"])]);
        while (open.TryPop(out var row))
        {
            _rows.Add(row);
            if (row.Node is not Question question || row.IsReference) continue;
            foreach (var child in Children(question, _rows.Count - 1, row.Depth + 1).Reverse()) open.Push(child);
        }
    }

    private GuideTreeRow Row(string id, int parent, int depth, string via, bool isReference = false) =>
        new(_guide.Nodes[id], parent, depth, via, GuideMap.Label(_guide.Nodes[id], _locale), (_guide.Nodes[id] as Outcome)?.Kind) { IsReference = isReference };

    private IEnumerable<GuideTreeRow> Children(Question question, int row, int depth)
    {
        foreach (var to in Drawn(question))
        {
            var isReference = _parent.GetValueOrDefault(to) != question.Id;
            // Another way by a code to a node that stands elsewhere is told by the list below the picture.
            if (!isReference || Choices(question).Contains(to)) yield return Row(to, row, depth, Via(question, to), isReference);
        }
        foreach (var bundle in question.Codes.Select(c => c.Value).Distinct().Where(IsBundled).Select(t => (Outcome)_guide.Nodes[t]).GroupBy(o => o.Kind).OrderBy(g => g.Key))
        {
            var codes = question.Codes.Count(c => bundle.Any(o => o.Id == c.Value));
            yield return new(null, row, depth, T.Format("MapCodes", codes), T.Format("MapBundle", T["OutcomeKind." + bundle.Key], bundle.Count()), bundle.Key);
        }
    }

    // Of the targets of codes, questions and the reader's own outcome.
    private IEnumerable<string> Drawn(Question question) =>
        Choices(question).Concat(question.Targets.Where(t => _guide.Nodes.GetValueOrDefault(t) is Question || _way.Contains(t))).Distinct().Where(_guide.Nodes.ContainsKey);

    private static IEnumerable<string> Choices(Question question) =>
        question.Options.Select(o => o.To).Concat(question.OtherCode is null ? [] : [question.OtherCode]);

    private bool IsBundled(string id) => _guide.Nodes.GetValueOrDefault(id) is Outcome && !_parent.ContainsKey(id) && _byCode.Contains(id);

    private string Via(Question question, string to)
    {
        var codes = question.Codes.Where(c => c.Value == to).Select(c => c.Key.Hex).Order().ToList();
        IEnumerable<string> answers = question.Options.Where(o => o.To == to).Select(o => o.Label.In(_locale));
        if (codes.Count > 0) answers = answers.Prepend(codes.Count < 3 ? T.List(codes) : T.Format("MapCodes", codes.Count));
        if (question.OtherCode == to) answers = answers.Append(T["AnyOtherCode"]);
        return string.Join(" / ", answers);
    }
}
