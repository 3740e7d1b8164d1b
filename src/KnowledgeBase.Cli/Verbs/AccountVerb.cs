using System.CommandLine;
using KnowledgeBase.Cli.Reports;
using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb account`: the first admin, and help where nobody can sign in.</summary>
internal static class AccountVerb
{
    private const string By = AccountBook.CommandLine;

    public static Command Create(SiteStores stores) => new("account", "Looks after who may sign in. Answers 0, 1 if it was refused, 2 if it could not run.")
    {
        Add(stores), List(stores), Role(stores), Password(stores),
        Change(stores, "disable", "Signs an account out everywhere and lets it in no more.", "{0} is disabled.", (b, id) => b.SetDisabled(By, id, true)),
        Change(stores, "enable", "Lets a disabled account in again.", "{0} may sign in again.", (b, id) => b.SetDisabled(By, id, false)),
        Change(stores, "reset-two-factor", "Takes away the second step of someone who lost the app.", "{0} signs in by password alone until the app is set up again.", (b, id) => b.ResetTwoFactor(By, id)),
    };

    private static Command Add(SiteStores stores)
    {
        var (name, data) = (Name(), SiteStores.DataOption());
        var role = new Option<string?>("--role") { Description = $"One of {string.Join(", ", Roles.All)}; without it the account may do nothing yet." };
        var verb = new Command("add", "Adds an account. The password is asked for, or read from the first line of the input.") { name, role, data };
        verb.SetAction((words, _) => AccountData.Use(stores, words.GetValue(data), words.InvocationConfiguration, async (_, book) =>
        {
            var (called, console) = (words.GetValue(name)!, words.InvocationConfiguration);
            if (await PasswordPrompt.Read(console) is not { } password) return ExitCode.NotRun;
            var change = await book.Add(By, called, words.GetValue(role), password);
            return await AccountData.Say(console, change, called, $"{called} may sign in.");
        }));
        return verb;
    }

    private static Command List(SiteStores stores)
    {
        var data = SiteStores.DataOption();
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var verb = new Command("list", "Lists accounts with role and state.") { data, json };
        verb.SetAction((words, _) => AccountData.Use(stores, words.GetValue(data), words.InvocationConfiguration, async (store, _) =>
        {
            var all = SiteStores.Exists(store) ? await store.All() : [];
            await words.InvocationConfiguration.Output.WriteAsync(words.GetValue(json) ? AccountReport.Json(all) : AccountReport.Text(all));
            return ExitCode.Fine;
        }));
        return verb;
    }

    private static Command Role(SiteStores stores)
    {
        var (name, data) = (Name(), SiteStores.DataOption());
        var role = new Argument<string>("role") { Description = $"One of {string.Join(", ", Roles.All)}, or none." };
        var verb = new Command("role", "Gives an account another role.") { name, role, data };
        verb.SetAction((words, _) => AccountData.Change(
            stores, words.GetValue(data), words.GetValue(name)!, words.InvocationConfiguration, $"{words.GetValue(name)} now has the role {words.GetValue(role)}.",
            (b, id) => b.SetRole(By, id, words.GetValue(role) is "none" ? null : words.GetValue(role))));
        return verb;
    }

    private static Command Password(SiteStores stores)
    {
        var (name, data) = (Name(), SiteStores.DataOption());
        var verb = new Command("password", "Gives an account another password, asked for or read from the input, and signs it out everywhere.") { name, data };
        verb.SetAction(async (words, _) => await PasswordPrompt.Read(words.InvocationConfiguration) is not { } password ? ExitCode.NotRun : await AccountData.Change(
            stores, words.GetValue(data), words.GetValue(name)!, words.InvocationConfiguration, $"{words.GetValue(name)} has another password.", (b, id) => b.SetPassword(By, id, password)));
        return verb;
    }

    private static Command Change(SiteStores stores, string called, string description, string done, Func<AccountBook, string, Task<AccountChange>> change)
    {
        var (name, data) = (Name(), SiteStores.DataOption());
        var verb = new Command(called, description) { name, data };
        verb.SetAction((words, _) => AccountData.Change(
            stores, words.GetValue(data), words.GetValue(name)!, words.InvocationConfiguration, done.Replace("{0}", words.GetValue(name), StringComparison.Ordinal), change));
        return verb;
    }

    private static Argument<string> Name() => new("name") { Description = "Name of the account." };
}
