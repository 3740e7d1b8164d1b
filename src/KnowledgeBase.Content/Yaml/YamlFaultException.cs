namespace KnowledgeBase.Content.Yaml;

/// <summary>Leaves the tree reader from any depth; never leaves <see cref="YamlTree.Read"/>.</summary>
internal sealed class YamlFaultException(YamlFault fault) : Exception(fault.Message)
{
    public YamlFault Fault { get; } = fault;
}
