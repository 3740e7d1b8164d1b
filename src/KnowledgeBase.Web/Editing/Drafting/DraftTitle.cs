using KnowledgeBase.Site.Editing;
using KnowledgeBase.Web.Components;

namespace KnowledgeBase.Web.Editing;

/// <summary>What a draft is called: why it is made, else its first file.</summary>
public static class DraftTitle
{
    public static string Of(Draft draft, UiText words) =>
        string.IsNullOrWhiteSpace(draft.Message) ? words.Format("EditDraftOf", draft.Files[0].Path) : draft.Message.Split('\n')[0];
}
