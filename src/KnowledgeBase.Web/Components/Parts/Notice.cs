using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Web.Components.Parts;

/// <summary>Names of the notices that a page shows when its address ends in them.</summary>
public static class Notice
{
    public const string Counted = "counted";
    public const string Repeated = "counted-before";
    public const string NotKept = "not-counted";

    public static string Of(Recorded outcome) => outcome switch
    {
        Recorded.Counted => Counted,
        Recorded.Repeated => Repeated,
        _ => NotKept,
    };
}
