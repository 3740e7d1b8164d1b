using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Tests.Web.Components;

/// <summary>bUnit's own Find wraps elements in types made for an older AngleSharp; its FindAll does not.</summary>
internal static class OneElement
{
    public static IElement One<T>(this IRenderedComponent<T> component, string selector) where T : IComponent => component.FindAll(selector)[0];
}
