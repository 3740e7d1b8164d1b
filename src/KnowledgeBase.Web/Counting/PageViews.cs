using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;

namespace KnowledgeBase.Web.Counting;

/// <summary>Counts what readers open, by page and day, after the answer was sent.</summary>
public static class PageViews
{
    public static IApplicationBuilder UsePageViews(this IApplicationBuilder app)
    {
        var (recorder, site) = (app.ApplicationServices.GetRequiredService<EventRecorder>(), app.ApplicationServices.GetRequiredService<CurrentSite>());
        return app.Use(async (context, next) =>
        {
            Readers.Mark(context);
            var path = context.Request.Path.Value ?? "";
            await next(context);
            // A page that had not changed since was read all the same.
            if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified && Readers.IsOne(context) && PageName.Of(site.Snapshot, path) is { } read)
                recorder.Read(read.Page, read.Locale);
        });
    }
}
