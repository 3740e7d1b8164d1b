namespace KnowledgeBase.Web.Endpoints;

/// <summary>What became of texts that were sent to be kept.</summary>
/// <param name="Draft">Id of what is kept; null where nothing differs from the files, or nothing could be kept.</param>
/// <param name="Problem">Why nothing was kept; null where it was or need not be.</param>
/// <param name="Fields">For each text: the values of its front matter by name; null where it has none that can be read.</param>
public sealed record KeptAnswer(string? Draft, long Version, string? Problem, IReadOnlyList<IReadOnlyDictionary<string, string>?> Fields);
