using Microsoft.AspNetCore.Antiforgery;

namespace KnowledgeBase.Web.Hosting;

/// <summary>A form that was refused without a body gets a page; pages are rendered for GET, and would ask a form for its token.</summary>
public static class RefusedForms
{
    public static IApplicationBuilder UseRefusedForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (e is InvalidDataException or AntiforgeryValidationException && !context.Response.HasStarted && HttpMethods.IsPost(context.Request.Method))
        {
            // Bytes that are no form, such as a NUL: the sender's mistake, not ours.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        if (!context.Response.HasStarted && context.Response.StatusCode >= 400 && HttpMethods.IsPost(context.Request.Method))
            context.Request.Method = HttpMethods.Get;
    });
}
