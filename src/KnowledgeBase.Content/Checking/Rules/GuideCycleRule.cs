namespace KnowledgeBase.Content.Checking.Rules;

/// <summary>Feature 99: no walk comes back to a question that was answered. An outcome may send back to a question (`also`), but
/// not to itself.</summary>
internal sealed class GuideCycleRule : IContentRule
{
    public IEnumerable<Diagnostic> Check(CheckScope scope) => scope.Content.Guides.SelectMany(g => Cycles(g).Concat(Selves(g)));

    private static IEnumerable<Diagnostic> Selves(Guide guide) => guide.Outcomes.Where(o => o.Also == o.Id).Select(o => new Diagnostic(
        DiagnosticRule.GuideCycle, guide.Path, guide.Places.At($"outcomes.{o.Id}.also").Line, 1, $"The outcome `{o.Id}` has itself as its next branch.", "Name another node after `also:`, or leave it out."));

    /// <summary>Depth first without recursion; every edge back into the open path closes one cycle.</summary>
    private static IEnumerable<Diagnostic> Cycles(Guide guide)
    {
        var done = new HashSet<string>();
        foreach (var root in guide.Order)
        {
            if (done.Contains(root)) continue;
            var path = new List<(string Id, Queue<string> Next)> { (root, Targets(guide, root)) };
            while (path.Count > 0)
            {
                var (id, next) = path[^1];
                if (!next.TryDequeue(out var to))
                {
                    done.Add(id);
                    path.RemoveAt(path.Count - 1);
                    continue;
                }
                var at = path.FindIndex(p => p.Id == to);
                if (at >= 0) yield return Report(guide, id, to, path.Skip(at).Select(p => p.Id));
                else if (!done.Contains(to)) path.Add((to, Targets(guide, to)));
            }
        }
    }

    private static Queue<string> Targets(Guide guide, string id) => new(guide.Nodes[id] is Question question ? question.Targets.Where(guide.Nodes.ContainsKey) : []);

    private static Diagnostic Report(Guide guide, string from, string to, IEnumerable<string> way)
    {
        var ids = way.ToList();
        var shown = ids.Count <= 6 ? ids : [.. ids.Take(3), "…", .. ids.TakeLast(2)];
        var line = ((Question)guide.Nodes[from]).Options.FirstOrDefault(o => o.To == to)?.Line ?? guide.Nodes[from].Line;
        return new(DiagnosticRule.GuideCycle, guide.Path, line, 1, $"Answers lead in a circle: {string.Join(" → ", shown.Append(to))}.", "Let one of these answers lead to an outcome or to a question further on.");
    }
}
