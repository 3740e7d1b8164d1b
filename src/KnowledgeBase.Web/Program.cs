using KnowledgeBase.Postgres;
using KnowledgeBase.Site;
using KnowledgeBase.Web.Accounts;
using KnowledgeBase.Web.Caching;
using KnowledgeBase.Web.Circuits;
using KnowledgeBase.Web.Components;
using KnowledgeBase.Web.Counting;
using KnowledgeBase.Web.Editing;
using KnowledgeBase.Web.Endpoints;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Security;
using KnowledgeBase.Web.Telemetry;

if (RuntimeRequirements.Missing() is { } missing)
{
    HostRun.GiveUp(missing);
    return;
}

var builder = WebApplication.CreateBuilder(HostSetup.Options(args));
builder.AddHost();
builder.AddSite();
builder.AddPostgres();
builder.AddPages();
builder.AddVisitorPosts();
builder.AddAccounts();
builder.AddTelemetry();
ApiJson.AddApi(builder);

var app = builder.Build();
if (!app.CanStart()) return;
app.Services.GetRequiredService<SiteRebuilder>().Begin();

app.WatchSite();

app.UsePrebuiltPages();
app.UseApiVersions();
app.UseSpanTags();
app.UseForwardedHeaders();
app.UsePublicScheme();
app.UseSecurityHeaders();
app.UseHostGuard();
app.UseCircuitGuard();
app.UseCircuitLimits();
app.UsePageViews();
app.UseHeadRequests();
app.UseSensitiveQueries();
app.UseResponseCompression();
app.UseRequestLocalization();
app.UsePageResponses();
app.UseErrorPages();
app.UseDraftPages();
app.UseCanonicalAddresses();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAreaGuard();
app.UseAuthorization();
app.UseAntiforgery();

app.MapStaticAssets();
app.MapMedia();
app.MapShortLinks();
app.MapSearchApi();
app.MapCodesApi();
app.MapArticlesApi();
app.MapGuidesApi();
app.MapPagesApi();
app.MapOpenApi();
app.MapArticleRequests();
app.MapGuidePastes();
app.MapPastes();
app.MapVotes();
app.MapAccountForms();
app.MapDesk();
app.MapDeskApi();
app.MapEditApi();
app.MapDashboardTables();
app.MapHealth();
app.MapSitemap();
app.MapFeeds();
app.MapOpenSearch();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o =>
{
    o.ContentSecurityFrameAncestorsPolicy = null;
    o.DisableWebSocketCompression = true;
});

await app.RunUntilStopped();

/// <summary>Entry point, public for tests that start the real host.</summary>
public sealed partial class Program
{
    private Program()
    {
    }
}
