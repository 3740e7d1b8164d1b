using System.Globalization;
using KnowledgeBase.Content;

namespace KnowledgeBase.Web;

/// <summary>Addresses of what editors look at.</summary>
public static partial class Urls
{
    public const string DashboardPath = "/edit/dashboard";

    /// <summary>The period of a dashboard, in days.</summary>
    public const string DaysKey = "days";

    public static string Dashboard(int days) => string.Create(CultureInfo.InvariantCulture, $"{DashboardPath}?{DaysKey}={days}");

    /// <param name="table">See <see cref="Endpoints.DashboardTables"/>.</param>
    public static string DashboardTable(string table, int days) => string.Create(CultureInfo.InvariantCulture, $"{DashboardPath}/{table}.csv?{DaysKey}={days}");

    public static string GuideMapNode(Locale locale, string id, string node) => $"{GuideMap(locale, id)}#node-{node}";

    public static string GuidePaths(string id) => $"/edit/guides/{id}/paths";

    public static string GuideDiff(string id) => $"/edit/guides/{id}/diff";
}
