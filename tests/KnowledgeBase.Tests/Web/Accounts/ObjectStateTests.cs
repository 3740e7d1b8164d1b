using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Desk;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Accounts;

/// <summary>SEC-7: the same matrix, once more for the states of what an address or a form names: public, waiting, draft, deleted,
/// somebody else's, and two at once.</summary>
public sealed partial class ObjectStateTests : IAsyncLifetime
{
    // Stands in every text that is not public.
    private const string Secret = "zqxsecret";
    private const string Live = "fix-0xc004f211";
    private const string Impact = "articles/hardware/hardware-change-impact.en.md";

    private static readonly Editor s_aya = new("Aya " + Secret, "aya@kb.example");

    private readonly SampleHost _site = new();

    // State → every name that something of that state has: of an article, a code, a draft, a shared link, an account.
    private readonly Dictionary<string, string[]> _names = new() { ["none"] = ["zqx-none", "0xC004F999"] };

    public Task DisposeAsync() => ((IAsyncLifetime)_site).DisposeAsync();

    public async Task InitializeAsync()
    {
        await _site.InitializeAsync();
        await Save(Article("zqx-waiting", "publish-at: 2199-01-01\n"));
        await Save(Article("zqx-deleted", ""));
        await Save(FileChange.Delete("articles/errors/zqx-deleted.en.md", Open("articles/errors/zqx-deleted.en.md").Revision));
        _names["waiting"] = ["zqx-waiting"];
        _names["deleted"] = ["zqx-deleted"];

        var drafts = _site.Services.GetRequiredService<Drafts>();
        var impact = Open(Impact);
        FileChange[] files = [new(Impact, impact.Revision, impact.Text.Replace("title: ", $"title: {Secret} ", StringComparison.Ordinal)), Article("zqx-draft", "")];
        var open = Kept(await drafts.Keep(drafts.New(s_aya, files, Secret), s_aya));
        var shared = (await drafts.Share(open.Id, s_aya))!.Value.Secret;
        var typed = Kept(await drafts.Keep(drafts.New(s_aya, files, Secret) with { State = DraftState.Autosaved }, s_aya));
        var dropped = Kept(await drafts.Keep(drafts.New(s_aya, files, Secret), s_aya));
        _ = Kept(await drafts.Drop(dropped.Id, s_aya));
        var ended = Kept(await drafts.Keep(drafts.New(s_aya, files, Secret), s_aya));
        var old = (await drafts.Share(ended.Id, s_aya))!.Value.Secret;
        _ = Kept(await drafts.Unshare(ended.Id, s_aya));
        _names["draft"] = ["zqx-draft", open.Id];
        _names["shared"] = [shared];
        _names["typed by somebody else"] = [typed.Id];
        _names["dropped"] = [dropped.Id, old];
    }

    [Fact(DisplayName = "SEC-7: every route that names something, asked by everybody about what is public, waiting, a draft, deleted or was never there")]
    public async Task EveryStateIsRight()
    {
        using var all = await Everybody.At(_site);
        _names["public"] = [Live, "0xC004F211", all.Staff[Roles.Support].Id];
        var (wrong, cells, routes) = (new List<string>(), 0, 0);
        foreach (var endpoint in SiteRoutes.Of(_site).Where(e => SiteRoutes.Methods(e).Contains("GET") && SiteRoutes.Objects(e).Count > 0))
        {
            routes++;
            var needs = AuthorisationMatrixTests.Needs(SiteRoutes.Pattern(endpoint))!;
            foreach (var (who, role, headers) in all.All)
            {
                var isIn = needs == AuthorisationMatrixTests.Anyone || Roles.Allows(role, needs);
                var never = await Ask(endpoint, "zqx-none", headers);
                foreach (var (state, names) in _names)
                    foreach (var name in names)
                    {
                        cells++;
                        var (status, text) = await Ask(endpoint, name, headers);
                        var cell = $"{SiteRoutes.Pattern(endpoint)} with {name} ({state}) by {who}: {status}";
                        if (status >= 500) wrong.Add(cell);
                        // Whoever may not be there learns nothing, not even what there is.
                        if (!isIn && status != never.Status) wrong.Add($"{cell}, but {never.Status} where nothing is");
                        // Who holds the link to a draft may see it, and editors those that are kept on purpose.
                        var maySee = state == "shared" || (state is "draft" or "waiting" && isIn && Roles.Allows(role, Roles.Editor) && needs != AuthorisationMatrixTests.Anyone);
                        if (!maySee && text.Contains(Secret, StringComparison.Ordinal)) wrong.Add($"{cell} tells the text");
                        if (needs == AuthorisationMatrixTests.Anyone && state is not ("public" or "shared" or "none") && status != never.Status) wrong.Add($"{cell}, but {never.Status} where nothing is");
                    }
            }
        }

        Assert.True(routes > 15 && cells > 1500, $"{routes} routes, {cells} cells");
        Assert.Empty(wrong);

        // The table is about something: who may see these, does.
        Assert.Equal(200, (await Ask("/en/articles/" + Live, [])).Status);
        Assert.Equal(200, (await Ask("/desk/articles/" + Live, Everybody.Cookie(all.Staff[Roles.Support]))).Status);
        Assert.Equal(200, (await Ask("/admin/accounts/" + all.Staff[Roles.Support].Id, Everybody.Cookie(all.Staff[Roles.Admin]))).Status);
    }

    [Fact(DisplayName = "SEC-7: notes: own, somebody else's, removed, under another subject, and two numbers in one request")]
    public async Task NotesByState()
    {
        var store = _site.Services.GetRequiredService<INoteStore>();
        using var all = await Everybody.At(_site);
        var author = await _site.NewStaff(Roles.Support);
        foreach (var (who, expected) in new[] { ("author", 303), (Roles.Support, 403), (Roles.Editor, 303), (Roles.Admin, 303), ("no role", 403) })
        {
            var note = await Write(author.Name);
            var by = who == "author" ? author : all.Staff[who];
            Assert.Equal((who, expected), (who, await Post(by, "/desk/notes/remove", ("subject", "article/" + Live), ("number", note))));
            Assert.Equal(expected != 303, (await store.Notes("article/" + Live)).Any(n => Text(n.Number) == note));
            // Gone is gone, for whoever may ask: nothing more is said.
            if (expected == 303) Assert.Equal(303, await Post(by, "/desk/notes/remove", ("subject", "article/" + Live), ("number", note)));
        }

        var (own, foreign) = (await Write(author.Name), await Write(all.Staff[Roles.Editor].Name));
        foreach (var fields in new (string, string)[][]
                 {
                     [("subject", "article/" + Live), ("number", own), ("number", foreign)],
                     [("subject", "article/" + Live), ("number", foreign), ("number", own)],
                     [("subject", "article/" + Live), ("subject", "code/0xC004F211"), ("number", foreign)],
                     [("subject", "code/0xC004F211"), ("number", foreign)],
                 })
        {
            Assert.InRange(await Post(author, "/desk/notes/remove", fields), 300, 499);
            Assert.Contains(await store.Notes("article/" + Live), n => Text(n.Number) == foreign);
        }

        author.Dispose();

        async Task<string> Write(string name)
        {
            Assert.True(await store.Add(Note.Write(DeskSubject.Find(_site.Services.GetRequiredService<CurrentSite>().Snapshot, "article/" + Live)!, Guid.NewGuid().ToString(), name, DateTimeOffset.UnixEpoch)!));
            return Text((await store.Notes("article/" + Live))[^1].Number);
        }
    }

    [Fact(DisplayName = "SEC-7: flags: open, closed and never there, closed by each role, and two numbers in one request")]
    public async Task FlagsByState()
    {
        var store = _site.Services.GetRequiredService<INoteStore>();
        using var all = await Everybody.At(_site);
        foreach (var (who, expected) in new[] { ("no role", 403), (Roles.Support, 403), (Roles.Editor, 303), (Roles.Admin, 303) })
        {
            var flag = await Raise();
            Assert.Equal((who, expected), (who, await Post(all.Staff[who], "/edit/flags/close", ("number", flag))));
            Assert.Equal(expected != 303, (await store.Flags("article/" + Live)).Any(f => Text(f.Number) == flag));
            if (expected != 303) continue;
            // Whoever closed it stays the one who did.
            var closed = (await store.Flags("article/" + Live, 50)).Single(f => Text(f.Number) == flag);
            Assert.Equal(303, await Post(all.Staff[who == Roles.Admin ? Roles.Editor : Roles.Admin], "/edit/flags/close", ("number", flag)));
            Assert.Equal(closed, (await store.Flags("article/" + Live, 50)).Single(f => Text(f.Number) == flag));
        }

        var (one, two) = (await Raise(), await Raise());
        Assert.InRange(await Post(all.Staff[Roles.Editor], "/edit/flags/close", ("number", one), ("number", two)), 300, 499);
        Assert.Contains(await store.Flags("article/" + Live), f => Text(f.Number) == one || Text(f.Number) == two);

        async Task<string> Raise()
        {
            Assert.True(await store.Add(Flag.Raise(DeskSubject.Find(_site.Services.GetRequiredService<CurrentSite>().Snapshot, "article/" + Live)!, "", Guid.NewGuid().ToString(), "test", DateTimeOffset.UnixEpoch)!));
            return Text((await store.Flags("article/" + Live))[^1].Number);
        }
    }

    [Fact(DisplayName = "SEC-7: tokens: own, somebody else's, revoked, and two in one request; nobody's falls back to a cookie")]
    public async Task TokensByState()
    {
        using var all = await Everybody.At(_site);
        var tokens = _site.Services.GetRequiredService<ITokenStore>();
        var (support, admin) = (all.Staff[Roles.Support], all.Staff[Roles.Admin]);
        var (theirs, own) = ((await tokens.TokensOf(admin.Id)).Single(), (await tokens.TokensOf(support.Id)).Single());
        // The handler is named after the token: each of these is a form that this page does not have, or two of them.
        foreach (var id in new[] { theirs.Id, "none", own.Id + "," + theirs.Id })
            Assert.InRange(await Post(support, "/account/tokens", ("_handler", "revoke-" + id)), 400, 499);
        Assert.InRange(await Post(support, "/account/tokens", ("_handler", "revoke-" + own.Id), ("_handler", "revoke-" + theirs.Id)), 200, 499);
        Assert.Single(await tokens.TokensOf(admin.Id));
        // An administrator revokes nobody else's either: accounts are disabled instead.
        Assert.InRange(await Post(admin, "/account/tokens", ("_handler", "revoke-" + own.Id)), 400, 499);

        var (cookie, of) = (Everybody.Cookie(admin)[0], await Everybody.Token(_site, support, Roles.Support));
        var revoked = all.All.Single(a => a.Who == "token revoked").Headers;
        Assert.Contains("\"role\":\"support\"", (await Ask("/api/desk/me", [cookie, .. of])).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await Ask("/api/admin/none", [cookie, .. of])).Status);
        Assert.Equal(401, (await Ask("/api/desk/me", [cookie, .. revoked])).Status);
        // Two headers are none, whichever comes first.
        foreach (var both in new[] { of.Concat(revoked), revoked.Concat(of) }) Assert.InRange((await Ask("/api/desk/me", [.. both])).Status, 400, 401);
    }

    [Fact(DisplayName = "SEC-7: sessions and accounts: signing out ends one's own, a form's token of somebody else is refused, two accounts in one request change one at most")]
    public async Task SessionsAndAccountsByState()
    {
        using var all = await Everybody.At(_site);
        var (support, editor, admin) = (all.Staff[Roles.Support], all.Staff[Roles.Editor], all.Staff[Roles.Admin]);
        using var second = new StaffClient(_site.Client.BaseAddress!);
        (await second.SignIn(support.Name, StaffClient.Password)).Dispose();
        Assert.Equal(302, await Post(second, "/account/sign-out"));
        Assert.Equal(302, (await Ask("/account", Everybody.Cookie(second))).Status);
        Assert.Equal(200, (await Ask("/account", Everybody.Cookie(support))).Status);

        // Names of others in a form of one's own account count for nothing.
        using var third = new StaffClient(_site.Client.BaseAddress!);
        (await third.SignIn(support.Name, StaffClient.Password)).Dispose();
        Assert.Equal(302, await Post(third, "/account/sign-out-everywhere", ("id", editor.Id), ("name", editor.Name)));
        Assert.Equal(302, (await Ask("/account", Everybody.Cookie(support))).Status);
        Assert.Equal(200, (await Ask("/account", Everybody.Cookie(editor))).Status);

        var foreign = await FormToken(admin);
        using (var refused = await editor.Send("/account/sign-out", new() { ["__RequestVerificationToken"] = foreign })) Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        var accounts = _site.Services.GetRequiredService<IAccountStore>();
        foreach (var (who, role) in new[] { (editor, Roles.Editor), (support, Roles.Support) })
        {
            // A role of one's own, or somebody else's, is not theirs to give.
            var status = await Post(who, "/admin/accounts/" + who.Id, ("_handler", "change"), ("do", "role"), ("role", Roles.Admin));
            Assert.True(status is 302 or 403, $"{status}");
            Assert.Equal(role, (await accounts.Find(who.Id))!.Role);
        }

        Assert.InRange(await Post(admin, "/admin/accounts/none", ("_handler", "change"), ("do", "role"), ("role", Roles.Admin)), 400, 404);
        Assert.InRange(await Post(admin, $"/admin/accounts/{editor.Id},{support.Id}", ("_handler", "change"), ("do", "disable")), 400, 499);
        Assert.Equal(302, await Post(admin, "/admin/accounts/" + editor.Id, ("_handler", "change"), ("do", "disable"), ("id", support.Id), ("Id", admin.Id)));
        Assert.Equal([true, false, false], new[] { editor, support, admin }.Select(s => accounts.Find(s.Id).Result!.IsDisabled));
    }

    private async Task<int> Post(StaffClient by, string path, params (string Name, string Value)[] fields)
    {
        var form = fields.Append(("__RequestVerificationToken", await FormToken(by))).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Origin", _site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var answer = await by.Http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static async Task<string> FormToken(StaffClient by)
    {
        using var page = await by.Get("/account");
        return FormTokenField.Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    private Task<(int Status, string Text)> Ask(RouteEndpoint endpoint, string name, (string, string)[] headers) => Ask(SiteRoutes.Filled(endpoint, _ => Uri.EscapeDataString(name)), headers);

    private async Task<(int Status, string Text)> Ask(string path, (string Name, string Value)[] headers)
    {
        using var answer = await _site.GetRaw(path, [.. headers, ("X-Forwarded-For", new IPAddress(Random.Shared.NextInt64(0x0100_0000, 0xDFFF_FFFF)).ToString())]);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync() + answer.Headers);
    }

    private static FileChange Article(string id, string more) => new($"articles/errors/{id}.en.md", null, $"---\ntitle: {Secret} {id}\nsummary: {Secret}.\nready-to-translate: false\n{more}---\n\n{Secret}.\n");

    private EditableFile Open(string path) => _site.Services.GetRequiredService<ContentWorkspace>().Open(path)!;

    private async Task Save(FileChange change)
    {
        var saved = await _site.Services.GetRequiredService<SaveFiles>().Save(new([change], s_aya, Secret, ChangeClass.Minor));
        Assert.True(saved is SaveResult.Saved, saved is SaveResult.Invalid invalid ? string.Join('\n', invalid.Problems) : saved.ToString());
    }

    private static Draft Kept(DraftResult result) => Assert.IsType<DraftResult.Kept>(result).Draft;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormTokenField { get; }
}
