using System.CommandLine;
using KnowledgeBase.Site.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Cli;

/// <summary>Opens the accounts of a site for the verbs that change or list them; the site may run meanwhile.</summary>
internal static class AccountData
{
    /// <param name="folder">As given, or null for the one beside the content.</param>
    public static Task<int> Use(SiteStores stores, string? folder, InvocationConfiguration console, Func<IAccountStore, AccountBook, Task<int>> work) =>
        stores.Use(folder, null, console, async services =>
        {
            var store = services.GetRequiredService<IAccountStore>();
            var code = await work(store, services.GetRequiredService<AccountBook>());
            if (store.Problem is not { } problem) return code;
            await console.Error.WriteLineAsync($"{SiteStores.Place(services)} cannot be used: {problem}");
            return ExitCode.NotRun;
        });

    /// <summary>Does one thing to the account of this name, and says what came of it.</summary>
    public static Task<int> Change(SiteStores stores, string? folder, string name, InvocationConfiguration console, string done, Func<AccountBook, string, Task<AccountChange>> change) =>
        Use(stores, folder, console, async (store, book) =>
        {
            var account = SiteStores.Exists(store) ? await store.FindByKey(AccountName.Key(name)) : null;
            return await Say(console, account is null ? AccountChange.Unknown : await change(book, account.Id), name, done);
        });

    /// <returns>0 where it was done, else 1.</returns>
    public static async Task<int> Say(InvocationConfiguration console, AccountChange change, string name, string done)
    {
        if (change == AccountChange.Done)
        {
            await console.Output.WriteLineAsync(done);
            return ExitCode.Fine;
        }

        await console.Error.WriteLineAsync(change switch
        {
            AccountChange.NameTaken => $"There is an account {name} already.",
            AccountChange.BadName => $"{name} cannot be a name: 2 to {AccountName.Longest} letters, digits and . _ - @ + are, beginning with a letter or digit.",
            AccountChange.BadRole => $"A role is one of {string.Join(", ", Roles.All)}.",
            AccountChange.WeakPassword => $"A password has at least {Passwords.Shortest} characters, not all the same few, and does not hold the name.",
            AccountChange.Unknown => $"There is no account {name}.",
            AccountChange.LastAdmin => $"{name} is the last administrator: nobody else could look after accounts. Make another one first.",
            AccountChange.Conflict => "Somebody else changed it at the same time. Try again.",
            _ => "Nothing was kept.",
        });
        return ExitCode.Found;
    }
}
