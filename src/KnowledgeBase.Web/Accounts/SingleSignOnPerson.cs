using System.Text.Json;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Accounts;

namespace KnowledgeBase.Web.Accounts;

/// <summary>Who a provider says has signed in.</summary>
/// <param name="Subject">The provider's permanent name of the person; nothing else tells people apart.</param>
/// <param name="Called">What to call the account, if that may be a name.</param>
/// <param name="Role">What the settings give such a person at first, or null.</param>
public sealed record SingleSignOnPerson(string Subject, string? Called, string? Role)
{
    /// <returns>Null where the answer names nobody.</returns>
    public static SingleSignOnPerson? Read(JsonElement told, SingleSignOnOptions options)
    {
        if (told.ValueKind != JsonValueKind.Object || Text(told, "sub") is not { Length: > 0 and <= 255 } subject) return null;
        var mail = Text(told, "email");
        var called = new[] { Text(told, "preferred_username"), mail, Text(told, "name")?.Replace(' ', '.') }.FirstOrDefault(AccountName.IsValid);
        return new(subject, called, RoleOf(told, mail, options));
    }

    private static string? RoleOf(JsonElement told, string? mail, SingleSignOnOptions options)
    {
        var roles = new List<string>();
        // The whole domain, and only if the provider itself saw the address answer.
        if (options is { Domain: { } domain, DomainRole: { } ofDomain } && mail?.Split('@') is [_, var host] && host.Equals(domain, StringComparison.OrdinalIgnoreCase)
            && told.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True) roles.Add(ofDomain);
        if (options.RoleClaim is { } claim && told.TryGetProperty(claim, out var values))
            roles.AddRange(Values(values).SelectMany(v => options.RoleValues.Where(p => p[..p.LastIndexOf('=')] == v)).Select(p => p[(p.LastIndexOf('=') + 1)..]));
        return Roles.All.LastOrDefault(roles.Contains);
    }

    private static IEnumerable<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!),
        _ => [],
    };

    private static string? Text(JsonElement told, string name) => told.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
