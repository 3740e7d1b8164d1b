namespace KnowledgeBase.Site.Editing;

/// <summary>Feature 75: how much a change means to readers. Stands in the commit as the trailer `Change-Class`.</summary>
public enum ChangeClass
{
    /// <summary>Spelling, wording, layout: nobody needs to know.</summary>
    Typo,

    /// <summary>Something was added or made clearer; who read the old text was not misled.</summary>
    Minor,

    /// <summary>The old text leads to another result: readers of a translation that does not have it yet are warned.</summary>
    Major,
}
