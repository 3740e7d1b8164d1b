namespace KnowledgeBase.Site;

/// <summary>Names a meter, and a source of spans, of a part that the export does not know by itself; registered by that part.</summary>
public sealed record MeterName(string Name);
