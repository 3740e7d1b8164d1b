namespace KnowledgeBase.Content.Yaml;

/// <summary>Why a YAML text is not read; line and column are those of the text, from 1.</summary>
internal sealed record YamlFault(DiagnosticRule Rule, int Line, int Column, string Message, string Mend);
