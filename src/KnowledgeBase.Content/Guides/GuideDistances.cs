using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace KnowledgeBase.Content;

/// <summary>Fewest and most questions from each node to an outcome; an edge that would close a cycle is not followed. Computed
/// once per guide, without recursion: a guide may be thousands of questions deep.</summary>
internal sealed class GuideDistances
{
    private static readonly ConditionalWeakTable<Guide, GuideDistances> s_known = [];

    private readonly FrozenDictionary<string, (int Fewest, int Most)> _left;

    private GuideDistances(Guide guide)
    {
        var left = new Dictionary<string, (int, int)>();
        var open = new HashSet<string>();
        var stack = new Stack<string>();
        foreach (var id in guide.Order)
        {
            stack.Push(id);
            while (stack.TryPeek(out var at))
            {
                if (!left.ContainsKey(at) && open.Add(at))
                {
                    foreach (var to in Next(guide, at))
                        if (!left.ContainsKey(to) && !open.Contains(to)) stack.Push(to);
                    continue;
                }
                stack.Pop();
                if (open.Remove(at)) left[at] = Measure(guide, at, left);
            }
        }
        _left = left.ToFrozenDictionary();
    }

    public static GuideDistances Of(Guide guide) => s_known.GetValue(guide, g => new(g));

    public (int Fewest, int Most) From(string node) => _left[node];

    private static IEnumerable<string> Next(Guide guide, string id) =>
        guide.Nodes[id] is Question question ? question.Targets.Where(guide.Nodes.ContainsKey) : [];

    private static (int, int) Measure(Guide guide, string id, Dictionary<string, (int Fewest, int Most)> left)
    {
        if (guide.Nodes[id] is not Question) return (0, 0);
        var next = Next(guide, id).Where(left.ContainsKey).Select(to => left[to]).ToList();
        return next.Count == 0 ? (1, 1) : (1 + next.Min(n => n.Fewest), 1 + next.Max(n => n.Most));
    }
}
