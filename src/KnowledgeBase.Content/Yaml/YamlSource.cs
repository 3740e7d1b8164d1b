namespace KnowledgeBase.Content.Yaml;

/// <summary>Where a YAML text stands and where its mistakes are collected.</summary>
/// <param name="LineOffset">Lines of the file before the first line of the text.</param>
internal sealed record YamlSource(string Path, int LineOffset, ICollection<Diagnostic> Diagnostics)
{
    public void Report(YamlFault fault) =>
        Diagnostics.Add(new(fault.Rule, Path, LineOffset + fault.Line, fault.Column, fault.Message, fault.Mend));
}
