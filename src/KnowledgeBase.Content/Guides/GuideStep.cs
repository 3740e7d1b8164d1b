namespace KnowledgeBase.Content;

/// <summary>An answered question on the way.</summary>
/// <param name="Answer">Option id, or the code in canonical form.</param>
/// <param name="Option">The choice, or null where a code was typed.</param>
public sealed record GuideStep(Question Question, string Answer, AnswerOption? Option);
