using System.Runtime.InteropServices;

namespace KnowledgeBase.Site.Storage;

/// <summary>Tells regular files from pipes, sockets and devices without opening them; .NET has no face for that.</summary>
internal static partial class UnixFileKind
{
    private const int CurrentFolder = -100;
    private const int DoNotFollow = 0x100;
    private const uint TypeMask = 0xF000;
    private const uint Regular = 0x8000;

    public static bool IsRegular(string path)
    {
        if (!OperatingSystem.IsLinux()) return true;
        // struct statx: stx_mode is the 16-bit field at offset 28.
        var buffer = new byte[256];
        return Statx(CurrentFolder, path, DoNotFollow, 1, buffer) == 0 && (BitConverter.ToUInt16(buffer, 28) & TypeMask) == Regular;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Statx(int folder, string path, int flags, uint mask, byte[] buffer);
}
