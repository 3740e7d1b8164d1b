namespace KnowledgeBase.Site;

/// <summary>Settings under `KnowledgeBase:Editing`.</summary>
public sealed class EditingOptions
{
    /// <summary>Whether the site may write into its content folder.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Name of the git remote to exchange commits with, such as `origin`; default: none.</summary>
    public string? Remote { get; set; }

    /// <summary>Branch on the remote; default: the one that is checked out.</summary>
    public string? Branch { get; set; }

    /// <summary>Whether a change goes live only after a second person has approved it.</summary>
    public bool ReviewRequired { get; set; }

    /// <summary>Seconds until a git command that does not answer is given up; 1 to 60.</summary>
    public int GitTimeoutSeconds { get; set; } = 4;

    /// <summary>Seconds between exchanges with the remote, and between tries of what failed; 5 to 3600.</summary>
    public int SyncSeconds { get; set; } = 30;

    /// <summary>Days for which a draft's preview link holds; 1 to 90.</summary>
    public int PreviewDays { get; set; } = 7;

    /// <summary>Address that translates by machine; default: none.</summary>
    public string? TranslatorUrl { get; set; }

    /// <summary>Seconds until the translator is given up; 1 to 300.</summary>
    public int TranslatorTimeoutSeconds { get; set; } = 60;

    /// <summary>What may become of machine-translated text: `Reviewed` (live once a second person has approved it, marked), `Never`,
    /// or `Allowed` (live and marked).</summary>
    public MachineTextPolicy MachineText { get; set; } = MachineTextPolicy.Reviewed;
}
