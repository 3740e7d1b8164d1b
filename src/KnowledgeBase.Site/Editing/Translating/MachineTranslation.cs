namespace KnowledgeBase.Site.Editing;

/// <summary>What came of asking the translator.</summary>
public abstract record MachineTranslation
{
    private MachineTranslation()
    {
    }

    /// <summary>A draft, marked `machine-translated: true`. It is never published by itself.</summary>
    public sealed record Made(Draft Draft) : MachineTranslation;

    /// <summary>No translator is set (`KnowledgeBase:Editing:TranslatorUrl`).</summary>
    public sealed record NotSet : MachineTranslation;

    /// <summary>There is no such article, or its author is not ready for a translation.</summary>
    public sealed record NotReady : MachineTranslation;

    /// <summary>The translator did not answer as agreed, or the draft could not be kept.</summary>
    /// <param name="Reason">For the editor; English.</param>
    public sealed record Failed(string Reason) : MachineTranslation;
}
