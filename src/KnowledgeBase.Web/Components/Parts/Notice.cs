namespace KnowledgeBase.Web.Components.Parts;

/// <summary>Names of the notices that a page shows when its address ends in them.</summary>
public static class Notice
{
    public const string Counted = "counted";
    public const string Repeated = "counted-before";
    public const string NotKept = "not-counted";

    public const string VoteKept = "vote-counted";
    public const string VoteWhy = "vote-why";
    public const string VoteNotKept = "vote-not-counted";
}
