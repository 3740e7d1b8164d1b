using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Editing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Tests.Site.Editing;

public sealed class MachineTranslatorTests : IAsyncLifetime
{
    private const string Only = "check-activation-state";
    private readonly List<EditingDesk> _desks = [];
    private JsonElement _asked;
    private Func<HttpContext, Task> _answer = c => c.Response.WriteAsJsonAsync(new { title = "Check the \"state\"", summary = "Where to look.", markdown = "Text by machine, zqxmarker.\n\n## The settings {#settings}\n\nOpen them.\n" });
    private WebApplication _translator = WebApplication.CreateSlimBuilder().Build();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _translator = builder.Build();
        _translator.MapPost("/translate", async (HttpContext context) =>
        {
            _asked = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;
            await _answer(context);
        });
        await _translator.StartAsync();
    }

    public async Task DisposeAsync()
    {
        _desks.ForEach(d => d.Dispose());
        await _translator.DisposeAsync();
    }

    [Fact(DisplayName = "Feature 97: the translator is asked as agreed, and its text becomes a marked draft that nobody sees before a second person approved it")]
    public async Task A_machine_makes_a_draft()
    {
        var desk = Desk();
        var made = Assert.IsType<MachineTranslation.Made>(await desk.Get<MachineTranslator>().Ask(Only, EditingDesk.Aya)).Draft;
        Assert.Equal(("ja", "en", Only), (_asked.GetProperty("from").GetString(), _asked.GetProperty("to").GetString(), _asked.GetProperty("id").GetString()));
        Assert.DoesNotContain("---", _asked.GetProperty("markdown").GetString()!.Split('\n')[0]);
        var change = made.Files.Single();
        Assert.Equal("articles/activation/check-activation-state.en.md", change.Path);
        Assert.Contains("machine-translated: true\n", change.Text);
        Assert.Contains($"translated-from: \"{desk.Open("articles/activation/check-activation-state.ja.md").Revision}\"", change.Text);
        Assert.Null(desk.Site.ArticleById(Locale.En, Only));
        Assert.Equal(SaveRefusal.MachineText, Assert.IsType<SaveResult.Refused>(await desk.Get<Drafts>().Publish(made.Id, EditingDesk.Aya)).Reason);
        made = Assert.IsType<DraftResult.Kept>(await desk.Get<Drafts>().AskForReview(made.Id, made.Version, EditingDesk.Aya)).Draft;
        Assert.IsType<DraftResult.Kept>(await desk.Get<Drafts>().Approve(made.Id, made.Version, EditingDesk.Ben));
        Assert.IsType<SaveResult.Saved>(await desk.Get<Drafts>().Publish(made.Id, EditingDesk.Ben));
        Assert.True(desk.Site.ArticleById(Locale.En, Only)!.FrontMatter.MachineTranslated);
    }

    [Fact(DisplayName = "Feature 97: policy decides what machine-translated text may go live: never, after a second person, or at once")]
    public async Task Policy_decides()
    {
        foreach (var (policy, expected) in new (MachineTextPolicy, SaveRefusal?)[] { (MachineTextPolicy.Never, SaveRefusal.MachineText), (MachineTextPolicy.Reviewed, SaveRefusal.MachineText), (MachineTextPolicy.Allowed, null) })
        {
            var desk = Desk(o => o.Editing.MachineText = policy);
            const string path = "articles/hardware/hardware-change-impact.en.md";
            var file = desk.Open(path);
            var result = await desk.Files.Save(new([new(path, file.Revision, FrontMatterEdit.Set(file.Text, "machine-translated", "true"))], EditingDesk.Aya, "By machine", ChangeClass.Minor));
            Assert.Equal(expected, (result as SaveResult.Refused)?.Reason);
            if (expected is null) Assert.Contains(await desk.Get<Translations>().List(desk.Site), t => t.Gap == TranslationGap.Unread);
        }
    }

    [Fact]
    public async Task A_translator_that_fails_is_told_and_keeps_nothing()
    {
        var desk = Desk();
        foreach (var answer in new Func<HttpContext, Task>[]
        {
            c => { c.Response.StatusCode = 500; return Task.CompletedTask; },
            c => c.Response.WriteAsync("{}"),
            c => c.Response.WriteAsync("<html>"),
            c => c.Response.WriteAsJsonAsync(new { title = "x", summary = "y", markdown = new string('x', 2_000_000) }),
            c => { c.Response.Redirect("http://127.0.0.1:1/"); return Task.CompletedTask; },
            c => Task.Delay(TimeSpan.FromSeconds(20), c.RequestAborted),
        })
        {
            _answer = answer;
            Assert.NotEmpty(Assert.IsType<MachineTranslation.Failed>(await desk.Get<MachineTranslator>().Ask(Only, EditingDesk.Aya)).Reason);
        }
        Assert.Empty(await desk.Get<Drafts>().All(EditingDesk.Aya));
        Assert.IsType<MachineTranslation.NotReady>(await desk.Get<MachineTranslator>().Ask("no-such", EditingDesk.Aya));
        Assert.IsType<MachineTranslation.NotSet>(await Desk(o => o.Editing.TranslatorUrl = null).Get<MachineTranslator>().Ask(Only, EditingDesk.Aya));
    }

    private EditingDesk Desk(Action<SiteOptions>? set = null)
    {
        _desks.Add(new(git: set is null, set: o =>
        {
            o.Editing.TranslatorUrl = _translator.Urls.First() + "/translate";
            o.Editing.TranslatorTimeoutSeconds = 1;
            set?.Invoke(o);
        }));
        return _desks[^1];
    }
}
