using KnowledgeBase.Content;
using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Web.Components;

/// <summary>A piece of a page. It is told its language, because an island gets no cascading values.</summary>
public abstract class LocalizedPart : ComponentBase
{
    [Parameter, EditorRequired]
    public required Locale Locale { get; set; }

    protected UiText T => UiText.For(Locale);
}
