namespace KnowledgeBase.Web.Endpoints;

/// <summary>`GET /api/guides/{id}`: the whole tree.</summary>
/// <param name="Version">Changes with the structure.</param>
/// <param name="Start">Id of the first question.</param>
public sealed record GuideAnswer(string Id, string Title, string Version, string Start, string Url, IReadOnlyList<GuideAnswer.Node> Nodes)
{
    /// <param name="Kind">`question` or `outcome`.</param>
    /// <param name="Procedure">Path of the procedure of an outcome, or null.</param>
    public sealed record Node(string Id, string Kind, string Text, string? Help, IReadOnlyList<Choice> Answers, string? Procedure);

    /// <param name="To">Id of the node it leads to.</param>
    public sealed record Choice(string Id, string Label, string To);
}
