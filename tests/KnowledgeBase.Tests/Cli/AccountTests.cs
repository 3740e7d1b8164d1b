using System.Text.Json;
using KnowledgeBase.Site.Accounts;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Cli;

public sealed class AccountTests : IDisposable
{
    private const string Password = "ten green lamps stand";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kb-data-");

    [Fact(DisplayName = "Feature 129: kb account adds the first admin with a password from the input, and lists, changes and disables accounts")]
    public async Task AccountsAreKept()
    {
        Assert.Equal((0, "tanaka may sign in.\n", ""), Do(Password + "\n", "add", "tanaka", "--role", "admin"));
        Assert.Equal(0, Do(Password, "add", "佐藤", "--role", "support").Code);
        Assert.Equal(0, Do("", "role", "佐藤", "editor").Code);
        Assert.Equal(0, Do("", "disable", "佐藤").Code);
        var (code, text, _) = Do("", "list");
        Assert.Equal(0, code);
        Assert.Matches(@"admin +\d{4}-\d\d-\d\d  tanaka\neditor +\d{4}-\d\d-\d\d  佐藤  disabled\n2 accounts\.", text);
        Assert.Equal("editor", JsonDocument.Parse(Do("", "list", "--json").Output).RootElement[1].GetProperty("role").GetString());
        using var store = new SqliteAccountStore(_data.FullName);
        var tanaka = (await store.FindByKey("tanaka"))!;
        Assert.Equal(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Success, Passwords.Hasher.VerifyHashedPassword(tanaka, tanaka.PasswordHash!, Password));
        Assert.Equal(["disabled", "role-changed", "account-added", "account-added"], (await store.Read(10)).Select(e => e.Entry.Action));
    }

    [Fact(DisplayName = "What cannot be done is refused with its reason")]
    public void RefusalsSayWhy()
    {
        Assert.Equal(0, Do(Password, "add", "tanaka", "--role", "admin").Code);
        foreach (var (input, arguments, reason) in new (string, string[], string)[]
        {
            (Password, ["add", "TANAKA"], "already"), (Password, ["add", "-x"], ""), ("short", ["add", "suzuki"], "at least 12"), ("suzuki suzuki suzuki", ["add", "suzuki"], "at least"),
            (Password, ["add", "suzuki", "--role", "owner"], "One of|one of"), ("", ["disable", "tanaka"], "last administrator"), ("", ["role", "tanaka", "editor"], "last administrator"),
            ("", ["disable", "nobody"], "no account"), ("", ["add", "suzuki"], ""),
        })
        {
            var (code, _, errors) = Do(input, arguments);
            Assert.NotEqual(0, code);
            Assert.Matches(reason, errors);
        }
    }

    [Fact(DisplayName = "A password is no argument: other processes of the machine could read it")]
    public void NoPasswordInArguments() => Assert.DoesNotContain("--password", Kb.Run("account", "add", "--help").Output);

    public void Dispose() => _data.Delete(true);

    private (int Code, string Output, string Errors) Do(string input, params string[] arguments) =>
        Kb.RunWith(input, ["account", .. arguments, "--data", _data.FullName]);
}
