using KnowledgeBase.Benchmarks.Measuring;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>An engine over one corpus: ours, or a peer.</summary>
internal interface IEngine : IDisposable
{
    string Name { get; }

    /// <param name="threads">As many as the engine can use of them.</param>
    /// <param name="stored">With the texts, so that snippets can be made.</param>
    BuildFigures Build(int threads, bool stored);

    /// <summary>Asks every query once, one after the other.</summary>
    Round Ask(int limit, bool snippets);
}
