namespace KnowledgeBase.Site.Editing;

/// <summary>Why a save was refused.</summary>
public enum SaveRefusal
{
    /// <summary>`KnowledgeBase:Editing:Enabled` is false.</summary>
    EditingOff,

    /// <summary>The path is none that editors may write, or a symbolic link or something else than a file stands there.</summary>
    Path,

    /// <summary>The text or picture is too large, not text, or not of the kind its name says; or the request holds nothing.</summary>
    Text,

    /// <summary>Nobody is named as author.</summary>
    Author,

    /// <summary>A second person has to read it first: save it as a draft and ask for a review.</summary>
    ReviewNeeded,

    /// <summary>It holds machine-translated text that nobody has read, which the settings do not let go live.</summary>
    MachineText,

    /// <summary>Another save took too long; try again.</summary>
    Busy,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>The content folder cannot be written.</summary>
    ReadOnly,

    /// <summary>The disk reported an error, so the text could not be made safe.</summary>
    Disk,

    /// <summary>What was to be changed is not there (an article, section or code that does not exist), or the new name is taken.</summary>
    Target,
}
