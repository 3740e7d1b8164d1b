using System.Net.Http.Headers;
using KnowledgeBase.Site.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Web.Accounts;

/// <summary>Everybody there can be, as the headers of a request.</summary>
internal sealed class Everybody : IDisposable
{
    private readonly List<StaffClient> _staff = [];

    /// <summary>Each with the role that counts; null for none.</summary>
    public List<(string Who, string? Role, (string Name, string Value)[] Headers)> All { get; } = [("nobody", null, [])];

    /// <summary>Those who signed in, by the name that <see cref="All"/> gives them.</summary>
    public Dictionary<string, StaffClient> Staff { get; } = [];

    public static async Task<Everybody> At(SampleHost site)
    {
        var everybody = new Everybody();
        foreach (var role in new[] { null, Roles.Support, Roles.Editor, Roles.Admin })
        {
            var (staff, name) = (await everybody.New(site, role), role ?? "no role");
            everybody.Staff[name] = staff;
            everybody.All.Add((name, role, Cookie(staff)));
            if (role is not null) everybody.All.Add(("token of " + role, role, await Token(site, staff, role)));
        }

        var gone = await everybody.New(site, Roles.Admin);
        everybody.All.Add(("disabled", null, Cookie(gone)));
        everybody.All.Add(("token revoked", null, await Token(site, gone, Roles.Admin)));
        await site.Services.GetRequiredService<AccountBook>().SetDisabled("test", gone.Id, true);
        return everybody;
    }

    public static (string Name, string Value)[] Cookie(StaffClient staff) => [("Cookie", string.Join("; ", staff.Cookies.Select(c => $"{c.Name}={c.Value}")))];

    public static async Task<(string Name, string Value)[]> Token(SampleHost site, StaffClient staff, string role)
    {
        var (secret, now) = (ApiToken.Prefix + AccountSecret.New(), TimeProvider.System.GetUtcNow());
        Assert.True(await site.Services.GetRequiredService<ITokenStore>().Add(new(Guid.NewGuid().ToString("N"), staff.Id, "test", AccountSecret.Mark(secret), role, now)));
        return [("Authorization", new AuthenticationHeaderValue("Bearer", secret).ToString())];
    }

    public void Dispose() => _staff.ForEach(s => s.Dispose());

    private async Task<StaffClient> New(SampleHost site, string? role)
    {
        var staff = await site.NewStaff(role);
        _staff.Add(staff);
        return staff;
    }
}
