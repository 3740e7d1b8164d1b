using KnowledgeBase.Site.Editing;
using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Web.Components;

/// <summary>A page on which editors change content.</summary>
public abstract class EditView : DeskView
{
    /// <summary>Key of what was done before the browser was sent here.</summary>
    [SupplyParameterFromQuery(Name = Urls.DoneKey)]
    public string? Done { get; set; }

    /// <summary>The same, until a form is sent from the page: then it is about something older.</summary>
    protected string? JustDone => Form is null ? Done : null;

    /// <summary>Who asks, as author of what is saved.</summary>
    protected Editor Author => Me?.Editor ?? new("", "");

    /// <summary>The form that was sent; null where the page was merely asked for.</summary>
    protected IFormCollection? Form => Http is { Request: { HasFormContentType: true } request } ? request.Form : null;

    /// <summary>A field of the form; null where it was not sent.</summary>
    protected string? Field(string name) => Form is { } form && form.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>A value of the address; null where it is not there.</summary>
    protected string? Asked(string name) => Http?.Request.Query[name] is { Count: > 0 } value ? value.ToString() : null;
}
