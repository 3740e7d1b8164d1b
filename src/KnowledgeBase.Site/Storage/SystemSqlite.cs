using System.Runtime.InteropServices;
using SQLitePCL;

namespace KnowledgeBase.Site.Storage;

/// <summary>Uses the SQLite of the operating system, which the system keeps patched.</summary>
internal static class SystemSqlite
{
    private static readonly string[] s_names = OperatingSystem.IsWindows() ? ["winsqlite3"] : OperatingSystem.IsMacOS() ? ["libsqlite3.dylib"] : ["libsqlite3.so.0", "libsqlite3.so"];
    private static readonly Lazy<bool> s_ready = new(Prepare);

    /// <exception cref="DllNotFoundException">The system has no SQLite.</exception>
    public static void Use() => _ = s_ready.Value;

    private static bool Prepare()
    {
        if (!s_names.Any(n => NativeLibrary.TryLoad(n, out _)))
            throw new DllNotFoundException("The system has no SQLite: install it (Debian: libsqlite3-0).");
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (name, _, _) =>
            name != "e_sqlite3" ? 0 : s_names.Select(n => NativeLibrary.TryLoad(n, out var library) ? library : 0).First(l => l != 0));
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return true;
    }
}
