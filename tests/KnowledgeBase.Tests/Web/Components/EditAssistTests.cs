using System.Security.Claims;
using Bunit;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;
using KnowledgeBase.Tests.Site.Editing;
using KnowledgeBase.Web.Components.Islands;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Components;

/// <summary>The island beside the texts of an editor, over files that may change.</summary>
public sealed class EditAssistTests : ComponentSite
{
    private const string Ja = "articles/hardware/hardware-change-impact.ja.md";
    private const string En = "articles/hardware/hardware-change-impact.en.md";

    private static readonly Editor s_mika = new("mika", "mika");

    private readonly EditingDesk _desk;
    private readonly SomebodySignedIn _who;

    public EditAssistTests()
        : this(new(git: false), new())
    {
    }

    private EditAssistTests(EditingDesk desk, SomebodySignedIn who)
        : base(services => services.AddSingleton(desk.Files).AddSingleton(desk.Get<Drafts>()).AddSingleton(desk.Get<ContentWorkspace>()).AddSingleton<AuthenticationStateProvider>(who))
    {
        (_desk, _who) = (desk, who);
        SignIn(Roles.Editor);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _desk.Dispose();
    }

    [Fact(DisplayName = "Features 82, 124: the island shows the file it is told, then the draft it is told, with links to the lines of what is found")]
    public async Task ShowsWhatIsKept()
    {
        var island = Show();
        island.WaitForAssertion(() => Assert.NotEmpty(island.FindAll("[data-preview] .reading-main")));
        Assert.DoesNotContain("zqx", island.Markup, StringComparison.Ordinal);

        var draft = await Keep(En, "Usually not.", "Usually not, zqx. See [this](/a/nowhere).");
        island.One("[data-asked]").Change($"{draft.Id} 1");
        island.WaitForAssertion(() => Assert.Contains("zqx", island.One("[data-preview]").TextContent, StringComparison.Ordinal));
        var line = _desk.Open(En).Text.Split("Usually not.")[0].Split('\n').Length;
        Assert.Contains(island.FindAll(".edit-findings a"), a => a.GetAttribute("data-line") == $"{line}" && a.GetAttribute("data-in") == "1");
        Assert.Equal("1", island.One("[data-assist]").GetAttribute("data-version"));
    }

    [Fact(DisplayName = "Feature 78: what one language has and the other lacks is listed with its line, also while somebody types")]
    public async Task ParityIsShown()
    {
        var island = Show();
        island.WaitForAssertion(() => Assert.NotEmpty(island.FindAll(".edit-parity")));
        Assert.Empty(island.FindAll(".edit-parity li"));
        var draft = await Keep(En, "## Questions {#questions}", "## Only here {#only-here}\n\nWords.\n\n## Questions {#questions}");
        island.One("[data-asked]").Change($"{draft.Id} 1");
        island.WaitForAssertion(() => Assert.Contains("h2#only-here", island.One(".edit-parity li").TextContent, StringComparison.Ordinal));
        Assert.Equal("1", island.One(".edit-parity li a").GetAttribute("data-in"));
    }

    [Fact(DisplayName = "SEC-7: a circuit that outlives its person's role shows nothing of what is kept, and nobody sees what another person types")]
    public async Task RoleIsAskedEachTime()
    {
        var island = Show();
        island.WaitForAssertion(() => Assert.NotEmpty(island.FindAll("[data-preview]")));
        var draft = await Keep(En, "Usually not.", "zqx.", new("other", "other"));
        island.One("[data-asked]").Change($"{draft.Id} 1");
        island.WaitForAssertion(() => Assert.Null(island.One("[data-assist]").GetAttribute("aria-busy")));
        Assert.DoesNotContain("zqx", island.Markup, StringComparison.Ordinal);
        SignIn(Roles.Support);
        island.One("[data-asked]").Change("- 1");
        island.WaitForAssertion(() => Assert.Empty(island.FindAll("[data-preview], .findings")));
    }

    [Theory(DisplayName = "Whatever is handed over by a script, the island stands")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("- 99")]
    [InlineData("- -1 x y")]
    [InlineData("../../x 0")]
    public void StrangeStatesAreHarmless(string state)
    {
        var island = Show();
        island.WaitForAssertion(() => Assert.NotEmpty(island.FindAll("[data-preview]")));
        island.One("[data-asked]").Change(state);
        island.WaitForAssertion(() => Assert.NotEmpty(island.FindAll("[data-preview] .reading-main")));
    }

    private IRenderedComponent<EditAssist> Show() =>
        Render<EditAssist>(p => p.Add(i => i.LocaleTag, "en").Add(i => i.Paths, [Ja, En]).Add(i => i.Show, 1).Add(i => i.Here, "/edit/articles/hardware-change-impact"));

    private async Task<Draft> Keep(string path, string from, string to, Editor? who = null)
    {
        var drafts = _desk.Get<Drafts>();
        return Assert.IsType<DraftResult.Kept>(await drafts.Keep(drafts.New(who ?? s_mika, [_desk.Edit(path, from, to)]) with { State = DraftState.Autosaved }, who ?? s_mika)).Draft;
    }

    private void SignIn(string role) => _who.Role = role;

    private sealed class SomebodySignedIn : AuthenticationStateProvider
    {
        public string Role { get; set; } = "";

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, "1"), new(ClaimTypes.Name, "mika"), new(ClaimTypes.Role, Role)], "test"))));
    }
}
