namespace KnowledgeBase.Web.Hosting;

/// <summary>A missing page and an unexpected error are pages in the reader's language; the API answers with a problem instead.</summary>
public static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(IsMachine, b => b.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(c => !IsMachine(c), b =>
        {
            b.UseExceptionHandler("/error", createScopeForErrors: true);
            b.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
            b.UseRefusedForms();
        });
    }

    private static bool IsMachine(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/_blazor") || context.Request.Path.StartsWithSegments("/media");
}
