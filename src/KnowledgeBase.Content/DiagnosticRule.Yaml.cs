namespace KnowledgeBase.Content;

public sealed partial record DiagnosticRule
{
    public static readonly DiagnosticRule YamlSyntax = new("KB030", Severity.Error, "A text is not YAML as it is read here.");
    public static readonly DiagnosticRule YamlTooDeep = new("KB032", Severity.Error, "A YAML text nests deeper than 64 levels.");
    public static readonly DiagnosticRule YamlAlias = new("KB033", Severity.Error, "A YAML alias names nothing, names itself, or there are too many.");
    public static readonly DiagnosticRule YamlTag = new("KB034", Severity.Error, "A YAML value has a tag.");
    public static readonly DiagnosticRule DuplicateKey = new("KB035", Severity.Error, "A key stands twice in one map.");
    public static readonly DiagnosticRule UnknownKey = new("KB036", Severity.Error, "A key is not known where it stands.");
    public static readonly DiagnosticRule WrongKind = new("KB037", Severity.Error, "A value is of another kind than its key takes.");
    public static readonly DiagnosticRule MissingKey = new("KB038", Severity.Error, "A required key is absent.");
    public static readonly DiagnosticRule BadValue = new("KB039", Severity.Error, "A value has not the form its key takes: a day, a code, an id, one of some words.");
    public static readonly DiagnosticRule MissingText = new("KB040", Severity.Error, "A text in a YAML file lacks one language.");
    public static readonly DiagnosticRule DuplicateId = new("KB041", Severity.Error, "Two things of one kind have the same id, address or code.");
    public static readonly DiagnosticRule BadFileName = new("KB042", Severity.Error, "A file's name does not fit what is in it.");
    public static readonly DiagnosticRule PathTwins = new("KB043", Severity.Error, "Two paths differ only in case or in the form of their characters.");
    public static readonly DiagnosticRule UnplacedFile = new("KB044", Severity.Warning, "A file lies where nothing is read.");
    public static readonly DiagnosticRule BadRegistryLine = new("KB045", Severity.Error, "A line of the code registry is not code, symbol, source.");
    public static readonly DiagnosticRule UnknownFacet = new("KB046", Severity.Error, "A page names an operating system, licence or edition that is not in the list.");
    public static readonly DiagnosticRule GuideWithoutStart = new("KB047", Severity.Error, "A guide starts at a question that does not exist.");
}
