using System.Net;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Site;

/// <summary>Gathers every wrong setting; each message names its key.</summary>
public sealed class SiteOptionsValidator : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options)
    {
        var problems = new List<string>();
        if (options.RescanSeconds is < 1 or > 3600)
            problems.Add($"KnowledgeBase:RescanSeconds is {options.RescanSeconds}; set it to 1 to 3600.");
        if (options.BaseUrl is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            problems.Add($"KnowledgeBase:BaseUrl is '{address}'; set it to an address such as https://kb.example.");
        else if (options.BaseUrl is { } full && new Uri(full) is { } u && (u.AbsolutePath != "/" || u.Query.Length > 0))
            problems.Add($"KnowledgeBase:BaseUrl is '{full}'; leave out the path: the site lives at the root of its host.");
        if (options.ContentPath is { } content && !Path.Exists(content))
            problems.Add($"KnowledgeBase:ContentPath is '{content}'; there is no such folder.");
        foreach (var host in options.AllowedHosts.Where(h => Uri.CheckHostName(h) == UriHostNameType.Unknown))
            problems.Add($"KnowledgeBase:AllowedHosts holds '{host}'; name hosts without scheme and port, such as kb.example.");
        foreach (var proxy in options.TrustedProxies.Where(p => !IPAddress.TryParse(p, out _) && !IPNetwork.TryParse(p, out _)))
            problems.Add($"KnowledgeBase:TrustedProxies holds '{proxy}'; name addresses such as 10.0.0.5 or networks such as 10.0.0.0/8.");
        if (options.RateLimits.VisitorPostsPerHour is < 1 or > 100_000)
            problems.Add($"KnowledgeBase:RateLimits:VisitorPostsPerHour is {options.RateLimits.VisitorPostsPerHour}; set it to 1 to 100000.");
        if (options.Storage.Provider is not (StorageOptions.Embedded or StorageOptions.Postgres))
            problems.Add($"KnowledgeBase:Storage:Provider is '{options.Storage.Provider}'; set it to {StorageOptions.Embedded} or {StorageOptions.Postgres}.");
        if (options.Storage.Provider == StorageOptions.Postgres && string.IsNullOrWhiteSpace(options.Storage.ConnectionString))
            problems.Add("KnowledgeBase:Storage:ConnectionString is missing; set it to something like Host=db.example;Database=kb;Username=kb;Password=….");
        if (options.OutsideLinks.EveryHours is < 1 or > 8760)
            problems.Add($"KnowledgeBase:OutsideLinks:EveryHours is {options.OutsideLinks.EveryHours}; set it to 1 to 8760.");
        if (options.OutsideLinks.PerMinute is < 1 or > 600)
            problems.Add($"KnowledgeBase:OutsideLinks:PerMinute is {options.OutsideLinks.PerMinute}; set it to 1 to 600.");
        if (options.Insights.KeepDays is < 1 or > 400)
            problems.Add($"KnowledgeBase:Insights:KeepDays is {options.Insights.KeepDays}; set it to 1 to 400.");
        if (options.Auth.SessionHours is < 1 or > 168)
            problems.Add($"KnowledgeBase:Auth:SessionHours is {options.Auth.SessionHours}; set it to 1 to 168.");
        problems.AddRange(SingleSignOnCheck.Problems(options.Auth.SingleSignOn));
        if (options.RateLimits.SignInsPerHour is < 1 or > 100_000)
            problems.Add($"KnowledgeBase:RateLimits:SignInsPerHour is {options.RateLimits.SignInsPerHour}; set it to 1 to 100000.");
        if (options.RateLimits.CircuitsPerAddress is < 1 or > 100_000)
            problems.Add($"KnowledgeBase:RateLimits:CircuitsPerAddress is {options.RateLimits.CircuitsPerAddress}; set it to 1 to 100000.");
        if (options.RateLimits.Circuits is < 1 or > 100_000)
            problems.Add($"KnowledgeBase:RateLimits:Circuits is {options.RateLimits.Circuits}; set it to 1 to 100000.");
        if (options.DrainSeconds is < 0 or > 300)
            problems.Add($"KnowledgeBase:DrainSeconds is {options.DrainSeconds}; set it to 0 to 300.");
        if (options.Telemetry.OtlpEndpoint is { } collector && !(Uri.TryCreate(collector, UriKind.Absolute, out var at) && at.Scheme is "http" or "https"))
            problems.Add($"KnowledgeBase:Telemetry:OtlpEndpoint is '{collector}'; set it to an address such as http://collector:4318.");
        if (options.Telemetry.TraceShare is not (>= 0 and <= 1))
            problems.Add($"KnowledgeBase:Telemetry:TraceShare is {options.Telemetry.TraceShare}; set it to 0 to 1.");
        if (options.Telemetry.MetricSeconds is < 1 or > 3600)
            problems.Add($"KnowledgeBase:Telemetry:MetricSeconds is {options.Telemetry.MetricSeconds}; set it to 1 to 3600.");
        problems.AddRange(EditingProblems(options.Editing));
        problems.AddRange(WebhookProblems(options));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> EditingProblems(EditingOptions options)
    {
        const string section = "KnowledgeBase:Editing:";
        if (options.Remote is { } remote && !IsGitName(remote))
            yield return $"{section}Remote is '{remote}'; set it to the name of a git remote, such as origin.";
        if (options.Branch is { } branch && !branch.Split('/').All(IsGitName))
            yield return $"{section}Branch is '{branch}'; set it to the name of a branch, such as main.";
        if (options.GitTimeoutSeconds is < 1 or > 60)
            yield return $"{section}GitTimeoutSeconds is {options.GitTimeoutSeconds}; set it to 1 to 60.";
        if (options.SyncSeconds is < 5 or > 3600)
            yield return $"{section}SyncSeconds is {options.SyncSeconds}; set it to 5 to 3600.";
        if (options.PreviewDays is < 1 or > 90)
            yield return $"{section}PreviewDays is {options.PreviewDays}; set it to 1 to 90.";
        if (options.TranslatorUrl is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return $"{section}TranslatorUrl is '{address}'; set it to an address such as https://translator.example/translate.";
        if (options.TranslatorTimeoutSeconds is < 1 or > 300)
            yield return $"{section}TranslatorTimeoutSeconds is {options.TranslatorTimeoutSeconds}; set it to 1 to 300.";
    }

    private static IEnumerable<string> WebhookProblems(SiteOptions options)
    {
        const string section = "KnowledgeBase:Webhooks:";
        var targets = options.Webhooks.Targets;
        if (targets.Count > 0 && options.BaseUrl is null)
            yield return $"{section}Targets are set and KnowledgeBase:BaseUrl is not; set it to the public address of the site: messages name pages by it.";
        for (var i = 0; i < targets.Count; i++)
        {
            // The address itself may hold a password.
            if (!Uri.TryCreate(targets[i].Address, UriKind.Absolute, out var uri) || !(uri.Scheme == "https" || (uri.Scheme == "http" && options.Webhooks.AllowPrivate)))
                yield return $"{section}Targets:{i}:Address is not usable; set it to an address such as https://tickets.example/hooks/kb" + (options.Webhooks.AllowPrivate ? "." : $" (http only with {section}AllowPrivate).");
            if (targets[i].Key() is null)
                yield return $"{section}Targets:{i}:Secret is not usable; set it to {WebhookTarget.SecretMark} and the base64 of 24 to 64 random bytes, and tell the receiver.";
            if (targets.Take(i).Any(t => t.Address == targets[i].Address))
                yield return $"{section}Targets:{i}:Address is there twice; leave one out.";
        }
    }

    // What git would not read as an option, a pattern or a way out.
    private static bool IsGitName(string name) => name.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        && !name.Contains("..", StringComparison.Ordinal) && !name.EndsWith(".lock", StringComparison.Ordinal) && !name.EndsWith('.');
}
