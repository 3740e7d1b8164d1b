using System.Globalization;
using System.Text;
using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Cli.Reports;

/// <summary>Who may sign in, for people and for programs. No secret is shown.</summary>
internal static class AccountReport
{
    public static string Text(IReadOnlyList<Account> accounts)
    {
        var text = new StringBuilder();
        foreach (var a in accounts)
        {
            var state = string.Join(", ", new[] { a.IsDisabled ? "disabled" : null, a.HasTwoFactor ? "two-factor" : null, a.PasswordHash is null ? "single sign-on" : null }.Where(s => s is not null));
            text.AppendLine(CultureInfo.InvariantCulture, $"{a.Role ?? "-",-8} {a.CreatedAt:yyyy-MM-dd}  {a.Name}{(state.Length == 0 ? "" : "  " + state)}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{accounts.Count} accounts.");
        return text.ToString();
    }

    public static string Json(IReadOnlyList<Account> accounts) => ReportJson.Write(accounts.Select(a => new
    {
        a.Name, a.Role, disabled = a.IsDisabled, twoFactor = a.HasTwoFactor, hasPassword = a.PasswordHash is not null,
        created = a.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    }));
}
