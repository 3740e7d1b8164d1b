namespace KnowledgeBase.Web.Security;

/// <summary>Addresses to go back to come from a query or a form, so from anybody: only plain paths of this site are followed.</summary>
public static class LocalAddress
{
    private const int Longest = 2048;

    /// <summary>The address, or null where a browser might read it as one of another site or of a page that moves on again.</summary>
    public static string? Check(string? address)
    {
        if (address is not ['/', ..] || address.Length > Longest || address.Any(c => c is <= ' ' or '\\' or >= '\x7f')) return null;
        var path = address.Split('?', '#')[0];
        // Neither as written nor once decoded may it hold an empty or a dot segment: that is how `//elsewhere` gets in.
        for (var i = 0; i < 4; i++)
        {
            if (path.Contains('\\', StringComparison.Ordinal) || path.Contains("//", StringComparison.Ordinal) || path.Any(char.IsControl)) return null;
            if (path.Split('/').Any(s => s is "." or "..")) return null;
            var decoded = Uri.UnescapeDataString(path);
            if (decoded == path) return address;
            path = decoded;
        }

        return null;
    }
}
