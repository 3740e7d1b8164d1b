namespace KnowledgeBase.Content;

/// <summary>A line of `guides/&lt;id&gt;.tests.yaml`: these answers, asked in any order, lead to this node.</summary>
public sealed record GuideTest(string GuideId, string Name, IReadOnlyDictionary<string, string> Answers, string Expect, string Path, int Line);
